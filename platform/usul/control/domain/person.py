"""Everything a school and this installation know of one person, as one document for that person."""

from typing import Any

from django.core.serializers.python import Serializer

from apps.accounts.models import ApiToken, User
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.people.models import Person
from tenants.context import in_school, public_scope
from tenants.models import Access
from tenants.roles import tenant_models
from tenants.scope import SchoolRef
from usul.control.personal import OF_A_PERSON

KEPT_SECRET = frozenset({"password"})


def person_document(*, by: Actor, school: SchoolRef, person_id: int) -> dict[str, Any]:
    """Rows by model, and the account with its places; plain values. Opens scopes of its own.

    Raises:
        Fault: not permitted.
        Person.DoesNotExist: the school has no such person.
    """
    require(by, Permission.SCHOOL_EXPORT)
    with in_school(school, readonly=True):
        person = Person.objects.get(pk=person_id)
        records = {
            model._meta.label: _plain(
                model._default_manager.filter(OF_A_PERSON[model._meta.label](person)).order_by("pk")
            )
            for model in tenant_models()
            if model._meta.label in OF_A_PERSON
        }
    document: dict[str, Any] = {
        "school": {"id": str(school.id), "names": dict(school.names)},
        "records": {label: rows for label, rows in records.items() if rows},
        "account": None,
    }
    if person.user_id:
        with public_scope(readonly=True):
            document["account"] = _account(person)
    return document


def _account(person: Person) -> dict[str, Any]:
    user = User.objects.filter(pk__in=[person.user_id])
    return {
        "user": _plain(user),
        "accesses": _plain(Access.objects.filter(user__in=user).order_by("pk")),
        "tokens": [
            {"name": token.name, "scopes": token.scopes, "expires": token.expiry.isoformat() if token.expiry else None}
            for token in ApiToken.objects.filter(user__in=user).order_by("created")
        ],
    }


def _plain(rows: Any) -> list[dict[str, Any]]:
    return [
        {"pk": row["pk"], **{name: value for name, value in row["fields"].items() if name not in KEPT_SECRET}}
        for row in Serializer().serialize(rows)
    ]
