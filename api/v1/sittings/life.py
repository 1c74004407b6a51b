"""A sitting on its way through the API: planned, announced, moved, answered, held deed by deed; its minutes drafted, signed, filed."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.fields import CodeSerializerField, ReferenceField, StrictDateField
from api.v1.once import done_once, step
from api.v1.serializers import StrictSerializer
from api.v1.sittings.serializers import ItemSerializer
from api.v1.sittings.views import detail_data, unchanged
from api.v1.views import SchoolView, actor_of
from apps.bodies.models import Body
from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.documents.enums import MEDIA, FileKind
from apps.documents.typeset import pdf
from apps.documents.word import docx
from apps.people.models import Person
from apps.rulebook.enums import ItemKind
from apps.sittings.domain.agenda import add_item
from apps.sittings.domain.deeds import Deed, perform
from apps.sittings.domain.inputs import ItemInput
from apps.sittings.domain.invite import answer_invitation
from apps.sittings.domain.minutes import archive_minutes, correct_minutes, draft_minutes, file_minutes, put_signature
from apps.sittings.domain.motions import Totals
from apps.sittings.domain.paper import letterhead_of, minutes_paper
from apps.sittings.domain.plan import announce_sitting, cancel_sitting, plan_sitting, postpone_sitting
from apps.sittings.domain.series import repeat_sitting
from apps.sittings.domain.session import lapse_sitting
from apps.sittings.enums import Answer, BallotKind, Choice, LiveDeed, Presence, SittingKind
from apps.sittings.models import AgendaItem, Minutes, Motion, Sitting

PEOPLE = Person.objects.all()
MAKERS = {FileKind.PDF: pdf, FileKind.DOCX: docx}
STEPS = {
    "announce": "announcement of the agenda: announced_on, for_day",
    "postpone": "another day: to_day, reason",
    "cancel": "it will not take place: reason",
    "lapse": "no quorum: reason",
    "repeat": "call a lapsed sitting again: planned_on; answers with the new sitting",
    "add": "one more question: text, kind",
    "answer": "the caller's own answer to the invitation: answer, reason",
    "draft": "the minutes: language",
    "put": "the caller's own signature under the minutes: on",
    "correct": "a note to signed minutes: text, on",
    "file": "signed minutes into their folder: folder, on",
    "archive": "filed minutes into the archive: on",
}


class PlanSittingSerializer(StrictSerializer):
    """A sitting on the calendar of its body."""

    body = ReferenceField(Body.objects.all())
    planned_on = StrictDateField()
    kind = CodeSerializerField(SittingKind, default=SittingKind.ORDINARY)
    starts_at = serializers.TimeField(allow_null=True, default=None)
    place = serializers.CharField(max_length=120, allow_blank=True, default="")
    items = ItemSerializer(many=True, default=list, max_length=100)  # type: ignore[call-arg]


class LifeStepSerializer(StrictSerializer):
    """A step of a sitting's life; which values it takes is told by its name."""

    step = serializers.ChoiceField(choices=sorted(STEPS), help_text="; ".join(f"{k}: {v}" for k, v in STEPS.items()))
    announced_on = StrictDateField(required=False)
    for_day = StrictDateField(required=False, allow_null=True)
    to_day = StrictDateField(required=False)
    planned_on = StrictDateField(required=False)
    on = StrictDateField(required=False)
    reason = serializers.CharField(max_length=300, required=False, allow_blank=True)
    text = serializers.CharField(max_length=2000, required=False)
    folder = serializers.CharField(max_length=120, required=False)
    kind = CodeSerializerField(ItemKind, required=False)
    answer = CodeSerializerField(Answer, required=False)
    language = serializers.ChoiceField(choices=("ky", "ru"), required=False)


class DeedSerializer(StrictSerializer):
    """A deed of a sitting in session. `at` is the moment it was done; `seen` what the program has seen of the row it changes."""

    deed = CodeSerializerField(LiveDeed)
    at = serializers.DateTimeField(required=False, allow_null=True, default=None)
    person = ReferenceField(PEOPLE, allow_null=True, default=None)
    secretary = ReferenceField(PEOPLE, allow_null=True, default=None)
    item = serializers.IntegerField(
        min_value=1, allow_null=True, default=None, help_text="Number of the question's row."
    )
    motion = serializers.IntegerField(min_value=1, allow_null=True, default=None)
    state = CodeSerializerField(Presence, allow_null=True, default=None)
    ballot = CodeSerializerField(BallotKind, default=BallotKind.OPEN)
    choice = CodeSerializerField(Choice, allow_null=True, default=None)
    kind = CodeSerializerField(ItemKind, default=ItemKind.OTHER)
    text = serializers.CharField(max_length=2000, allow_blank=True, default="")
    yes = serializers.IntegerField(min_value=0, max_value=9999, allow_null=True, default=None)
    no = serializers.IntegerField(min_value=0, max_value=9999, default=0)
    abstained = serializers.IntegerField(min_value=0, max_value=9999, default=0)
    invited = serializers.IntegerField(min_value=0, max_value=9999, default=0)
    adopted = serializers.BooleanField(allow_null=True, default=None)
    due_on = StrictDateField(allow_null=True, default=None)
    seen = serializers.IntegerField(min_value=0, max_value=10**9, allow_null=True, default=None)


class SittingPlan(SchoolView):
    """Planning."""

    serializer_class = PlanSittingSerializer
    queryset = Sitting.objects.all()
    needs = Permission.SITTING_PLAN
    within_bodies = True
    tag = "sittings"

    @extend_schema(operation_id="sittings_plan", responses={201: OpenApiTypes.OBJECT})
    def post(self, request: Request) -> Response:
        """Put a sitting on the calendar. What is left from earlier ones comes onto its agenda by itself."""

        def do(seen: int | None, items: list[dict[str, Any]], **given: Any) -> dict[str, Any]:
            asked = [ItemInput(**{**row, "vote": None}) for row in items]
            return detail_data(plan_sitting(items=asked, **given).pk)

        return step(request, PlanSittingSerializer, do)


