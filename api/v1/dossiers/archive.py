"""/folders/ and /control-books/: papers of past years on their way to the archive, and what the head of studies has checked."""

from collections.abc import Callable
from typing import Any

import django_filters
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.dossiers.serializers import (
    BookSerializer,
    DestroySerializer,
    EntrySerializer,
    FolderSerializer,
    HandOverSerializer,
    NewBookSerializer,
    NewEntrySerializer,
    NewFolderSerializer,
    OnDaySerializer,
    PrepareSerializer,
)
from api.v1.dossiers.views import year_in
from api.v1.filters import SinceFilter
from api.v1.once import step, tagged
from api.v1.views import SchoolView
from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.dossiers.domain.archive import destroy_folder, hand_over, open_folders, prepare_folder
from apps.dossiers.domain.control import close_book, follow_up, open_book, write_entry
from apps.dossiers.domain.inputs import FolderInput
from apps.dossiers.enums import FolderState
from apps.dossiers.models import ArchiveFolder, ControlBook, ControlEntry
from apps.dossiers.queries.retention import STATE_FILTERS
from apps.rulebook.catalogues import HosItem, PaperKind

BOOKS = ControlBook.objects.select_related("year")
ENTRIES = ControlEntry.objects.select_related("book__year")


class FolderFilter(django_filters.FilterSet):
    """Filters of folders."""

    body = django_filters.NumberFilter(field_name="body_id")
    start_year = django_filters.NumberFilter()
    kind = django_filters.ChoiceFilter(choices=[(kind.value, kind.label.en) for kind in PaperKind])
    state = django_filters.ChoiceFilter(
        choices=[(state.value, state.label.en) for state in FolderState], method="in_state"
    )
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = ArchiveFolder
        fields = ()

    def in_state(self, rows: Any, _name: str, value: str) -> Any:
        """The state is told by the dates."""
        return rows.filter(STATE_FILTERS[FolderState.of(value)])


def folder_data(row: ArchiveFolder) -> dict[str, Any]:
    """A folder as the API shows it."""
    return dict(FolderSerializer(row).data)


class FolderList(ListModelMixin, SchoolView):
    """Folders of past years."""

    serializer_class = FolderSerializer
    queryset = ArchiveFolder.objects.all()
    filterset_class = FolderFilter
    ordering = ("-id",)
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.ARCHIVE_KEEP}
    tag = "archive"

    @extend_schema(operation_id="folders_list")
    def get(self, request: Request) -> Response:
        """Folders, newest entry first. None is ever removed."""
        return self.list(request)

    @extend_schema(operation_id="folders_open", request=NewFolderSerializer, responses={201: FolderSerializer})
    def post(self, request: Request) -> Response:
        """Put a folder of a year that is over onto the list."""

        def do(by: Actor, seen: int | None, **given: Any) -> dict[str, Any]:
            [row] = open_folders(by=by, wanted=[FolderInput(**given)])
            return folder_data(row)

        return step(request, NewFolderSerializer, do)


class FolderDetail(SchoolView):
    """One folder."""

    serializer_class = FolderSerializer
    queryset = ArchiveFolder.objects.all()
    tag = "archive"

    @extend_schema(operation_id="folders_read")
    def get(self, request: Request, pk: int) -> Response:
        """A folder with the days on which it moved."""
        row = self.found(ArchiveFolder.objects.all(), pk=pk)
        return tagged(Response(FolderSerializer(row).data), row)


class FolderStep(SchoolView):
    """Something done to a folder. `If-Match` refuses what has changed meanwhile, `Idempotency-Key` what was done already."""

    queryset = ArchiveFolder.objects.all()
    tag = "archive"

    def taken(self, request: Request, pk: int, verb: Callable[..., Any]) -> Response:
        """Check the values and do it."""
        row = self.found(ArchiveFolder.objects.all(), pk=pk)

        def do(by: Actor, seen: int | None, **given: Any) -> dict[str, Any]:
            return folder_data(verb(by=by, folder=row, seen=seen, **given))

        return step(request, self.serializer_class, do, status=200)


