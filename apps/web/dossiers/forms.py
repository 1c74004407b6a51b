"""Forms of dossiers, cards, folders and control books."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.bodies.models import Body
from apps.documents.sniffing import LARGEST
from apps.dossiers.domain.inputs import CardInput, FileInput, FolderInput, PaperInput
from apps.dossiers.enums import MAY_BE_NONE
from apps.people.models import Person
from apps.rulebook.catalogues import CardField, PaperKind
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm, day_field, text_field
from apps.web.people_choices import PersonField, code_choices

Choices = Sequence[tuple[str, str]]
# a file that cannot be accepted has no field of the verb's own
AT_FILE = {"": "file"}


def file_field() -> forms.FileField:
    """A scan or photo of the paper itself."""
    return forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("A photo or a paper: PDF, JPEG, PNG, DOCX or XLSX."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.docx,.xlsx"}),
        allow_empty_file=True,
    )


class PaperForm(PageForm):
    """One paper of the list: where it lies, or the file itself."""

    filed_on = day_field(_("On file since"))
    place = text_field(
        _("Where it lies"), most=200, required=False, help_text=_("Such as: methodical room, cupboard 2, blue folder.")
    )
    file = file_field()
    recipient = text_field(_("Who received it"), most=160, required=False)
    note = text_field(_("Note"), most=300, required=False)

    def __init__(self, *args: Any, report: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if report:
            self.fields["filed_on"].label = _("Given on")
        else:
            del self.fields["recipient"]

    def paper(self, item: str, part: str) -> PaperInput:
        """What the verb takes; a little more of the file than the limit is read, so that the check can tell."""
        data = self.cleaned_data
        sent = data["file"]
        return PaperInput(
            item=item,
            part=part,
            filed_on=data["filed_on"],
            place=data["place"],
            recipient=data.get("recipient", ""),
            note=data["note"],
            file=FileInput(str(sent.name), sent.read(LARGEST + 1)) if sent else None,
        )


class SeveralForm(PageForm):
    """Several papers that lie in one place."""

    items = forms.MultipleChoiceField(label=_("Papers"), widget=forms.CheckboxSelectMultiple())
    filed_on = day_field(_("On file since"))
    place = text_field(_("Where they lie"), most=200)

    def __init__(self, *args: Any, missing: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["items"].choices = missing  # type: ignore[attr-defined]

    def papers(self) -> list[PaperInput]:
        """What the verb takes; a choice is `item` or `item/part`."""
        data = self.cleaned_data
        chosen = [code.partition("/") for code in data["items"]]
        return [PaperInput(item, data["filed_on"], part=part, place=data["place"]) for item, _slash, part in chosen]


class TakeOffForm(PageForm):
    """A paper that was entered by mistake."""

    reason = text_field(_("Why is it taken off?"), most=300)


class DescribeForm(PageForm):
    """The folder as a whole."""

    place = text_field(_("Where the folder stands"), most=200, required=False)
    week_alone = forms.BooleanField(
        label=_("The association holds a methodical week on its own this year"), required=False
    )
    stored_on = day_field(_("Put into store on"), required=False, help_text=_("After the school year has ended."))

    def __init__(self, *args: Any, association: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not association:
            del self.fields["week_alone"]


class CardForm(PageForm):
    """A teacher's card. "None" is an answer; an empty field is not."""

    birth_date = day_field(_("Date of birth"), required=False)
    speciality = text_field(_("Speciality"), most=200, required=False, help_text=_("As in the diploma."))
    total_years = forms.IntegerField(label=_("Years of work in all"), required=False, min_value=0, max_value=99)
    pedagogical_years = forms.IntegerField(label=_("Years of teaching"), required=False, min_value=0, max_value=99)
    category = text_field(_("Qualification category"), most=120, required=False)
    none_category = forms.BooleanField(label=_("No category"), required=False)
    awards = text_field(_("Awards"), most=500, required=False)
    none_awards = forms.BooleanField(label=_("No awards"), required=False)
    title = text_field(_("Honorary title"), most=200, required=False)
    none_title = forms.BooleanField(label=_("No title"), required=False)
    phone = forms.CharField(
        label=_("Telephone"), required=False, max_length=40, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )

    def __init__(self, *args: Any, computed: Iterable[CardField] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        on_record = set(computed)
        for field, name in (
            (CardField.TOTAL_SENIORITY, "total_years"),
            (CardField.PEDAGOGICAL_SENIORITY, "pedagogical_years"),
        ):
            if field in on_record:
                self.fields[name].help_text = _(
                    "Counted from the service on the staff record; fill in only to correct."
                )

    def card(self) -> CardInput:
        """What the verb takes."""
        data = dict(self.cleaned_data)
        none = frozenset(field for field in MAY_BE_NONE if data.pop(f"none_{field.value}"))
        return CardInput(none_of=none, **data)


class FolderForm(PageForm):
    """A folder of a year that is over."""

    body = forms.ChoiceField(label=_("Association"))
    kind = forms.ChoiceField(label=_("What lies in it"))
    start_year = forms.IntegerField(
        label=_("School year began in"), min_value=1950, max_value=2100, help_text=_("2021 for the year 2021–2022.")
    )
    year_end = day_field(_("Last day of that school year"))
    place = text_field(_("Where it lies"), most=200, required=False)
    contents = text_field(_("Contents"), most=500, required=False)

    def __init__(self, *args: Any, bodies: Iterable[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = {str(body.pk): body for body in bodies}
        rows = [("", _("the whole school")), *((number, body.name) for number, body in self.bodies.items())]
        self.fields["body"].choices = rows  # type: ignore[attr-defined]
        self.fields["body"].required = False
        self.fields["kind"].choices = code_choices(PaperKind)  # type: ignore[attr-defined]

    def folder(self) -> FolderInput:
        """What the verb takes."""
        data = dict(self.cleaned_data)
        body = self.bodies.get(data.pop("body"))
        return FolderInput(kind=PaperKind.of(data.pop("kind")), body=body, **data)


class PrepareForm(PageForm):
    """A folder is made ready."""

    prepared_on = day_field(_("Prepared on"))
    place = text_field(_("Where it lies"), most=200, required=False)
    contents = text_field(_("Contents"), most=500, required=False)
    sheets = forms.IntegerField(label=_("Sheets"), required=False, min_value=1, max_value=100_000)


class HandOverForm(PageForm):
    """Folders go to the archive by one act."""

    handed_on = day_field(_("Handed over on"))
    receiver = text_field(_("Who received them"), most=200)
    act_number = text_field(_("Number of the act"), most=40)
    happened = text_field(
        _("Why earlier than the charter allows"),
        most=300,
        required=False,
        help_text=_("Only when it has happened already; otherwise leave it empty."),
    )


class ManyOverForm(HandOverForm):
    """Several folders at once."""

    folders = forms.MultipleChoiceField(label=_("Folders"), widget=forms.CheckboxSelectMultiple())
    field_order = ("folders", "handed_on", "receiver", "act_number", "happened")

    def __init__(self, *args: Any, offered: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["folders"].choices = offered  # type: ignore[attr-defined]


class DestroyForm(PageForm):
    """The paper was destroyed by an act."""

    destroyed_on = day_field(_("Destroyed on"))
    act_number = text_field(_("Number of the act"), most=40)
    reason = text_field(_("Reason in the act"), most=300, required=False)
    happened = text_field(
        _("Why earlier than the charter allows"),
        most=300,
        required=False,
        help_text=_("Only when it has happened already; otherwise leave it empty."),
    )


class EntryForm(PageForm):
    """An entry of a control book."""

    on = day_field(_("Day"))
    person = PersonField(label=_("Teacher"), required=False)
    finding = text_field(_("What was found"), most=500, rows=3)
    follow_up = text_field(_("What is to follow"), most=300, required=False)
    due_on = day_field(_("Until"), required=False)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].offer(people)  # type: ignore[attr-defined]


def missing_choices(rows: Iterable[Any]) -> list[tuple[str, str]]:
    """Papers and parts that are missing, as choices."""
    language = reader_language()
    found: list[tuple[str, str]] = []
    for row in rows:
        label = row.label.in_(language)
        parts = [part for part in row.parts if not part.on_file and not part.waits]
        found += [(f"{row.item}/{part.part}", f"{label}: {part.label.in_(language)}") for part in parts]
        if not row.parts:
            found.append((row.item, label))
    return found
