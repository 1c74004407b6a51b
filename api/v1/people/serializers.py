"""Staff: names and what the rules need of a person; no telephone, no address."""

from rest_framework import serializers

from api.v1.fields import CodeSerializerField, StrictDateField
from api.v1.serializers import StrictSerializer
from apps.people.enums import AbsenceKind
from apps.rulebook.enums import Education, Role


class PersonSerializer(StrictSerializer):
    """A member of the staff."""

    id = serializers.IntegerField()
    family_name = serializers.CharField()
    given_name = serializers.CharField()
    patronymic = serializers.CharField()
    left_on = serializers.DateField(allow_null=True)


class HoldingSerializer(StrictSerializer):
    """An office held from a day until another."""

    id = serializers.IntegerField()
    role = CodeSerializerField(Role)
    acting = serializers.BooleanField()
    valid_from = serializers.DateField()
    valid_until = serializers.DateField(allow_null=True)
    order_number = serializers.CharField(allow_blank=True)
    order_date = serializers.DateField(allow_null=True)


class AbsenceSerializer(StrictSerializer):
    """Days on which the person is not at work."""

    id = serializers.IntegerField()
    kind = CodeSerializerField(AbsenceKind)
    valid_from = serializers.DateField()
    valid_until = serializers.DateField(allow_null=True)


class SpellSerializer(StrictSerializer):
    """A stretch of work, `valid_until` excluded."""

    valid_from = serializers.DateField()
    valid_until = serializers.DateField(allow_null=True)
    place = serializers.CharField(allow_blank=True)
    in_education = serializers.BooleanField()


class PersonDetailSerializer(PersonSerializer):
    """A person with offices and absences."""

    education = CodeSerializerField(Education, allow_null=True)
    subjects = serializers.ListField(child=serializers.CharField())
    joined_on = serializers.DateField(allow_null=True)
    holdings = HoldingSerializer(many=True)
    absences = AbsenceSerializer(many=True)
    service = SpellSerializer(many=True, source="spells")
    version = serializers.IntegerField(source="row_version")


class PersonInputSerializer(StrictSerializer):
    """The record of a member of the staff."""

    family_name = serializers.CharField(max_length=80)
    given_name = serializers.CharField(max_length=80)
    patronymic = serializers.CharField(max_length=80, allow_blank=True, default="")
    education = CodeSerializerField(Education, allow_null=True, default=None)
    subjects = serializers.ListField(child=serializers.SlugField(max_length=40), max_length=50, default=list)
    joined_on = StrictDateField(allow_null=True, default=None)


class NewHoldingSerializer(StrictSerializer):
    """A person takes an office; `valid_until` is the first day without it."""

    role = CodeSerializerField(Role)
    valid_from = StrictDateField()
    valid_until = StrictDateField(allow_null=True, default=None)
    acting = serializers.BooleanField(default=False)
    order_number = serializers.CharField(max_length=40, allow_blank=True, default="")
    order_date = StrictDateField(allow_null=True, default=None)


class UntilSerializer(StrictSerializer):
    """The first day without it."""

    valid_until = StrictDateField()


class NewAbsenceSerializer(StrictSerializer):
    """Days on which the person is not at work."""

    kind = CodeSerializerField(AbsenceKind)
    valid_from = StrictDateField()
    valid_until = StrictDateField(allow_null=True, default=None)
    note = serializers.CharField(max_length=200, allow_blank=True, default="")


class NewSpellSerializer(StrictSerializer):
    """A stretch of earlier or present work."""

    valid_from = StrictDateField()
    valid_until = StrictDateField(allow_null=True, default=None)
    place = serializers.CharField(max_length=160, allow_blank=True, default="")
    in_education = serializers.BooleanField(default=True)


class ReturnSerializer(StrictSerializer):
    """The person works here again."""

    joined_on = StrictDateField()


class LeavingSerializer(StrictSerializer):
    """The person leaves; offices and memberships end on that day."""

    left_on = StrictDateField(help_text="First day without them.")
    reason = serializers.CharField(max_length=200, allow_blank=True, default="")
