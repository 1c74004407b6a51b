"""/districts/…/onboarding/ and /fleet/: setting schools up and looking after them."""

import uuid
from dataclasses import replace
from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import get_language
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.v1 import faults
from api.v1.districts.views import identity_of
from api.v1.views import actor_of
from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.core.scopes import Wanted
from apps.district.queries.reach import Reached, reached
from tenants.models import School
from usul.control import errors
from usul.control.api import serializers as told
from usul.control.domain import jobs
from usul.control.domain.schools import SchoolInput, request_school
from usul.control.doors import DOINGS, school_in
from usul.control.models import Job
from usul.control.queries import funnel
from usul.control.queries.board import board


class ControlView(APIView):
    """A resource of the control room, in the public scope."""

    usul_scope: ClassVar[Wanted] = Wanted(Wanted.Kind.PORTAL)
    needs: ClassVar[Permission] = Permission.SCHOOL_ONBOARD
    tag: ClassVar[str] = "onboarding"

    def desk(self, request: Request, slug: str) -> tuple[Actor, Reached]:
        """Who acts, with the rights held over the district; 404 alike for a district out of reach and for none at all."""
        place = reached(identity_of(request), slug)
        if place is None or self.needs not in place.rights:
            raise NOT_FOUND()
        return replace(actor_of(request), permissions=place.rights), place


class Onboarding(ControlView):
    """The schools of a district on their way to being at work."""

    @extend_schema(operation_id="onboarding_read", responses=told.OnboardingStateSerializer)
    def get(self, request: Request, slug: str) -> Response:
        """How far each school has come, and the work that is open or has failed."""
        _by, place = self.desk(request, slug)
        rows = funnel.progress_of(place.below)
        state = {
            "district": place.district.slug,
            "funnel": [{"stage": stage.value, "schools": count} for stage, count in funnel.funnel(rows)],
            "schools": rows,
            "jobs": funnel.jobs_of(place.below),
        }
        return Response(told.OnboardingStateSerializer(state).data)

    @extend_schema(
        operation_id="onboarding_request", request=told.OnboardingSerializer, responses={202: told.JobSerializer}
    )
    def post(self, request: Request, slug: str) -> Response:
        """Ask for a school. It is set up in the background; the answer is the job to ask after."""
        by, place = self.desk(request, slug)
        form = told.OnboardingSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        values = form.validated_data
        wanted = SchoolInput(place.district.pk, **{**values, "hosts": tuple(values["hosts"])})
        job = request_school(by=by, school=wanted, now=timezone.now())
        return Response(told.JobSerializer(job).data, status=202)


class OnboardingJob(ControlView):
    """Work over a whole school."""

    @extend_schema(operation_id="onboarding_job", responses=told.JobSerializer)
    def get(self, request: Request, slug: str, job: uuid.UUID) -> Response:
        """The state of a job."""
        _by, place = self.desk(request, slug)
        return Response(told.JobSerializer(_job(place, job)).data)


class OnboardingRetry(ControlView):
    """A failed job."""

    @extend_schema(operation_id="onboarding_retry", request=told.NothingSerializer, responses={202: told.JobSerializer})
    def post(self, request: Request, slug: str, job: uuid.UUID) -> Response:
        """Try a failed job again."""
        by, place = self.desk(request, slug)
        found = jobs.retry(by=by, job=_job(place, job), now=timezone.now())
        return Response(told.JobSerializer(found).data, status=202)


def _job(place: Reached, job: uuid.UUID) -> Job:
    found = Job.objects.select_related("school").filter(pk=job, school__district__in=place.below).first()
    if found is None:
        raise NOT_FOUND()
    return found


def deed_view(name: str, form: type[serializers.Serializer[Any]], says: str) -> type[ControlView]:
    """The resource of one deed over a school: POST does it and answers with the school's state.

    A deed that queues work (split, delete) has begun when it answers.
    """

    class Deed(ControlView):
        needs = DOINGS[name].needs

        @extend_schema(
            operation_id=f"schools_{name.replace('-', '_')}",
            description=says,
            request=form,
            responses=told.SchoolStateSerializer,
        )
        def post(self, request: Request, slug: str, school: str) -> Response:
            by, place = self.desk(request, slug)
            row = school_in(place, school)
            sent = form(data=request.data)
            sent.is_valid(raise_exception=True)
            values = dict(sent.validated_data)
            if name == "merge":
                values["into"] = _successor(place, values["into"])
            DOINGS[name].do(by, row, values, timezone.now())
            return Response(told.SchoolStateSerializer(School.objects.get(pk=row.pk)).data)

    Deed.__name__ = Deed.__qualname__ = f"School{name.title().replace('-', '')}"
    Deed.__doc__ = says
    return Deed


def _successor(place: Reached, slug: str) -> School:
    found = School.objects.filter(slug=slug, district__in=place.below).first()
    if found is None:
        raise errors.SUCCESSOR_UNFIT(field="into")
    return found


DEEDS: dict[str, tuple[type[serializers.Serializer[Any]], str]] = {
    "administrator": (
        told.AdministratorSerializer,
        "Let the school's administrator in; a letter with the way in follows.",
    ),
    "suspend": (told.SuspensionSerializer, "Close the doors for a while, or leave them open for reading."),
    "resume": (told.NothingSerializer, "Open the doors of a suspended school again."),
    "rename": (told.SlugSerializer, "Give the school another slug; the old host leads to the new one for a while."),
    "add-host": (told.HostSerializer, "Serve the school under one more host of its own."),
    "remove-host": (told.HostSerializer, "Give up a host of the school's own."),
    "close": (told.ReasonSerializer, "Close the school for good; its data are kept for the days of grace."),
    "reopen": (told.NothingSerializer, "Take a closing back while everything is still kept."),
    "hold": (told.ReasonSerializer, "Forbid the deletion of a closed school."),
    "release": (told.NothingSerializer, "Lift the hold."),
    "merge": (told.MergingSerializer, "Close the school; another one may read its people and papers."),
    "split": (told.WantedSchoolSerializer, "Set up a school that begins with a copy of this one."),
    "export": (
        told.NothingSerializer,
        "Have the school's signed bundle written; it is in the school's list of bundles when its job is done.",
    ),
    "delete": (told.NothingSerializer, "Delete the data of a closed school whose days of grace are over."),
}


class Fleet(ControlView):
    """Every school of the installation."""

    needs = Permission.FLEET_READ
    tag = "fleet"

    @extend_schema(
        operation_id="fleet_read",
        parameters=[OpenApiParameter("trouble", bool, description="Only schools in trouble.")],
        responses=told.BoardSerializer,
    )
    def get(self, request: Request) -> Response:
        """Schools, versions and states; for operators."""
        for name in request.query_params:
            if name != "trouble":
                raise faults.PARAMETER_UNKNOWN(name=name, known="trouble")
        asked = request.query_params.get("trouble", "false")
        if asked not in ("true", "false"):
            raise faults.PARAMETER_INVALID(name="trouble", reason="true, false")
        seen = board(language=get_language() or "ky", only_trouble=asked == "true", limit=None)
        return Response(told.BoardSerializer(seen).data)
