"""Dossiers, papers on file, cards, archive folders and control books as the API shows and takes them."""

from typing import Any

from rest_framework import serializers

from api.v1.fields import CodeSerializerField, ReferenceField, StrictDateField
from api.v1.serializers import StrictSerializer
from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.dossiers.enums import BOOKS, DossierState, FolderState
from apps.people.models import Person
from apps.rulebook.catalogues import CardField, HosItem, PaperKind

ASSOCIATIONS = Body.objects.filter(kind=BodyKind.ASSOCIATION)


def year_field(**options: Any) -> serializers.IntegerField:
    """The calendar year in which the academic year begins."""
    return serializers.IntegerField(min_value=1950, max_value=2100, **options)


class RecordSerializer(StrictSerializer):
    """A record of the school that is the paper."""

    type = serializers.CharField()
    id = serializers.IntegerField()


class FiledPaperSerializer(StrictSerializer):
    """A paper that somebody filed. `item` and `part` are codes of the list."""

    id = serializers.IntegerField()
    body = serializers.IntegerField(source="dossier.body_id", allow_null=True)
    year = serializers.IntegerField(source="dossier.year.start_year")
    item = serializers.CharField()
    part = serializers.CharField(allow_blank=True)
    filed_on = serializers.DateField()
    place = serializers.CharField(allow_blank=True)
    recipient = serializers.CharField(allow_blank=True)
    note = serializers.CharField(allow_blank=True)
    updated_at = serializers.DateTimeField()
    version = serializers.IntegerField(source="row_version")


class NewPaperSerializer(StrictSerializer):
    """A paper to be filed: where it lies, or the file itself. The same item and part again writes it anew."""

    body = ReferenceField(ASSOCIATIONS, allow_null=True, default=None, help_text="Empty: of the head of studies.")
    year = year_field()
    item = serializers.SlugField(max_length=40)
    part = serializers.SlugField(max_length=20, allow_blank=True, default="")
    filed_on = StrictDateField()
    place = serializers.CharField(max_length=200, allow_blank=True, default="")
    recipient = serializers.CharField(max_length=160, allow_blank=True, default="")
    note = serializers.CharField(max_length=300, allow_blank=True, default="")
    file = serializers.FileField(required=False, default=None, allow_empty_file=True, allow_null=True)


class ReasonSerializer(StrictSerializer):
    """Why."""

    reason = serializers.CharField(max_length=300)


class ContentSerializer(StrictSerializer):
    """A paper of the list, or a part of one."""

    item = serializers.CharField()
    part = serializers.CharField(allow_blank=True)
    on_file = serializers.BooleanField()
    since = serializers.DateField(allow_null=True)
    wanted = serializers.BooleanField(help_text="False for what is asked for only under a condition that is not met.")
    record = RecordSerializer(allow_null=True, help_text="What the school has on record and need not file again.")
    filed = serializers.IntegerField(allow_null=True, help_text="Number of the filed paper.")


class DossierSerializer(StrictSerializer):
    """A dossier as it stands: every paper of the list in force."""

    body = serializers.IntegerField(allow_null=True)
    year = serializers.IntegerField()
    state = CodeSerializerField(DossierState)
    listed = serializers.BooleanField(help_text="Whether a list is in force at all.")
    done = serializers.IntegerField()
    wanted = serializers.IntegerField()
    place = serializers.CharField(allow_blank=True)
    week_alone = serializers.BooleanField()
    stored_on = serializers.DateField(allow_null=True)
    contents = ContentSerializer(many=True)
    version = serializers.IntegerField(help_text="0 while nobody has filed anything.")


class DescribeSerializer(StrictSerializer):
    """The folder as a whole."""

    place = serializers.CharField(max_length=200, allow_blank=True, default="")
    week_alone = serializers.BooleanField(default=False)
    stored_on = StrictDateField(allow_null=True, default=None)


class CardLineSerializer(StrictSerializer):
    """How complete a card is; nothing of what it holds."""

    person = serializers.IntegerField(source="pk")
    answered = serializers.ListField(child=CodeSerializerField(CardField))
    revised_on = serializers.DateField(allow_null=True)
    version = serializers.IntegerField(help_text="0 while there is no card.")


class CardInputSerializer(StrictSerializer):
    """The whole card. `none_of` names the fields whose answer is that there is none."""

    birth_date = StrictDateField(allow_null=True, default=None)
    speciality = serializers.CharField(max_length=200, allow_blank=True, default="")
    total_years = serializers.IntegerField(min_value=0, max_value=99, allow_null=True, default=None)
    pedagogical_years = serializers.IntegerField(min_value=0, max_value=99, allow_null=True, default=None)
    category = serializers.CharField(max_length=120, allow_blank=True, default="")
    awards = serializers.CharField(max_length=500, allow_blank=True, default="")
    title = serializers.CharField(max_length=200, allow_blank=True, default="")
    phone = serializers.CharField(max_length=40, allow_blank=True, default="")
    none_of = serializers.ListField(child=CodeSerializerField(CardField), max_length=10, default=list)