class FolderPrepare(FolderStep):
    """A folder made ready."""

    serializer_class = PrepareSerializer
    needs = Permission.ARCHIVE_KEEP

    @extend_schema(operation_id="folders_prepare", responses={200: FolderSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that it is sewn and numbered, and what lies in it."""
        return self.taken(request, pk, prepare_folder)


class FolderHandOver(FolderStep):
    """A folder handed over."""

    serializer_class = HandOverSerializer
    needs = Permission.ARCHIVE_KEEP

    @extend_schema(operation_id="folders_hand_over", responses={200: FolderSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that it went to the archive by an act."""

        def verb(folder: ArchiveFolder, **given: Any) -> ArchiveFolder:
            return hand_over(folders=[folder], **given)[0]

        return self.taken(request, pk, verb)


class FolderDestroy(FolderStep):
    """A folder whose paper is no more."""

    serializer_class = DestroySerializer
    needs = Permission.ARCHIVE_DESTROY

    @extend_schema(operation_id="folders_destroy", responses={200: FolderSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that the paper was destroyed by an act after its term. Nothing on record is deleted."""
        return self.taken(request, pk, destroy_folder)


class BookFilter(django_filters.FilterSet):
    """Filters of control books."""

    year = django_filters.NumberFilter(field_name="year__start_year")
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = ControlBook
        fields = ()


class BookList(ListModelMixin, SchoolView):
    """Control books of the head of studies."""

    serializer_class = BookSerializer
    queryset = BOOKS
    filterset_class = BookFilter
    ordering = ("-id",)
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.STUDIES_KEEP}
    tag = "control-books"

    @extend_schema(operation_id="control_books_list")
    def get(self, request: Request) -> Response:
        """Control books, newest first."""
        return self.list(request)

    @extend_schema(operation_id="control_books_open", request=NewBookSerializer, responses={201: BookSerializer})
    def post(self, request: Request) -> Response:
        """Open the book of a kind for a year; one that is there is given back as it stands."""

        def do(by: Actor, seen: int | None, kind: str, **given: Any) -> dict[str, Any]:
            year = year_in(given).year
            return dict(BookSerializer(open_book(by=by, year=year, kind=HosItem.of(kind), **given)).data)

        return step(request, NewBookSerializer, do)


class BookClose(SchoolView):
    """A control book closed."""

    serializer_class = OnDaySerializer
    queryset = BOOKS
    needs = Permission.STUDIES_KEEP
    tag = "control-books"

    @extend_schema(operation_id="control_books_close", responses={200: BookSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Close a book at the year's end; nothing is added after that."""
        book = self.found(BOOKS.all(), pk=pk)

        def do(by: Actor, seen: int | None, on: Any) -> dict[str, Any]:
            close_book(by=by, book=book, closed_on=on, seen=seen)
            return dict(BookSerializer(BOOKS.get(pk=pk)).data)

        return step(request, OnDaySerializer, do, status=200)


class EntryFilter(django_filters.FilterSet):
    """Filters of entries."""

    book = django_filters.NumberFilter(field_name="book_id")
    person = django_filters.NumberFilter(field_name="person_id")
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = ControlEntry
        fields = ()


class EntryList(ListModelMixin, SchoolView):
    """Entries of every control book."""

    serializer_class = EntrySerializer
    queryset = ENTRIES
    filterset_class = EntryFilter
    ordering = ("-id",)
    tag = "control-books"

    @extend_schema(operation_id="control_entries_list")
    def get(self, request: Request) -> Response:
        """Entries, newest first."""
        return self.list(request)


class BookEntry(SchoolView):
    """A new entry of one book."""

    serializer_class = NewEntrySerializer
    queryset = BOOKS
    needs = Permission.STUDIES_KEEP
    tag = "control-books"

    @extend_schema(operation_id="control_entries_write", responses={201: EntrySerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Write what was found, at whom, and what is to follow."""
        book = self.found(BOOKS.all(), pk=pk)

        def do(by: Actor, seen: int | None, **given: Any) -> dict[str, Any]:
            return dict(EntrySerializer(write_entry(by=by, book=book, seen=seen, **given)).data)

        return step(request, NewEntrySerializer, do)


class EntryFollowed(SchoolView):
    """An entry checked again."""

    serializer_class = OnDaySerializer
    queryset = ENTRIES
    needs = Permission.STUDIES_KEEP
    tag = "control-books"

    @extend_schema(operation_id="control_entries_follow_up", responses={200: EntrySerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that what the entry asks for was checked again and done."""
        entry = self.found(ENTRIES.all(), pk=pk)

        def do(by: Actor, seen: int | None, on: Any) -> dict[str, Any]:
            return dict(EntrySerializer(follow_up(by=by, entry=entry, done_on=on, seen=seen)).data)

        return step(request, OnDaySerializer, do, status=200)
