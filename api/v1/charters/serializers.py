"""Versions of the charter: what they are made of, their values, clauses, papers and readers."""

from typing import Any

from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.v1.fields import CodeSerializerField, ReferenceField, StrictDateField
from api.v1.policy.serializers import AnyValue, ParameterSerializer
from api.v1.serializers import StrictSerializer
from apps.charters.enums import CharterStage, ProfileState
from apps.charters.models import PolicyProfile
from apps.charters.queries.difference import Part
from apps.people.models import Person
from apps.rulebook.enums import CouncilKind
from apps.rulebook.module_files import all_modules
from apps.rulebook.text import Language

LANGUAGES = [(one.value, one.name) for one in Language]
LONGEST_CLAUSE, LONGEST_REASON = 4000, 300


def language() -> str:
    """The language of the answer."""
    return get_language() or "ky"


class ModuleUseSerializer(StrictSerializer):
    """A document of a version; a council charter may be bound to one kind of council."""

    module = serializers.ChoiceField(choices=sorted(all_modules()))
    council_kind = CodeSerializerField(CouncilKind, allow_null=True, default=None)


class VersionSerializer(StrictSerializer):
    """A version of the charter."""

    id = serializers.IntegerField()
    number = serializers.IntegerField()
    state = CodeSerializerField(ProfileState)
    valid_from = StrictDateField(help_text="In force from this day; of a draft, the day it is meant for.")
    valid_until = StrictDateField(allow_null=True, help_text="The day it stops, itself excluded.")
    language = serializers.CharField(help_text="ky, ru or en: the language it is adopted in.")
    note = serializers.CharField()
    act = serializers.CharField()
    adopted_on = StrictDateField(allow_null=True)
    based_on = serializers.IntegerField(source="based_on_id", allow_null=True)
    modules = ModuleUseSerializer(many=True)
    version = serializers.IntegerField(source="row_version")
    updated_at = serializers.DateTimeField()


class PaperSerializer(StrictSerializer):
    """A paper of the route."""

    id = serializers.IntegerField()
    kind = serializers.CharField(source="kind.value")
    number = serializers.CharField()
    act_date = StrictDateField()
    signed_by = serializers.IntegerField(source="signed_by_id", allow_null=True)
    fingerprint = serializers.CharField(help_text="SHA-256 of the exact content it binds.")


class DifferenceSerializer(StrictSerializer):
    """One place where two contents differ."""

    part = CodeSerializerField(Part)
    module = serializers.CharField(allow_blank=True)
    key = serializers.CharField()
    number = serializers.CharField(allow_blank=True)
    before = AnyValue()
    now = AnyValue()


class OwnValueSerializer(StrictSerializer):
    """A value of the school's own."""

    key = serializers.CharField()
    council_kind = CodeSerializerField(CouncilKind, allow_null=True)
    value = AnyValue()
    clause = serializers.CharField()
    reason = serializers.CharField()


class SideSerializer(StrictSerializer):
    """What one document says in a conflict."""

    module = serializers.CharField()
    printed = serializers.ListField(child=serializers.CharField())
    value = AnyValue()


class ConflictSerializer(StrictSerializer):
    """Documents that disagree; `winner` is null until a person picks."""

    key = serializers.CharField()
    council_kind = CodeSerializerField(CouncilKind, allow_null=True)
    sides = SideSerializer(many=True)
    winner = serializers.CharField(allow_null=True)
    reason = serializers.CharField(allow_blank=True)


class UnsaidSerializer(StrictSerializer):
    """A value that was changed while the words of its clause were not."""

    key = serializers.CharField()
    module = serializers.CharField()
    clause = serializers.CharField(help_text="Key of the clause.")
    number = serializers.CharField()


class RouteSerializer(StrictSerializer):
    """The route of a version, its own values and its conflicts."""

    stage = CodeSerializerField(CharterStage)
    fingerprint = serializers.CharField(help_text="Of the content as it stands.")
    considered = PaperSerializer(allow_null=True)
    considered_valid = serializers.BooleanField()
    approved = PaperSerializer(allow_null=True)
    approved_valid = serializers.BooleanField()
    changed_since = DifferenceSerializer(many=True, help_text="What differs from what was approved or considered.")
    values = OwnValueSerializer(many=True)
    conflicts = ConflictSerializer(many=True)
    unsaid = UnsaidSerializer(many=True, help_text="Clauses that still read as their module does.")


class VersionDetailSerializer(VersionSerializer, RouteSerializer):
    """A version with its route, values and conflicts."""


