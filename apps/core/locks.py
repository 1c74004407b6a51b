"""Waiting for one's turn."""

from django.db import DEFAULT_DB_ALIAS, connections


def take_turn(name: str) -> None:
    """Hold the turn `name` of the running scope's schema until the transaction ends; others who want it wait.

    For work that has no row to lock yet, such as the first number of a year. Where there is a parent row, lock that instead.
    """
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ':' || %s, 0))", [name])
