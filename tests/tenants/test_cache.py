"""Cache entries of schools."""

import pytest
from django.core.cache import cache

from tenants.context import ScopeError, in_school, public_scope
from tenants.scope import SchoolRef


def test_the_same_key_is_another_entry_in_another_school(db: None, school_a: SchoolRef, school_b: SchoolRef) -> None:
    for school in (school_a, school_b):
        with in_school(school):
            assert cache.get("overview") is None
            cache.set("overview", school.slug)
    with public_scope():
        assert cache.get("overview") is None
    for school in (school_a, school_b):
        with in_school(school):
            assert cache.get("overview") == school.slug
            assert cache.get_many(["overview"]) == {"overview": school.slug}
    with in_school(school_a):
        cache.delete("overview")
    with in_school(school_b):
        assert cache.get("overview") == school_b.slug
        cache.delete("overview")


def test_without_a_scope_there_is_no_entry(own_database: str) -> None:
    for use in (lambda: cache.get("overview"), lambda: cache.set("overview", 1), lambda: cache.incr("overview")):
        with pytest.raises(ScopeError, match="needs a scope"):
            use()
