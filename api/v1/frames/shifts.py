"""/districts/{slug}/year-changes/: a change of the school year, entered once and carried out by every school itself."""

import uuid

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.fields import CodeSerializerField, StrictDateField
from api.v1.frames.serializers import SurveySerializer
from api.v1.frames.views import FrameView, survey_data
from api.v1.serializers import StrictSerializer
from apps.calendars.domain.shift import CalendarChange
from apps.calendars.domain.years import PeriodDates
from apps.core.errors import NOT_FOUND
from apps.district.domain.shifts import ask_about_shift, draft_shift, publish_shift
from apps.district.domain.surveys import send_again
from apps.district.enums import ShiftState, SurveyKind
from apps.district.models import CalendarShift, Survey
from apps.district.queries import surveys
from apps.district.queries.reach import Reached
from apps.rulebook.enums import PeriodUnit

MOST = 100


class PeriodChangeSerializer(StrictSerializer):
    """The new days of one quarter or trimester."""

    unit = CodeSerializerField(PeriodUnit)
    number = serializers.IntegerField(min_value=1, max_value=12)
    starts_on = StrictDateField()
    ends_on = StrictDateField()


class ShiftInputSerializer(StrictSerializer):
    """A change to be drafted; what it does not name stays as each school has it."""

    start_year = serializers.IntegerField(min_value=2000, max_value=2100)
    ends_on = StrictDateField(allow_null=True, default=None)
    close_on = StrictDateField(allow_null=True, default=None)
    periods = PeriodChangeSerializer(many=True, default=list)
    act = serializers.CharField(max_length=200)
    published_on = StrictDateField()

    def change(self) -> CalendarChange:
        """What the verb takes."""
        data = self.validated_data
        return CalendarChange(
            ends_on=data["ends_on"],
            close_on=data["close_on"],
            periods=tuple(PeriodDates(**dict(row)) for row in data["periods"]),
        )


class ShiftSerializer(StrictSerializer):
    """A change of the school year."""

    id = serializers.UUIDField()
    state = CodeSerializerField(ShiftState)
    start_year = serializers.IntegerField()
    change = serializers.JSONField(help_text="{ends_on, close_on, periods: [{unit, number, starts_on, ends_on}]}")
    act = serializers.CharField()
    published_on = serializers.DateField(help_text="Day of the act.")
    made_by = serializers.CharField()
    announced_at = serializers.DateTimeField(allow_null=True)


class ShiftView(FrameView):
    """A resource of a change."""

    tag = "year changes"

    @staticmethod
    def shift(place: Reached, shift: uuid.UUID) -> CalendarShift:
        """A change of this very district, or 404."""
        row = CalendarShift.objects.filter(pk=shift, district=place.district).first()
        if row is None:
            raise NOT_FOUND()
        return row

    @staticmethod
    def asked(row: CalendarShift) -> Survey:
        """The newest question about a change: what it would move, or, once published, how it was carried out."""
        kind = SurveyKind.CALENDAR if row.state is ShiftState.DRAFT else SurveyKind.SHIFT
        survey = surveys.last_survey(row.pk, kind)
        if survey is None:
            raise NOT_FOUND()
        return survey


class ShiftList(ShiftView):
    """Changes of a district."""

    @extend_schema(operation_id="year_changes_list", responses=ShiftSerializer(many=True))
    def get(self, request: Request, slug: str) -> Response:
        """The newest hundred changes, drafts included."""
        place, _by = self.place(request, slug)
        rows = CalendarShift.objects.filter(district=place.district)[:MOST]
        return Response(ShiftSerializer(rows, many=True).data)

    @extend_schema(operation_id="year_changes_draft", request=ShiftInputSerializer, responses={201: ShiftSerializer})
    def post(self, request: Request, slug: str) -> Response:
        """Write a change down. No school notices before it is published."""
        place, by = self.place(request, slug)
        form = ShiftInputSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        data = form.validated_data
        row = draft_shift(
            by=by,
            district=place.district,
            start_year=data["start_year"],
            change=form.change(),
            act=data["act"],
            published_on=data["published_on"],
        )
        return Response(ShiftSerializer(row).data, status=201)


class ShiftDetail(ShiftView):
    """One change."""

    @extend_schema(operation_id="year_changes_read", responses=ShiftSerializer)
    def get(self, request: Request, slug: str, shift: uuid.UUID) -> Response:
        """A change and how far it has come."""
        place, _by = self.place(request, slug)
        return Response(ShiftSerializer(self.shift(place, shift)).data)


class ShiftPublish(ShiftView):
    """Publishing a change."""

    @extend_schema(operation_id="year_changes_publish", request=None, responses=ShiftSerializer)
    def post(self, request: Request, slug: str, shift: uuid.UUID) -> Response:
        """Let every school carry the change out. Open deadlines are computed anew, closed verdicts stay."""
        place, by = self.place(request, slug)
        row = publish_shift(by=by, shift_id=self.shift(place, shift).pk, below=place.below, now=timezone.now())
        return Response(ShiftSerializer(row).data)


class ShiftAnswers(ShiftView):
    """What a change moves in every school."""

    @extend_schema(operation_id="year_changes_answers", responses=SurveySerializer)
    def get(self, request: Request, slug: str, shift: uuid.UUID) -> Response:
        """The difference list of each school, as far as it has answered; 404 while nobody has asked."""
        place, _by = self.place(request, slug)
        return Response(survey_data(self.asked(self.shift(place, shift))))

    @extend_schema(operation_id="year_changes_ask", request=None, responses={201: SurveySerializer})
    def post(self, request: Request, slug: str, shift: uuid.UUID) -> Response:
        """Ask every school what a draft would move there; nothing is stored in the schools."""
        place, by = self.place(request, slug)
        row = self.shift(place, shift)
        survey = ask_about_shift(by=by, shift=row, below=place.below, now=timezone.now())
        return Response(survey_data(survey), status=201)


class ShiftAgain(ShiftView):
    """A school that could not carry a change out."""

    @extend_schema(operation_id="year_changes_again", request=None, responses=SurveySerializer)
    def post(self, request: Request, slug: str, shift: uuid.UUID, school: str) -> Response:
        """Send the change once more to this one school."""
        place, by = self.place(request, slug)
        survey = send_again(by=by, shift_id=self.shift(place, shift).pk, school_slug=school)
        return Response(survey_data(survey))
