"""Schools out and in as signed files: /districts/…/onboarding/…bundles/ for operators, /data/ for a director's own school."""

import uuid
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import generics
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.v1.districts.views import identity_of
from api.v1.files import FilesParser
from api.v1.permissions import DeniedUnlessDeclared
from api.v1.views import SchoolView, actor_of
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.core.scopes import Wanted
from apps.district.queries.reach import Reached, reached
from apps.people.models import Person
from apps.web import errors as pages
from tenants.context import in_school, public_scope
from tenants.models import School
from tenants.scope import SchoolRef
from usul.control.api import serializers as told
from usul.control.api.views import ControlView
from usul.control.domain import bundles
from usul.control.domain.person import person_document
from usul.control.doors import school_in
from usul.control.enums import JobKind
from usul.control.models import Bundle, Job
from usul.control.queries.bundles import kept
from usul.control.travel import director_of, send

BYTES = {(200, "application/octet-stream"): OpenApiResponse(OpenApiTypes.BINARY, description="The file.")}


def the_kept(rows: QuerySet[Bundle]) -> Bundle:
    """The one bundle, while it is kept.

    Raises:
        Fault: `core.not_found`.
    """
    row = kept(rows).first()
    if row is None:
        raise NOT_FOUND()
    return row


class Bundles(generics.GenericAPIView[Any]):
    """A list of bundles, the newest first."""

    serializer_class = told.BundleSerializer
    queryset = Bundle.objects.none()
    ordering = "-made_at"

    def listed(self, rows: QuerySet[Bundle]) -> Response:
        """A page of those that are still kept. One query."""
        page = self.paginate_queryset(self.filter_queryset(kept(rows)))
        return self.get_paginated_response(told.BundleSerializer(page, many=True).data)


class Travelling(APIView):
    """A resource whose file travels after every scope has closed: the view opens what it needs itself."""

    usul_scope: ClassVar[Wanted] = Wanted(Wanted.Kind.NONE)
    needs: ClassVar[object] = DeniedUnlessDeclared.OPEN  # each asks for its right in the scope it opens
    place: ClassVar[Wanted]

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse whoever may not enter, before anything is read."""
        return pages.refusal(request, self.place) or super().dispatch(request, *args, **kwargs)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """What every request is asked, in the scope of its host: requests are counted in that host's cache."""
        school: SchoolRef | None = request._request.school  # type: ignore[attr-defined]
        with in_school(school, readonly=True) if school else public_scope(readonly=True):
            super().initial(request, *args, **kwargs)


class SchoolBundles(Bundles, ControlView):
    """The bundles of one school."""

    needs = Permission.SCHOOL_MOVE

    @extend_schema(operation_id="schools_bundles", responses=told.BundleSerializer(many=True))
    def get(self, request: Request, slug: str, school: str) -> Response:
        """Bundles of the school that are written and still kept, the newest first."""
        _by, place = self.desk(request, slug)
        return self.listed(Bundle.objects.filter(school=school_in(place, school)))


class BroughtBundles(Bundles, ControlView):
    """The bundles that were brought to a district."""

    usul_scope = Wanted(Wanted.Kind.PORTAL, large=True)
    needs = Permission.SCHOOL_MOVE
    parser_classes = (FilesParser,)

    @extend_schema(operation_id="bundles_list", responses=told.BundleSerializer(many=True))
    def get(self, request: Request, slug: str) -> Response:
        """Bundles that were brought and are still kept, the newest first."""
        _by, place = self.desk(request, slug)
        return self.listed(Bundle.objects.filter(school=None, district__in=place.below))

    @extend_schema(
        operation_id="bundles_bring",
        request={"multipart/form-data": told.BundleFileSerializer},
        responses={201: told.BroughtBundleSerializer},
    )
    def post(self, request: Request, slug: str) -> Response:
        """Send a bundle. It is looked through from the first byte to the last; nothing is loaded, and a refused one is not kept."""
        by, place = self.desk(request, slug)
        form = told.BundleFileSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        row = bundles.bring_bundle(by=by, district=place.district, file=form.validated_data["file"], now=timezone.now())
        return Response(_told(place, row), status=201)


def _brought(view: ControlView, request: Request, slug: str, bundle: uuid.UUID) -> Any:
    """Who acts, the district and the bundle that was brought to it.

    Raises:
        Fault: `core.not_found`.
    """
    by, place = view.desk(request, slug)
    return by, place, the_kept(Bundle.objects.filter(pk=bundle, school=None, district__in=place.below))


def _told(place: Reached, row: Bundle) -> Any:
    return told.BroughtBundleSerializer(row, context={"below": place.below}).data


