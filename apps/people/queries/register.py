"""The staff register: who works here on a day, in which offices."""

from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet

from apps.core.ranges import valid_at
from apps.people.models import Absence, Person, RoleHolding

WORKING, LEFT = "working", "left"


def staff_register(
    *, on: date, state: str = WORKING, office: str = "", subject: str = "", name: str = ""
) -> QuerySet[Person]:
    """People by name with `offices` (codes held on the day) and `away` (kinds of absence on the day). One query.

    Args:
        state: `working` on the day, or `left`.
        office, subject: code to be held or taught; name: how the family name begins.
    """
    rows = Person.objects.all()
    gone = Q(left_on__isnull=False, left_on__lte=on)
    rows = rows.filter(gone) if state == LEFT else rows.exclude(gone)
    if office:
        rows = rows.filter(pk__in=valid_at(RoleHolding.objects.filter(role=office), on).values("person"))
    if subject:
        rows = rows.filter(subjects__contains=[subject])
    if name:
        rows = rows.filter(family_name__istartswith=name)
    offices = valid_at(RoleHolding.objects.filter(person=OuterRef("pk")), on).order_by("role")
    away = valid_at(Absence.objects.filter(person=OuterRef("pk")), on).order_by("pk")
    return rows.annotate(
        offices=ArraySubquery(offices.values("role")), away=ArraySubquery(away.values("kind"))
    ).order_by("family_name", "given_name", "pk")
