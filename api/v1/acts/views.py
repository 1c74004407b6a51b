"""/acts/: the register of papers, and what is done to a paper."""

from collections.abc import Callable
from typing import Any

import django_filters
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.acts.serializers import (
    ActDetailSerializer,
    ActSerializer,
    ChangeDraftSerializer,
    DraftActSerializer,
    RecordActSerializer,
    RevokeSerializer,
    SignActSerializer,
    SubmissionAnswerSerializer,
)
from api.v1.filters import SinceFilter
from api.v1.once import done_once, seen_version, step, tagged
from api.v1.views import SchoolView, actor_of
from apps.acts.domain.issue import answer_submission, change_draft, discard_draft, draft_act, issue_order, submit_act
from apps.acts.domain.papers import record_act, remove_act, revoke_act
from apps.acts.enums import ActState
from apps.acts.models import Act
from apps.acts.queries.paper import paper_of, people_of
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.documents.enums import MEDIA, FileKind
from apps.documents.typeset import pdf
from apps.documents.word import docx
from apps.rulebook.enums import ActKind, Purpose

RENDERERS = {"pdf": (FileKind.PDF, pdf), "docx": (FileKind.DOCX, docx)}


class ActFilter(django_filters.FilterSet):
    """Filters of the register."""

    kind = django_filters.ChoiceFilter(choices=[(kind.value, kind.label.en) for kind in ActKind])
    purpose = django_filters.ChoiceFilter(choices=[(one.value, one.label.en) for one in Purpose])
    state = django_filters.ChoiceFilter(choices=[(one.value, one.label.en) for one in ActState])
    year = django_filters.NumberFilter(field_name="act_date__year", label="Calendar year on the paper.")
    body = django_filters.NumberFilter(method="about_body", label="Papers about this body.")
    revoked = django_filters.BooleanFilter(field_name="revoked_on", lookup_expr="isnull", exclude=True)
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = Act
        fields = ()

    def about_body(self, rows: Any, _name: str, value: Any) -> Any:
        """Papers whose subject is the body."""
        return rows.filter(subject_type="body", subject_id=value)


def shown(act: Act) -> dict[str, Any]:
    """A paper as the API shows it."""
    return dict(ActDetailSerializer(act).data)


def values_of(form: serializers.Serializer[Any]) -> dict[str, Any]:
    """Validated values as the verbs take them."""
    form.is_valid(raise_exception=True)
    values = dict(form.validated_data)
    body = values.pop("body")
    return values | {"subject": ("body", body.pk) if body else None}


class ActList(ListModelMixin, SchoolView):
    """The register."""

    serializer_class = ActSerializer
    queryset = Act.objects.all()
    filterset_class = ActFilter
    ordering = ("-act_date", "-id")
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.ACT_RECORD}
    tag = "acts"

    @extend_schema(operation_id="acts_list")
    def get(self, request: Request) -> Response:
        """Orders, submissions, decisions, consents and approvals, the newest first."""
        return self.list(request)

    @extend_schema(operation_id="acts_record", request=RecordActSerializer, responses={201: ActDetailSerializer})
    def post(self, request: Request) -> Response:
        """Enter a paper that exists. Whether its signer held the office is judged, not refused."""
        values = values_of(RecordActSerializer(data=request.data))
        return done_once(request, lambda: shown(record_act(by=actor_of(request), **values)))


class ActDrafts(SchoolView):
    """Papers to be signed."""

    serializer_class = DraftActSerializer
    queryset = Act.objects.all()
    needs = Permission.ACT_RECORD
    tag = "acts"

    @extend_schema(operation_id="acts_draft", responses={201: ActDetailSerializer})
    def post(self, request: Request) -> Response:
        """Prepare an order or a submission. It has no number and counts for nothing until it is signed."""
        values = values_of(DraftActSerializer(data=request.data))
        return done_once(request, lambda: shown(draft_act(by=actor_of(request), **values)))


