"""Files of schools."""

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tenants.context import ScopeError, in_school, public_scope
from tenants.scope import SchoolRef


def test_the_same_name_is_another_file_in_another_school(db: None, school_a: SchoolRef, school_b: SchoolRef) -> None:
    for school in (school_a, school_b):
        with in_school(school):
            assert default_storage.save("orders/1.txt", ContentFile(school.slug)) == "orders/1.txt"
    for school in (school_a, school_b):
        with in_school(school), default_storage.open("orders/1.txt") as file:
            assert file.read() == school.slug.encode()
    with in_school(school_a):
        default_storage.delete("orders/1.txt")
        assert not default_storage.exists("orders/1.txt")
    with in_school(school_b):
        assert default_storage.exists("orders/1.txt")
        default_storage.delete("orders/1.txt")


@pytest.mark.parametrize("name", ["../{other}/orders/1.txt", "/etc/passwd", "orders/../../{other}/x", ".."])
def test_no_name_leads_out_of_the_schools_folder(db: None, school_a: SchoolRef, school_b: SchoolRef, name: str) -> None:
    with in_school(school_b):
        kept = default_storage.save("orders/1.txt", ContentFile("secret"))
    with in_school(school_a), pytest.raises(SuspiciousFileOperation):
        default_storage.open(name.format(other=school_b.schema))
    with in_school(school_b):
        default_storage.delete(kept)


def test_without_a_school_there_is_no_file(db: None, school_a: SchoolRef) -> None:
    with pytest.raises(ScopeError):
        default_storage.exists("orders/1.txt")
    with public_scope(), pytest.raises(ScopeError):
        default_storage.save("orders/1.txt", ContentFile("x"))


def test_files_have_no_address(db: None, school_a: SchoolRef) -> None:
    with in_school(school_a), pytest.raises(NotImplementedError):
        default_storage.url("orders/1.txt")


def test_a_scope_for_reading_changes_no_file(db: None, school_a: SchoolRef) -> None:
    with in_school(school_a):
        name = default_storage.save("orders/2.txt", ContentFile("kept"))
    with in_school(school_a, readonly=True):
        with pytest.raises(ScopeError, match="reading only"):
            default_storage.delete(name)
        with pytest.raises(ScopeError, match="reading only"):
            default_storage.save("orders/3.txt", ContentFile("x"))
        with default_storage.open(name) as file:
            assert file.read() == b"kept"
    with in_school(school_a):
        default_storage.delete(name)
