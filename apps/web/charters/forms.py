"""Forms of a charter that is being written: what it is made of, a value, a choice, a clause, the papers of its route."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.charters.domain.inputs import ModuleInput
from apps.people.models import Person
from apps.rulebook.enums import CouncilKind
from apps.rulebook.module import ModuleKind
from apps.rulebook.module_files import all_modules
from apps.rulebook.parameters import Kind, Parameter
from apps.web.blocks.forms import Option, RadioCards
from apps.web.blocks.page import LANGUAGES
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm, day_field, text_field

LONGEST_CLAUSE = 4000
MOST_STEPS = 6
# kinds whose control fits into the sentence
INSIDE = frozenset({Kind.WHOLE, Kind.CHOICE, Kind.FRACTION, Kind.FLAG})
OPEN = "open"


class SeenForm(PageForm):
    """A form about a draft that remembers which state of it the person has looked at."""

    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)


class BeginForm(PageForm):
    """The next version is begun."""

    valid_from = day_field(_("Meant to come into force on"))
    note = text_field(_("What changes, and why"), most=300, required=False)


class MadeOfForm(SeenForm):
    """What a draft is made of."""

    modules = forms.MultipleChoiceField(
        label=_("Documents"), required=False, widget=forms.CheckboxSelectMultiple, help_text=_("One for each body.")
    )
    valid_from = day_field(_("Meant to come into force on"))
    language = forms.ChoiceField(
        label=_("Language it is adopted in"), help_text=_("Texts in other languages are translations of it.")
    )
    note = text_field(_("What changes, and why"), most=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = reader_language()
        self.fields["modules"].choices = [  # type: ignore[attr-defined]
            (code, Option(f"{code} · {module.title.in_(language)}", module.kind.label.in_(language)))
            for code, module in all_modules().items()
        ]
        self.fields["language"].choices = [(one.code, one.name) for one in LANGUAGES]  # type: ignore[attr-defined]

    def chosen(self, before: dict[str, CouncilKind | None]) -> list[ModuleInput]:
        """The modules in their usual order: charters, duties, registers; a council stays bound as it was."""
        known, order = all_modules(), list(ModuleKind)
        codes = sorted(self.cleaned_data["modules"], key=lambda code: (order.index(known[code].kind), code))
        return [ModuleInput(code, before.get(code)) for code in codes]


class ValueForm(SeenForm):
    """A value of the school's own for one parameter."""

    value: Any
    leave_open = forms.BooleanField(label=_("We do not regulate this"), required=False)
    clause = text_field(
        _("Number of the clause of our own"), most=40, required=False, help_text=_("If the document has one for it.")
    )
    reason = text_field(_("Why"), most=300, help_text=_("Those who consider and approve the charter will read it."))

    def __init__(self, *args: Any, parameter: Parameter[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parameter = parameter
        self.fields["value"] = value_field(parameter)
        self.order_fields(["seen", "value", "leave_open", "clause", "reason"])

    @property
    def inside(self) -> bool:
        """The control stands inside the sentence."""
        return self.parameter.kind in INSIDE

    def plain(self) -> Any:
        """The value as the verb takes it; None where the point is left open."""
        data = self.cleaned_data
        if data["leave_open"]:
            return None
        raw = data["value"]
        match self.parameter.kind:
            case Kind.FLAG:
                return {"yes": True, "no": False}.get(raw, raw)
            case Kind.NUMBERS:
                return [int(number) for number in raw]
            case Kind.STEPS:
                return [part for part in raw.split() if part]
            case _:
                return raw


def initial_value(parameter: Parameter[Any], value: Any) -> Any:
    """A value as its control shows it."""
    if value is None:
        return None
    plain = parameter.encode(value)
    match parameter.kind:
        case Kind.FLAG:
            return "yes" if plain else "no"
        case Kind.NUMBERS:
            return [str(number) for number in plain]
        case Kind.STEPS:
            return "\n".join(plain)
        case _:
            return plain


def value_field(parameter: Parameter[Any]) -> forms.Field:
    """The control that fits the kind of a parameter."""
    language, label = reader_language(), parameter.label.in_(reader_language())
    label = label[:1].upper() + label[1:]
    codes = [(code, words.in_(language)) for code, words in parameter.allowed.items()]
    match parameter.kind:
        case Kind.WHOLE:
            widget = forms.NumberInput(attrs={"class": "sentence__number", "inputmode": "numeric"})
            return forms.IntegerField(label=label, required=False, widget=widget)
        case Kind.FLAG:
            return forms.ChoiceField(label=label, choices=[("yes", _("yes")), ("no", _("no"))], required=False)
        case Kind.CHOICE:
            return forms.ChoiceField(label=label, choices=codes, required=False)
        case Kind.CHOICES:
            return forms.MultipleChoiceField(
                label=label, choices=codes, required=False, widget=forms.CheckboxSelectMultiple
            )
        case Kind.NUMBERS:
            numbers = [
                (str(number), str(number)) for number in range(int(parameter.low or 0), int(parameter.high or 0) + 1)
            ]
            return forms.MultipleChoiceField(
                label=label, choices=numbers, required=False, widget=forms.CheckboxSelectMultiple
            )
        case Kind.STEPS:
            told = ", ".join(f"{code} ({words})" for code, words in codes)
            return forms.CharField(
                label=label,
                required=False,
                help_text=told,
                max_length=400,
                widget=forms.Textarea(attrs={"rows": MOST_STEPS}),
            )
        case _:
            return forms.CharField(
                label=label, required=False, max_length=9, widget=forms.TextInput(attrs={"class": "sentence__number"})
            )


class WinnerForm(SeenForm):
    """Which of the documents holds where they disagree."""

    module = forms.ChoiceField(label=_("Which document holds"), widget=RadioCards)
    reason = text_field(_("Why"), most=300, help_text=_("Those who consider and approve the charter will read it."))

    def __init__(self, *args: Any, sides: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].choices = list(sides)  # type: ignore[attr-defined]


class ClauseForm(SeenForm):
    """The words of a clause in three languages."""

    ky = text_field("Кыргызча", most=LONGEST_CLAUSE, required=False, rows=4)
    ru = text_field("Русский", most=LONGEST_CLAUSE, required=False, rows=4)
    en = text_field("English", most=LONGEST_CLAUSE, required=False, rows=4)

    def text(self) -> dict[str, str]:
        """What the verb takes."""
        return {code: self.cleaned_data[code] for code in ("ky", "ru", "en")}


class OwnClauseForm(ClauseForm):
    """A clause of the school's own."""

    number = text_field(_("Number"), most=20)
    after = forms.ChoiceField(label=_("Stands behind"), required=False)
    field_order = ("seen", "number", "after", "ky", "ru", "en")

    def __init__(self, *args: Any, behind: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = list(behind)
        if choices:
            self.fields["after"].choices = [("", _("at the end")), *choices]  # type: ignore[attr-defined]
        else:
            del self.fields["after"]


class ConsiderForm(SeenForm):
    """The pedagogical council has considered the draft."""

    act_date = day_field(_("Day of the protocol"))
    number = text_field(_("Number of the protocol"), most=40)


class ApproveForm(SeenForm):
    """The director's order."""

    act_date = day_field(_("Day of the order"))
    number = text_field(
        _("Number of the order"),
        most=40,
        required=False,
        help_text=_("Left empty, it takes the next number of the year."),
    )
    signed_by = forms.ChoiceField(label=_("Signed by"), required=False)

    def __init__(self, *args: Any, directors: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in directors}
        choices = [(pk, person.full_name) for pk, person in self.people.items()]
        self.fields["signed_by"].choices = choices  # type: ignore[attr-defined]


class InForceForm(SeenForm):
    """The approved version begins to hold."""

    valid_from = day_field(_("In force from"))


class PaperReaderForm(PageForm):
    """Somebody has signed the sheet behind the paper."""

    person = forms.ChoiceField(label=_("Who"))
    signed_on = day_field(_("Signed on"))

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        choices = [(pk, person.full_name) for pk, person in self.people.items()]
        self.fields["person"].choices = choices  # type: ignore[attr-defined]
