"""Associations and councils."""

from rest_framework import serializers

from api.v1.fields import CodeSerializerField
from api.v1.serializers import StrictSerializer
from apps.bodies.enums import BodyKind, MembershipRole
from apps.rulebook.enums import AssociationKind, CouncilKind, MemberCategory


class BodySerializer(StrictSerializer):
    """A body in a list."""

    id = serializers.IntegerField()
    kind = CodeSerializerField(BodyKind)
    name = serializers.CharField()
    association_kind = CodeSerializerField(AssociationKind, allow_null=True)
    council_kind = CodeSerializerField(CouncilKind, allow_null=True)
    created_on = serializers.DateField(allow_null=True)
    dissolved_on = serializers.DateField(allow_null=True)


class MemberSerializer(StrictSerializer):
    """A person in a body."""

    person = serializers.IntegerField(source="person_id")
    name = serializers.CharField(source="person.short_name")
    role = CodeSerializerField(MembershipRole)
    category = CodeSerializerField(MemberCategory, allow_null=True)
    valid_from = serializers.DateField()
    valid_until = serializers.DateField(allow_null=True)


class BodyDetailSerializer(BodySerializer):
    """A body with everyone who is in it today."""

    members = MemberSerializer(many=True)
