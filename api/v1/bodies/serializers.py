"""Associations, councils and other bodies: as they are read, and what a program may send."""

from typing import Any

from rest_framework import serializers

from api.v1.fields import CodeSerializerField, ReferenceField, StrictDateField
from api.v1.serializers import StrictSerializer
from apps.acts.models import Act
from apps.bodies.enums import BodyKind, MembershipRole
from apps.bodies.models import Body, Membership
from apps.people.models import Person
from apps.rulebook.enums import AssociationKind, CouncilKind, MemberCategory

PEOPLE = Person.objects.all()
BODIES = Body.objects.all()
ACTS = Act.objects.all()
MOST = 200


class BodySerializer(StrictSerializer):
    """A body in a list."""

    id = serializers.IntegerField()
    kind = CodeSerializerField(BodyKind)
    name = serializers.CharField()
    association_kind = CodeSerializerField(AssociationKind, allow_null=True)
    council_kind = CodeSerializerField(CouncilKind, allow_null=True)
    subjects = serializers.ListField(child=serializers.CharField())
    created_on = serializers.DateField(allow_null=True)
    dissolved_on = serializers.DateField(allow_null=True)
    parent = serializers.IntegerField(source="parent_id", allow_null=True)  # type: ignore[assignment]
    purpose = serializers.CharField(allow_blank=True)
    works_until = serializers.DateField(allow_null=True)
    version = serializers.IntegerField(source="row_version")


class MemberSerializer(StrictSerializer):
    """A person in a body."""

    id = serializers.IntegerField()
    person = serializers.IntegerField(source="person_id")
    name = serializers.CharField(source="person.short_name")
    role = CodeSerializerField(MembershipRole)
    category = CodeSerializerField(MemberCategory, allow_null=True)
    valid_from = serializers.DateField()
    valid_until = serializers.DateField(allow_null=True)
    act = serializers.IntegerField(source="act_id", allow_null=True)
    end_reason = serializers.CharField(allow_blank=True)
    version = serializers.IntegerField(source="row_version")


class BodyDetailSerializer(BodySerializer):
    """A body with everyone who is in it on the day asked for, today without one."""

    members = MemberSerializer(many=True)


class BodyChangeSerializer(StrictSerializer):
    """What of a body may be written anew."""

    name = serializers.CharField(max_length=200)
    subjects = serializers.ListField(child=serializers.SlugField(max_length=40), max_length=MOST, default=list)
    parent = ReferenceField(BODIES, allow_null=True, default=None)  # type: ignore[assignment]
    purpose = serializers.CharField(max_length=500, allow_blank=True, default="")
    works_until = StrictDateField(allow_null=True, default=None)


class NewBodySerializer(BodyChangeSerializer):
    """A body that the school has created."""

    kind = CodeSerializerField(BodyKind)
    association_kind = CodeSerializerField(AssociationKind, allow_null=True, default=None)
    council_kind = CodeSerializerField(CouncilKind, allow_null=True, default=None)
    created_on = StrictDateField(allow_null=True, default=None)


class DissolveSerializer(StrictSerializer):
    """The body is dissolved by an order."""

    dissolved_on = StrictDateField()
    act = ReferenceField(ACTS, allow_null=True, default=None)


class NewMemberSerializer(StrictSerializer):
    """A person comes into a body; `valid_until` is the first day without them."""

    person = ReferenceField(PEOPLE)
    role = CodeSerializerField(MembershipRole, default=MembershipRole.MEMBER)
    valid_from = StrictDateField()
    valid_until = StrictDateField(allow_null=True, default=None)
    category = CodeSerializerField(MemberCategory, allow_null=True, default=None)
    act = ReferenceField(ACTS, allow_null=True, default=None)


class EndSerializer(StrictSerializer):
    """A membership ends; `valid_until` is the first day without it."""

    valid_until = StrictDateField()
    reason = serializers.CharField(max_length=200, allow_blank=True, default="")
    act = ReferenceField(ACTS, allow_null=True, default=None)


class ConfirmSerializer(StrictSerializer):
    """An order confirms memberships that had no paper yet."""

    order = ReferenceField(ACTS)
    memberships = serializers.ListField(child=ReferenceField(Membership.objects.all()), max_length=MOST, min_length=1)


class ConfirmedSerializer(StrictSerializer):
    """How many memberships the order has confirmed."""

    confirmed = serializers.IntegerField()


class AlertSerializer(StrictSerializer):
    """Something in a body that calls for a person."""

    kind = serializers.CharField(source="kind.value")
    body = serializers.IntegerField(source="body.pk")
    name = serializers.CharField(source="body.name")
    office = CodeSerializerField(MembershipRole, allow_null=True)
    person = serializers.IntegerField(source="person.pk", allow_null=True, default=None)
    on = serializers.DateField(allow_null=True)
    argument = serializers.SerializerMethodField(help_text="The rulebook's sentence, for too few teachers.")

    def get_argument(self, alert: Any) -> str:
        """The argument in the language of the request."""
        from apps.rulebook.explain import explain

        return explain(alert.finding, self.context["language"]).text if alert.finding else ""