class SittingStep(SchoolView):
    """One step of a sitting's life."""

    serializer_class = LifeStepSerializer
    queryset = Sitting.objects.all()
    needs = Permission.SCHOOL_READ
    tag = "sittings"

    @extend_schema(operation_id="sittings_step", responses={201: OpenApiTypes.OBJECT})
    def post(self, request: Request, pk: int) -> Response:
        """Take a step; answers with the sitting as it stands then. `If-Match` refuses what has changed meanwhile."""
        sitting = self.found(Sitting.objects.select_related("body", "year"), pk=pk)

        def do(by: Actor, seen: int | None, step: str, **data: Any) -> dict[str, Any]:
            unchanged(sitting, seen)
            made = _take(step, by, sitting, data)
            return detail_data(made.pk if isinstance(made, Sitting) else pk)

        return step(request, LifeStepSerializer, do)


def _take(step: str, by: Actor, sitting: Sitting, data: dict[str, Any]) -> Any:
    given = {"by": by, "sitting": sitting}
    wanted = {
        "announce": ("announced_on",),
        "postpone": ("to_day", "reason"),
        "cancel": ("reason",),
        "repeat": ("planned_on",),
        "add": ("text",),
        "answer": ("answer",),
        "put": ("on",),
        "correct": ("text", "on"),
        "file": ("folder", "on"),
        "archive": ("on",),
    }
    missing = [name for name in wanted.get(step, ()) if name not in data]
    if missing:
        required = serializers.Field.default_error_messages["required"]
        raise serializers.ValidationError(dict.fromkeys(missing, required), code="required")
    match step:
        case "add":
            item = ItemInput(text=data["text"], kind=data.get("kind", ItemKind.OTHER))
            return add_item(by=by, sitting=sitting, item=item, on=by.today)
        case "answer":
            given |= {"at": timezone.now()}
    verbs: dict[str, Any] = {
        "announce": announce_sitting,
        "postpone": postpone_sitting,
        "cancel": cancel_sitting,
        "lapse": lapse_sitting,
        "repeat": repeat_sitting,
        "answer": answer_invitation,
        "draft": draft_minutes,
        "put": put_signature,
        "correct": correct_minutes,
        "file": file_minutes,
        "archive": archive_minutes,
    }
    takes = {
        *wanted.get(step, ()),
        *{"announce": ("for_day",), "answer": ("reason",), "lapse": ("reason",)}.get(step, ()),
    }
    takes |= {"language"} if step == "draft" else set()
    return verbs[step](**given, **{name: value for name, value in data.items() if name in takes})


class SittingDeeds(SchoolView):
    """A sitting in session."""

    serializer_class = DeedSerializer
    queryset = Sitting.objects.all()
    needs = Permission.SCHOOL_READ
    tag = "sittings"

    @extend_schema(operation_id="sittings_deed", responses={201: OpenApiTypes.OBJECT})
    def post(self, request: Request, pk: int) -> Response:
        """Do one deed, as the live page does. Send it under an `Idempotency-Key`, and it is done once however often it arrives."""
        sitting = self.found(Sitting.objects.select_related("body", "year"), pk=pk)
        form = DeedSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        data = form.validated_data
        deed, at = self._deed(sitting, data), _moment(data["at"])
        return done_once(request, lambda: perform(by=actor_of(request), sitting=sitting, deed=deed, at=at))

    def _deed(self, sitting: Sitting, data: dict[str, Any]) -> Deed:
        items = AgendaItem.objects.filter(sitting=sitting).select_related("sitting__body")
        motions = Motion.objects.filter(item__sitting=sitting).select_related("item__sitting__body")
        yes = data["yes"]
        return Deed(
            name=data["deed"],
            item=self.found(items, pk=data["item"]) if data["item"] else None,
            motion=self.found(motions, pk=data["motion"]) if data["motion"] else None,
            totals=None if yes is None else Totals(yes, data["no"], data["abstained"], data["invited"]),
            **{
                name: data[name]
                for name in (
                    "person", "secretary", "state", "ballot", "choice", "kind", "text", "adopted", "due_on", "seen",
                )
            },
        )  # fmt: skip


def _moment(at: datetime | None) -> datetime:
    now = timezone.now()
    return min(at, now) if at is not None else now


class MinutesFile(SchoolView):
    """The protocol as a file."""

    queryset = Minutes.objects.all()
    serializer_class = StrictSerializer
    tag = "sittings"

    @extend_schema(operation_id="sittings_minutes_file", responses={(200, "application/pdf"): OpenApiTypes.BINARY})
    def get(self, request: Request, pk: int, kind: str) -> HttpResponse:
        """The protocol as `pdf` (PDF/A) or `docx`: as it was sealed, or as a draft."""
        kinds = {one.value: one for one in MAKERS}
        if kind not in kinds:
            raise NOT_FOUND()
        rows = Minutes.objects.select_related(
            "sitting__body", "sitting__year", "sitting__chair", "sitting__secretary", "chair", "secretary"
        )
        minutes = self.found(rows, sitting=pk)
        school = request._request.school.name(minutes.language)  # type: ignore[attr-defined]
        url = request.build_absolute_uri(reverse("verify", args=[minutes.code])) if minutes.code else ""
        content = MAKERS[kinds[kind]](minutes_paper(*letterhead_of(minutes, school=school, url=url)))
        return HttpResponse(content, content_type=MEDIA[kinds[kind]])