class ActDetail(SchoolView):
    """One paper."""

    serializer_class = ActDetailSerializer
    queryset = Act.objects.all()
    needs = {"GET": Permission.SCHOOL_READ, "PATCH": Permission.ACT_RECORD, "DELETE": Permission.ACT_RECORD}
    tag = "acts"

    @extend_schema(operation_id="acts_read")
    def get(self, request: Request, pk: int) -> Response:
        """A paper with its text."""
        act = self.found(Act.objects.all(), pk=pk)
        return tagged(Response(shown(act)), act)

    @extend_schema(operation_id="acts_change", request=ChangeDraftSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Write a draft anew; a signed paper is never changed."""
        act = self.found(Act.objects.all(), pk=pk)
        form = ChangeDraftSerializer(data=request.data, partial=True)
        form.is_valid(raise_exception=True)
        now = {name: getattr(act, name) for name in ("act_date", "title", "text")}
        act = change_draft(by=actor_of(request), act=act, seen=seen_version(request), **(now | form.validated_data))
        return tagged(Response(shown(act)), act)

    @extend_schema(operation_id="acts_remove", responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        """Remove a draft, or take back the entry of a paper that nothing refers to."""
        act = self.found(Act.objects.all(), pk=pk)
        if act.state is ActState.DRAFT:
            discard_draft(by=actor_of(request), act=act, seen=seen_version(request))
        else:
            remove_act(by=actor_of(request), act=act, seen=seen_version(request))
        return Response(status=204)


class Deed(SchoolView):
    """Something done to a paper."""

    queryset = Act.objects.all()
    tag = "acts"

    def deed(self, request: Request, pk: int, verb: Callable[..., Any]) -> Response:
        """Check the values and do it."""
        act = self.found(Act.objects.all(), pk=pk)

        def do(**given: Any) -> dict[str, Any]:
            verb(act=act, **given)
            return shown(Act.objects.get(pk=pk))

        return step(request, self.serializer_class, do)


class ActSign(Deed):
    """Signing an order."""

    serializer_class = SignActSerializer
    needs = Permission.ACT_ISSUE

    @extend_schema(operation_id="acts_sign", responses={201: ActDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Sign an order as director; it takes the next number of the year."""
        return self.deed(request, pk, issue_order)


class ActSubmit(Deed):
    """Handing in a submission."""

    serializer_class = SignActSerializer
    needs = Permission.ACT_SUBMIT

    @extend_schema(operation_id="acts_submit", responses={201: ActDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Hand a submission to the director, as the deputy who makes it."""
        return self.deed(request, pk, submit_act)


class ActAnswer(Deed):
    """Answering a submission."""

    serializer_class = SubmissionAnswerSerializer
    needs = Permission.ACT_ISSUE

    @extend_schema(operation_id="acts_answer", responses={201: ActDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Accept or decline a submission as director."""
        return self.deed(request, pk, answer_submission)


class ActRevoke(Deed):
    """Revoking a paper."""

    serializer_class = RevokeSerializer
    needs = Permission.ACT_RECORD

    @extend_schema(operation_id="acts_revoke", responses={201: ActDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that a paper has been revoked from a day on."""
        return self.deed(request, pk, revoke_act)


class ActFile(SchoolView):
    """The paper as a file."""

    serializer_class = ActDetailSerializer
    queryset = Act.objects.all()
    tag = "acts"

    @extend_schema(operation_id="acts_file", responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    def get(self, request: Request, pk: int, form: str) -> HttpResponse:
        """The paper as PDF/A or DOCX, in its own language."""
        if form not in RENDERERS:
            raise NOT_FOUND()
        act = self.found(Act.objects.select_related("signed_by", "basis"), pk=pk)
        kind, render = RENDERERS[form]
        school = request._request.school  # type: ignore[attr-defined]
        made = render(paper_of(act, school=school.name(act.language), people=people_of(act)))
        name = f"act-{act.pk}.{form}"
        return HttpResponse(
            made, content_type=MEDIA[kind], headers={"Content-Disposition": f'attachment; filename="{name}"'}
        )
