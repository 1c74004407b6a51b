"""Opening accounts, letting people in, and issuing keys to programs. Runs in the public scope."""

import uuid
from datetime import date, datetime, time, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from knox.models import get_digest_token
from knox.settings import CONSTANTS

from apps.accounts import errors
from apps.accounts.models import ApiToken, User
from apps.accounts.scopes import OF_A_DISTRICT, OF_A_SCHOOL, givable
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from tenants.enums import AccessLevel
from tenants.models import Access

LONGEST = timedelta(days=366)


@transaction.atomic
def create_user(
    *,
    by: Actor,
    username: str,
    family_name: str,
    given_name: str = "",
    password: str | None = None,
    email: str = "",
    language: str = "ky",
    is_operator: bool = False,
) -> User:
    """Open an account. Without a password it cannot be used until its owner sets one.

    Raises:
        Fault: not permitted, the sign-in name or the address is taken.
    """
    require(by, Permission.PERSON_EDIT)
    try:
        with transaction.atomic():
            return User.objects.create_user(
                username,
                password,
                family_name=family_name,
                given_name=given_name,
                email=email,
                language=language,
                is_operator=is_operator,
            )
    except IntegrityError as error:
        if "user_email_taken" in str(error):
            raise errors.EMAIL_TAKEN(field="email") from None
        if "username" in str(error) or "user_name_taken" in str(error):
            raise errors.USERNAME_TAKEN(field="username", username=username) from None
        raise


@transaction.atomic
def let_in(
    *,
    by: Actor,
    user: User,
    level: AccessLevel,
    valid_from: date,
    school_id: uuid.UUID | None = None,
    district_id: uuid.UUID | None = None,
) -> Access:
    """Let a person into a school or a district from a day on. What they may do in a school is said by their offices there.

    Raises:
        Fault: not permitted, already let in.
    """
    require(by, Permission.ROLE_EDIT)
    place = {"school": school_id} if school_id else {"district": district_id}
    if Access.objects.filter(user=user, valid_until__isnull=True, **place).exists():
        raise errors.ACCESS_EXISTS()
    return Access.objects.create(
        user=user, school_id=school_id, district_id=district_id, level=level, valid_from=valid_from
    )


@transaction.atomic
def issue_token(
    *,
    by: Actor,
    issuer: User,
    name: str,
    scopes: frozenset[str],
    expires_on: date,
    school_id: uuid.UUID | None = None,
    district_id: uuid.UUID | None = None,
) -> tuple[ApiToken, str]:
    """Issue a key to a program, for one school or one district, with scopes and a last day. Returns the row and the key itself.

    The key is shown this once; only its digest is kept.

    Raises:
        Fault: not permitted, scopes that do not exist for the place or that this person may not give, no end or one more than a year away.
    """
    require(by, Permission.TOKEN_EDIT)
    known = frozenset(scope.value for scope in givable(OF_A_SCHOOL if school_id else OF_A_DISTRICT, by.permissions))
    if not scopes or not scopes <= known:
        raise errors.SCOPES_UNUSABLE(field="scopes", scopes=sorted(scopes - known) or "—", known=sorted(known))
    if not by.today <= expires_on <= by.today + LONGEST:
        raise errors.EXPIRY_UNUSABLE(field="expires_on", from_day=by.today, until_day=by.today + LONGEST)
    digest, raw = get_digest_token()
    token = ApiToken(
        digest=digest,
        token_key=raw[: CONSTANTS.TOKEN_KEY_LENGTH],
        user=issuer,
        expiry=end_of(expires_on),
        name=name.strip(),
        scopes=sorted(scopes),
        school_id=school_id,
        district_id=district_id,
    )
    token.save(force_insert=True)
    return token, raw


@transaction.atomic
def revoke_token(*, by: Actor, token: ApiToken) -> None:
    """Take a key away from its program. It is refused from the next request on.

    Raises:
        Fault: not permitted.
    """
    require(by, Permission.TOKEN_EDIT)
    token.delete()


def end_of(day: date) -> datetime:
    """The last moment of a day where the schools are."""
    return datetime.combine(day, time.max, tzinfo=timezone.get_default_timezone())
