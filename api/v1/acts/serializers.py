"""Papers: as they are read, and what a program may send."""

from rest_framework import serializers

from api.v1.fields import CodeSerializerField, ReferenceField, StrictDateField
from api.v1.serializers import StrictSerializer
from apps.acts.enums import ActState
from apps.acts.models import Act
from apps.bodies.models import Body
from apps.people.models import Person
from apps.rulebook.enums import ActKind, Purpose, Role
from apps.rulebook.enums import Body as Decider

PEOPLE = Person.objects.all()
ACTS = Act.objects.all()
MOST = 500


class ActSerializer(StrictSerializer):
    """A paper in a list."""

    id = serializers.IntegerField()
    kind = CodeSerializerField(ActKind)
    purpose = CodeSerializerField(Purpose, allow_null=True)
    state = CodeSerializerField(ActState)
    number = serializers.CharField(allow_blank=True)
    act_date = serializers.DateField(help_text="The date on the paper.")
    entered_at = serializers.DateTimeField(help_text="The moment it was entered.")
    effective_from = serializers.DateField(allow_null=True)
    title = serializers.CharField(allow_blank=True)
    signed_by = serializers.IntegerField(source="signed_by_id", allow_null=True)
    signed_role = CodeSerializerField(Role, allow_null=True)
    decided_by = CodeSerializerField(Decider, allow_null=True)
    subject_type = serializers.CharField(allow_blank=True)
    subject = serializers.IntegerField(source="subject_id", allow_null=True)
    basis = serializers.IntegerField(source="basis_id", allow_null=True)
    sitting = serializers.IntegerField(source="sitting_id", allow_null=True)
    persons = serializers.ListField(child=serializers.IntegerField())
    revoked_on = serializers.DateField(allow_null=True)
    fingerprint = serializers.CharField(allow_blank=True, help_text="Of the exact content it binds.")
    version = serializers.IntegerField(source="row_version")


class ActDetailSerializer(ActSerializer):
    """A paper with its text."""

    text = serializers.CharField(allow_blank=True)
    language = serializers.CharField()
    reply = serializers.CharField(allow_blank=True)
    revoke_reason = serializers.CharField(allow_blank=True)
    revoked_by = serializers.IntegerField(source="revoked_by_id", allow_null=True)


class AboutSerializer(StrictSerializer):
    """What every paper says."""

    purpose = CodeSerializerField(Purpose, allow_null=True, default=None)
    body = ReferenceField(Body.objects.all(), allow_null=True, default=None, help_text="The body it is about.")
    basis = ReferenceField(ACTS, allow_null=True, default=None)
    persons = serializers.ListField(child=ReferenceField(PEOPLE), max_length=MOST, default=list)
    language = serializers.ChoiceField(choices=("ky", "ru"), default="ky")
    effective_from = StrictDateField(allow_null=True, default=None)


class RecordActSerializer(AboutSerializer):
    """A paper that exists, as it stands."""

    kind = CodeSerializerField(ActKind)
    act_date = StrictDateField()
    number = serializers.CharField(max_length=40, allow_blank=True, default="")
    signed_by = ReferenceField(PEOPLE, allow_null=True, default=None)
    signed_role = CodeSerializerField(Role, allow_null=True, default=None)
    decided_by = CodeSerializerField(Decider, allow_null=True, default=None)
    title = serializers.CharField(max_length=300, allow_blank=True, default="")
    text = serializers.CharField(max_length=20_000, allow_blank=True, default="")


class DraftActSerializer(AboutSerializer):
    """An order or a submission to be signed."""

    kind = CodeSerializerField(ActKind)
    act_date = StrictDateField()
    title = serializers.CharField(max_length=300)
    text = serializers.CharField(max_length=20_000)


class ChangeDraftSerializer(StrictSerializer):
    """A draft written anew; what is left out stays."""

    act_date = StrictDateField()
    title = serializers.CharField(max_length=300)
    text = serializers.CharField(max_length=20_000)


class SignActSerializer(StrictSerializer):
    """The paper is signed here; without a number it takes the next one of the year."""

    act_date = StrictDateField()
    number = serializers.CharField(max_length=40, allow_blank=True, default="")


class SubmissionAnswerSerializer(StrictSerializer):
    """A submission is accepted or declined; a declined one says why."""

    accept = serializers.BooleanField()
    reply = serializers.CharField(max_length=500, allow_blank=True, default="")


class RevokeSerializer(StrictSerializer):
    """A paper has been revoked."""

    revoked_on = StrictDateField()
    reason = serializers.CharField(max_length=300, allow_blank=True, default="")
    revoked_by = ReferenceField(ACTS, allow_null=True, default=None)
