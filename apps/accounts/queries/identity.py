"""From a session or a token to an identity. Runs in the public scope."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from knox.crypto import hash_token

from apps.accounts.identity import Identity, Via
from apps.accounts.models import ApiToken, User
from tenants.models import Access

COUNTED_BY = 24  # characters of a token's digest


def identity_of_user(user: User, *, on: date) -> Identity:
    """The identity of a signed-in person, with the places open to them on the day. One query."""
    places = Access.objects.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=on), user=user, valid_from__lte=on)
    rows = list(places.values_list("school_id", "district_id", "level"))
    return Identity(
        user_id=user.id,
        username=user.username,
        full_name=user.get_full_name(),
        language=user.language,
        is_operator=user.is_operator,
        via=Via.SESSION,
        schools=tuple((school, level) for school, _district, level in rows if school),
        districts=tuple((district, level) for _school, district, level in rows if district),
    )


def may_enter(school_id: UUID, account: UUID, *, on: date) -> bool:
    """Whether the account is open and may enter the school on the day. One query."""
    open_today = Q(valid_until__isnull=True) | Q(valid_until__gt=on)
    inside = Access.objects.filter(open_today, school_id=school_id, user_id=account, user__is_active=True)
    return inside.filter(valid_from__lte=on).exists()


def identity_of_token(raw: str, *, now: datetime) -> Identity | None:
    """The identity of a program that shows the token `raw`, or None when the token is unknown, ended or its issuer is gone. One query."""
    token = (
        ApiToken.objects.select_related("user").filter(pk=hash_token(raw), expiry__gt=now, user__is_active=True).first()
    )
    if token is None:
        return None
    return Identity(
        user_id=token.user_id,
        username=token.user.username,
        full_name=token.name,
        language=token.user.language,
        is_operator=False,
        via=Via.TOKEN,
        schools=((token.school_id, "token"),) if token.school_id else (),
        districts=((token.district_id, "token"),) if token.district_id else (),
        scopes=frozenset(token.scopes),
        token_key=token.pk[:COUNTED_BY],
    )


def note_token_use(raw: str, *, on: date) -> None:
    """Remember the day of the token's last use; one write a day at most."""
    ApiToken.objects.filter(Q(last_used_on__isnull=True) | Q(last_used_on__lt=on), pk=hash_token(raw)).update(
        last_used_on=on
    )