class ValueInDraftSerializer(StrictSerializer):
    """A rule of a version as it would hold on its first day."""

    sentence = serializers.CharField(help_text="The rule in plain words; {value} is where the value stands.")
    parameter = ParameterSerializer()
    checks = serializers.ListField(child=serializers.CharField(), help_text="Checks that it feeds.")


class NewVersionSerializer(StrictSerializer):
    """The next version: a copy of `based_on`, or of documents."""

    valid_from = StrictDateField()
    based_on = ReferenceField(PolicyProfile.objects.all(), required=False, allow_null=True, default=None)
    modules = ModuleUseSerializer(many=True, required=False, default=())
    language = serializers.ChoiceField(choices=LANGUAGES, required=False, default="")
    note = serializers.CharField(max_length=LONGEST_REASON, required=False, allow_blank=True, default="")


class VersionChangeSerializer(StrictSerializer):
    """What a draft is made of; what is left out stays."""

    valid_from = StrictDateField(required=False)
    modules = ModuleUseSerializer(many=True, required=False)
    language = serializers.ChoiceField(choices=LANGUAGES, required=False)
    note = serializers.CharField(max_length=LONGEST_REASON, required=False, allow_blank=True)


class ValueOrNull(AnyValue):
    """A value, or null."""

    def validate_empty_values(self, data: Any) -> tuple[bool, Any]:
        """Null is a value here."""
        return (True, None) if data is None else super().validate_empty_values(data)


class SetValueSerializer(StrictSerializer):
    """A value of the school's own; null leaves the point open."""

    value = ValueOrNull()
    clause = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    reason = serializers.CharField(max_length=LONGEST_REASON)
    council_kind = CodeSerializerField(CouncilKind, required=False, allow_null=True, default=None)


class PickSerializer(StrictSerializer):
    """The document that holds."""

    module = serializers.CharField(max_length=10)
    reason = serializers.CharField(max_length=LONGEST_REASON)
    council_kind = CodeSerializerField(CouncilKind, required=False, allow_null=True, default=None)


@extend_schema_field({"type": "object", "additionalProperties": {"type": "string", "maxLength": LONGEST_CLAUSE}})
class WordsField(serializers.DictField):
    """Words by language."""

    child = serializers.CharField(max_length=LONGEST_CLAUSE, allow_blank=True)

    def __init__(self, **options: Any) -> None:
        options.setdefault("allow_empty", False)
        super().__init__(**options)


class ClauseSerializer(StrictSerializer):
    """A clause of a document of the version."""

    key = serializers.CharField()
    module = serializers.CharField()
    number = serializers.CharField()
    text = WordsField()
    changed = serializers.BooleanField()
    left_out = serializers.BooleanField()
    own = serializers.BooleanField(source="is_own")
    after = serializers.CharField(allow_blank=True)


class NewClauseSerializer(StrictSerializer):
    """A clause of the school's own, behind the clause `after` or at the end."""

    module = serializers.CharField(max_length=10)
    number = serializers.CharField(max_length=20)
    text = WordsField()
    after = serializers.CharField(max_length=60, required=False, allow_blank=True, default="")


class ClauseChangeSerializer(StrictSerializer):
    """Words of a clause, whether it is left out, the number of one of the school's own."""

    text = WordsField(required=False)
    left_out = serializers.BooleanField(required=False)
    number = serializers.CharField(max_length=20, required=False)


class ConsiderSerializer(StrictSerializer):
    """The protocol of the pedagogical council."""

    act_date = StrictDateField()
    number = serializers.CharField(max_length=40)


class ApproveCharterSerializer(StrictSerializer):
    """The director's order; without `signed_by` whoever asks signs."""

    act_date = StrictDateField()
    number = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    signed_by = ReferenceField(Person.objects.all(), required=False, allow_null=True, default=None)


class InForceSerializer(StrictSerializer):
    """The day from which it holds."""

    valid_from = StrictDateField()


class ReaderSerializer(StrictSerializer):
    """Who is asked to sign, and whether they have."""

    person = serializers.IntegerField(source="person.pk")
    name = serializers.CharField(source="person.full_name")
    asked = serializers.BooleanField()
    signed_on = StrictDateField(allow_null=True)
    on_paper = serializers.BooleanField()


class AcknowledgeSerializer(StrictSerializer):
    """A signature for having read the version."""

    person = ReferenceField(Person.objects.all())
    signed_on = StrictDateField()
    on_paper = serializers.BooleanField(required=False, default=False)
