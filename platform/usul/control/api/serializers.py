"""What programs send to the control room and what they are told."""

from typing import Any

from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.v1.serializers import StrictSerializer
from usul.control.domain.bundles import living_school
from usul.control.domain.schools import SchoolInput
from usul.control.models import Bundle, Job
from usul.control.queries.board import sentence
from usul.control.queries.funnel import Stage
from usul.control.validators import slug_of

LONGEST_TYPED = 200


class _Told(serializers.Serializer[Any]):
    """Only ever sent."""


class WantedSchoolSerializer(StrictSerializer):
    """A school to be set up."""

    name_ky = serializers.CharField(max_length=SchoolInput.LONGEST_NAME, help_text="Official name in Kyrgyz.")
    slug = serializers.CharField(
        max_length=LONGEST_TYPED, required=False, default="", help_text="Made from the name when left out."
    )
    name_ru = serializers.CharField(max_length=SchoolInput.LONGEST_NAME, required=False, default="", allow_blank=True)
    name_en = serializers.CharField(max_length=SchoolInput.LONGEST_NAME, required=False, default="", allow_blank=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Make the slug from the name where none is given."""
        return {**attrs, "slug": attrs["slug"] or slug_of(attrs["name_ky"])}


class OnboardingSerializer(WantedSchoolSerializer):
    """A school to be set up, with hosts of its own."""

    hosts = serializers.ListField(
        child=serializers.CharField(max_length=253), max_length=5, required=False, default=list
    )


class NothingSerializer(StrictSerializer):
    """An empty object."""


class ReasonSerializer(StrictSerializer):
    """Why it is done; the school's people are shown it."""

    reason = serializers.CharField(max_length=300)


class SuspensionSerializer(ReasonSerializer):
    """How far the doors are closed."""

    readonly = serializers.BooleanField(default=False, help_text="Leave the school open for reading.")


class SlugSerializer(StrictSerializer):
    """Another address."""

    slug = serializers.CharField(max_length=LONGEST_TYPED)


class HostSerializer(StrictSerializer):
    """A host name."""

    host = serializers.CharField(max_length=253)


class AdministratorSerializer(StrictSerializer):
    """The first person of a school; somebody who has an account already is found by the address."""

    family_name = serializers.CharField(max_length=80)
    given_name = serializers.CharField(max_length=80, required=False, default="", allow_blank=True)
    email = serializers.EmailField(max_length=254)


class MergingSerializer(ReasonSerializer):
    """The school that takes over."""

    into = serializers.CharField(max_length=LONGEST_TYPED, help_text="Slug of the school that takes over.")


class ComparedTableSerializer(_Told):
    """One table of two schools."""

    table = serializers.CharField()
    one = serializers.IntegerField(help_text="Rows of the one that was loaded.")
    other = serializers.IntegerField(help_text="Rows of the living school.")
    same = serializers.BooleanField(help_text="Equal to the last byte.")


class JobSerializer(_Told):
    """Work over a whole school."""

    id = serializers.UUIDField()
    kind = serializers.CharField(help_text="onboard, delete, split, export, import or restore.")
    school = serializers.CharField(source="school.slug")
    state = serializers.CharField(help_text="queued, running, done or failed.")
    attempts = serializers.IntegerField()
    requested_by = serializers.CharField()
    requested_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
    batch = serializers.UUIDField(allow_null=True)
    error_code = serializers.CharField(help_text="Empty unless the job has failed.")
    reason = serializers.SerializerMethodField(help_text="Why it failed, in the caller's language.")
    compared = serializers.SerializerMethodField(
        help_text="Of a bundle loaded beside its school: the tables of both, side by side; empty otherwise."
    )

    @extend_schema_field(ComparedTableSerializer(many=True))
    def get_compared(self, job: Job) -> list[dict[str, Any]]:
        """What the comparison of a restore found."""
        return list(job.result.get("compared", []))

    @extend_schema_field(serializers.CharField())
    def get_reason(self, job: Job) -> str:
        """The sentence of the fault; empty when there is none."""
        return sentence(job.error_code, get_language() or "ky", job.error)


class BundleSerializer(_Told):
    """A school's signed bundle that is kept here for some days."""

    id = serializers.UUIDField()
    slug = serializers.CharField(source="told.school.slug", help_text="Slug the school had when it was taken out.")
    name = serializers.CharField(source="told.school.name_ky")
    taken_at = serializers.DateTimeField(source="told.taken_at")
    signer = serializers.CharField(source="told.signer", help_text="Public key of the installation that signed it.")
    tables = serializers.IntegerField(source="told.tables")
    rows = serializers.IntegerField(source="told.rows")
    files = serializers.IntegerField(source="told.files")
    size = serializers.IntegerField(help_text="Bytes.")
    made_by = serializers.CharField()
    made_at = serializers.DateTimeField()
    kept_until = serializers.DateTimeField()


class BroughtBundleSerializer(BundleSerializer):
    """A bundle that was brought, and the school of this installation that it was taken from."""

    living = serializers.SerializerMethodField(help_text="Slug of that school; null when it is not within reach.")

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_living(self, bundle: Bundle) -> str | None:
        """One query."""
        school = living_school(bundle, self.context["below"])
        return school.slug if school else None


class BundleFileSerializer(StrictSerializer):
    """A bundle to be looked through, as `multipart/form-data`."""

    file = serializers.FileField(allow_empty_file=True, help_text="The file, a gigabyte at most.")


class LoadingSerializer(StrictSerializer):
    """What a bundle is to become."""

    beside = serializers.BooleanField(
        default=False, help_text="Load it beside the living school, doors closed, and compare the two."
    )
    slug = serializers.CharField(
        max_length=LONGEST_TYPED, required=False, default="", help_text="Another slug than the one it had."
    )


class SchoolStateSerializer(_Told):
    """A school, and how far it has come."""

    slug = serializers.CharField()
    name = serializers.CharField()
    status = serializers.CharField(help_text="requested, provisioning, ready, failed, suspended, closed …")
    status_reason = serializers.CharField()
    status_since = serializers.DateTimeField()


class ProgressSerializer(_Told):
    """A school of the district with the last step it has reached."""

    school = SchoolStateSerializer()
    stage = serializers.ChoiceField(choices=[(stage.value, stage.label.en) for stage in Stage])
    next = serializers.CharField(allow_null=True, help_text="The step still to come; null at the end of the way.")


class StepSerializer(_Told):
    """How many schools have come at least so far."""

    stage = serializers.CharField()
    schools = serializers.IntegerField()


class OnboardingStateSerializer(_Told):
    """Every school of a district on its way to being at work."""

    district = serializers.CharField()
    funnel = StepSerializer(many=True)
    schools = ProgressSerializer(many=True)
    jobs = JobSerializer(many=True, help_text="Open and failed ones.")


class BoardLineSerializer(_Told):
    """A school of the installation."""

    slug = serializers.CharField()
    name = serializers.CharField()
    district = serializers.CharField(source="district_slug")
    status = serializers.CharField()
    version = serializers.IntegerField(allow_null=True)
    behind = serializers.BooleanField()
    trouble = serializers.CharField()


class BoardSerializer(_Told):
    """The whole installation at a glance."""

    newest = serializers.IntegerField(allow_null=True, help_text="The newest version some school is at.")
    troubles = serializers.IntegerField()
    statuses = serializers.DictField(child=serializers.IntegerField())
    versions = serializers.DictField(child=serializers.IntegerField())
    schools = BoardLineSerializer(many=True)