class CardSerializer(CardInputSerializer):
    """A card with its personal data, for whoever may see them."""

    person = serializers.IntegerField(source="person_id")
    revised_on = serializers.DateField()
    version = serializers.IntegerField(source="row_version")


class FolderSerializer(StrictSerializer):
    """A folder of a past year."""

    id = serializers.IntegerField()
    body = serializers.IntegerField(source="body_id", allow_null=True)
    kind = CodeSerializerField(PaperKind)
    start_year = serializers.IntegerField()
    year_end = serializers.DateField()
    state = CodeSerializerField(FolderState)
    place = serializers.CharField(allow_blank=True)
    contents = serializers.CharField(allow_blank=True)
    sheets = serializers.IntegerField(allow_null=True)
    prepared_on = serializers.DateField(allow_null=True)
    handed_on = serializers.DateField(allow_null=True)
    receiver = serializers.CharField(allow_blank=True)
    act_number = serializers.CharField(allow_blank=True)
    destroyed_on = serializers.DateField(allow_null=True)
    destruction_act = serializers.CharField(allow_blank=True)
    updated_at = serializers.DateTimeField()
    version = serializers.IntegerField(source="row_version")


class NewFolderSerializer(StrictSerializer):
    """A folder of a year that is over."""

    body = ReferenceField(ASSOCIATIONS, allow_null=True, default=None)
    kind = CodeSerializerField(PaperKind)
    start_year = year_field()
    year_end = StrictDateField()
    place = serializers.CharField(max_length=200, allow_blank=True, default="")
    contents = serializers.CharField(max_length=500, allow_blank=True, default="")


class PrepareSerializer(StrictSerializer):
    """A folder is made ready."""

    prepared_on = StrictDateField()
    place = serializers.CharField(max_length=200, allow_blank=True, default="")
    contents = serializers.CharField(max_length=500, allow_blank=True, default="")
    sheets = serializers.IntegerField(min_value=1, max_value=100_000, allow_null=True, default=None)


class HandOverSerializer(StrictSerializer):
    """A folder goes to the archive by an act. `happened` says why it went before its term, where that has happened."""

    handed_on = StrictDateField()
    receiver = serializers.CharField(max_length=200)
    act_number = serializers.CharField(max_length=40)
    happened = serializers.CharField(max_length=300, allow_blank=True, default="")


class DestroySerializer(StrictSerializer):
    """The paper was destroyed by an act. `happened` says why before its term, where that has happened."""

    destroyed_on = StrictDateField()
    act_number = serializers.CharField(max_length=40)
    reason = serializers.CharField(max_length=300, allow_blank=True, default="")
    happened = serializers.CharField(max_length=300, allow_blank=True, default="")


class BookSerializer(StrictSerializer):
    """A control book of the head of studies."""

    id = serializers.IntegerField()
    kind = CodeSerializerField(HosItem)
    year = serializers.IntegerField(source="year.start_year")
    opened_on = serializers.DateField()
    closed_on = serializers.DateField(allow_null=True)
    updated_at = serializers.DateTimeField()
    version = serializers.IntegerField(source="row_version")


class NewBookSerializer(StrictSerializer):
    """A control book to be opened."""

    year = year_field()
    kind = serializers.ChoiceField(choices=[(book.value, book.name) for book in BOOKS])
    opened_on = StrictDateField()


class EntrySerializer(StrictSerializer):
    """An entry of a control book."""

    id = serializers.IntegerField()
    book = serializers.IntegerField(source="book_id")
    on = serializers.DateField()
    person = serializers.IntegerField(source="person_id", allow_null=True)
    finding = serializers.CharField()
    follow_up = serializers.CharField(allow_blank=True)
    due_on = serializers.DateField(allow_null=True)
    done_on = serializers.DateField(allow_null=True)
    updated_at = serializers.DateTimeField()
    version = serializers.IntegerField(source="row_version")


class NewEntrySerializer(StrictSerializer):
    """An entry to be written."""

    on = StrictDateField()
    person = ReferenceField(Person.objects.all(), allow_null=True, default=None)
    finding = serializers.CharField(max_length=500)
    follow_up = serializers.CharField(max_length=300, allow_blank=True, default="")
    due_on = StrictDateField(allow_null=True, default=None)


class OnDaySerializer(StrictSerializer):
    """A day."""

    on = StrictDateField()