class BroughtBundle(ControlView):
    """A bundle that was brought."""

    needs = Permission.SCHOOL_MOVE

    @extend_schema(operation_id="bundles_read", responses=told.BroughtBundleSerializer)
    def get(self, request: Request, slug: str, bundle: uuid.UUID) -> Response:
        """What is in it, and whether its school is here."""
        _by, place, row = _brought(self, request, slug, bundle)
        return Response(_told(place, row))


class BundleLoad(ControlView):
    """The loading of a bundle."""

    needs = Permission.SCHOOL_MOVE

    @extend_schema(operation_id="bundles_load", request=told.LoadingSerializer, responses={202: told.JobSerializer})
    def post(self, request: Request, slug: str, bundle: uuid.UUID) -> Response:
        """Make the bundle the school it was taken from, or load it beside the living one and compare; follow the job of the answer."""
        by, place, row = _brought(self, request, slug, bundle)
        form = told.LoadingSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        now, values = timezone.now(), form.validated_data
        if values["beside"]:
            job = bundles.load_beside(by=by, bundle=row, within=place.below, now=now)
        else:
            wanted = values["slug"] or row.told["school"]["slug"]
            job = bundles.load_bundle(by=by, bundle=row, district=place.district, slug=wanted, now=now)
        return Response(told.JobSerializer(job).data, status=202)


class BundleFile(Travelling):
    """The file of a school's bundle."""

    tag: ClassVar[str] = "onboarding"
    place = Wanted(Wanted.Kind.PORTAL)

    @extend_schema(operation_id="bundles_fetch", responses=BYTES)
    def get(self, request: Request, slug: str, bundle: uuid.UUID) -> HttpResponseBase:
        """The file, for as long as it is kept."""
        with public_scope(readonly=True):
            place = reached(identity_of(request), slug)
            if place is None or Permission.SCHOOL_MOVE not in place.rights:
                raise NOT_FOUND()
            row = the_kept(Bundle.objects.filter(pk=bundle, district__in=place.below))
        return send(row)


class OwnData(SchoolView):
    """A school's data as a whole, which the public scope keeps account of."""

    usul_scope: ClassVar[Wanted] = Wanted(Wanted.Kind.PORTAL)
    needs = Permission.SCHOOL_EXPORT
    tag = "data"

    def school(self) -> SchoolRef:
        """The school of this host."""
        school: SchoolRef = self.request._request.school  # type: ignore[attr-defined]
        return school


class OwnBundles(Bundles, OwnData):
    """A school's own data as signed files."""

    @extend_schema(operation_id="data_bundles", responses=told.BundleSerializer(many=True))
    def get(self, request: Request) -> Response:
        """Bundles of this school that are written and still kept, the newest first."""
        return self.listed(Bundle.objects.filter(school=self.school().id))

    @extend_schema(
        operation_id="data_bundle_request", request=told.NothingSerializer, responses={202: told.JobSerializer}
    )
    def post(self, request: Request) -> Response:
        """Have everything this school has written into one signed file. The answer is the job to ask after."""
        told.NothingSerializer(data=request.data).is_valid(raise_exception=True)
        school = School.objects.select_related("district").get(pk=self.school().id)
        job = bundles.ask_for_bundle(by=actor_of(request), school=school, now=timezone.now())
        return Response(told.JobSerializer(job).data, status=202)


class OwnJob(OwnData):
    """The writing of a school's own bundle."""

    serializer_class = told.JobSerializer

    @extend_schema(operation_id="data_job", responses=told.JobSerializer)
    def get(self, request: Request, job: uuid.UUID) -> Response:
        """The state of the work."""
        rows = Job.objects.select_related("school").filter(school=self.school().id, kind=JobKind.EXPORT)
        return Response(told.JobSerializer(self.found(rows, pk=job)).data)


class OwnBundleFile(Travelling):
    """The file of a school's own bundle."""

    tag: ClassVar[str] = "data"
    place = Wanted(Wanted.Kind.SCHOOL)

    @extend_schema(operation_id="data_bundle_fetch", responses=BYTES)
    def get(self, request: Request, bundle: uuid.UUID) -> HttpResponseBase:
        """The file, for as long as it is kept."""
        _by, school = director_of(request._request)  # type: ignore[arg-type]
        with public_scope(readonly=True):
            row = the_kept(Bundle.objects.filter(pk=bundle, school=school.id))
        return send(row)


class PersonData(Travelling):
    """Everything that is known of one person."""

    tag: ClassVar[str] = "data"
    place = Wanted(Wanted.Kind.SCHOOL)

    @extend_schema(operation_id="data_person", responses={200: OpenApiTypes.OBJECT})
    def get(self, request: Request, pk: int) -> HttpResponseBase:
        """One document for that person: rows by kind, the account and its keys."""
        by, school = director_of(request._request)  # type: ignore[arg-type]
        try:
            return Response(person_document(by=by, school=school, person_id=pk))
        except Person.DoesNotExist:
            raise NOT_FOUND() from None
