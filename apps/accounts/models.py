"""One account per person, however many schools and districts they work for; and the tokens of programs."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from knox.models import AbstractAuthToken


class UserManager(BaseUserManager["User"]):
    """Makes accounts. Who may do so is decided by the verbs in `accounts.domain`."""

    def create_user(self, username: str, password: str | None = None, **fields: object) -> "User":
        """Store a new account; without a password it cannot sign in until one is set."""
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):  # type: ignore[django-manager-missing]
    """An account. What the person is in a school is said by dated role holdings in that school's schema, not here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=60, unique=True, validators=[UnicodeUsernameValidator()])
    email = models.EmailField(blank=True)
    family_name = models.CharField(max_length=80)
    given_name = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default="ky")
    is_active = models.BooleanField(default=True)
    is_operator = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["family_name"]

    class Meta:
        ordering = ("username",)
        constraints = (
            models.UniqueConstraint(Lower("username"), name="user_name_taken"),
            models.UniqueConstraint(Lower("email"), name="user_email_taken", condition=~Q(email="")),
        )

    def __str__(self) -> str:
        return self.username

    def get_full_name(self) -> str:
        """Family name, then given name, as Kyrgyz papers write it."""
        return f"{self.family_name} {self.given_name}".strip()

    def get_short_name(self) -> str:
        """Given name where there is one."""
        return self.given_name or self.family_name


class ApiToken(AbstractAuthToken):
    """A program's key to one school or one district, with scopes and an end. Only its digest is kept."""

    name = models.CharField(max_length=80)
    school = models.ForeignKey("tenants.School", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    district = models.ForeignKey("tenants.District", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    scopes = models.JSONField(default=list)
    last_used_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="token_belongs_to_one_place",
                condition=Q(school__isnull=False, district__isnull=True)
                | Q(school__isnull=True, district__isnull=False),
            ),
            models.CheckConstraint(name="token_has_an_end", condition=Q(expiry__isnull=False)),
        )

    def __str__(self) -> str:
        return self.name
