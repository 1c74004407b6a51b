"""A form with every kind of field, and the same form with mistakes."""

from django import forms

from apps.web.blocks.forms import DateInput, Option, RadioCards, Stepper, TimeInput
from apps.web.design.samples import say


class SittingForm(forms.Form):
    """Fields of every shape; nothing is stored."""

    body = forms.ChoiceField()
    held_on = forms.DateField(widget=DateInput)
    starts_at = forms.TimeField(widget=TimeInput, required=False)
    theme = forms.CharField(max_length=200)
    present = forms.IntegerField(min_value=0, max_value=40, widget=Stepper)
    basis = forms.ChoiceField(widget=RadioCards)
    kind = forms.ChoiceField(widget=forms.RadioSelect)
    members = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    decision = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), required=False)
    confirmed = forms.BooleanField()

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._name_fields()
        self._offer_choices()

    def _name_fields(self) -> None:
        labels = {
            "body": ("Усулдук бирикме", "Методическое объединение", "Association"),
            "held_on": ("Отурумдун күнү", "Дата заседания", "Date of the sitting"),
            "starts_at": ("Башталышы", "Начало", "Starts at"),
            "theme": ("Тема", "Тема", "Theme"),
            "present": ("Катышкандар", "Присутствовало", "Present"),
            "basis": ("Күндөр кантип эсептелет", "Как считать дни", "How days are counted"),
            "kind": ("Отурумдун түрү", "Вид заседания", "Kind of sitting"),
            "members": ("Катышкан мүчөлөр", "Присутствовавшие члены", "Members present"),
            "decision": ("Токтом", "Решение", "Resolution"),
            "confirmed": (
                "Маалыматтын тууралыгын ырастайм",
                "Подтверждаю верность данных",
                "I confirm that the data are right",
            ),
        }
        for name, words in labels.items():
            self.fields[name].label = say(*words)
        self.fields["held_on"].help_text = say(
            "Отурум өткөн күн, жарыяланган күн эмес.",
            "День заседания, а не объявления.",
            "The day it was held, not announced.",
        )
        self.fields["theme"].help_text = say(
            "Жылдык пландан: «Сынчыл ой жүгүртүү».",
            "Из годового плана: «Критическое мышление».",
            "From the year plan: “Critical thinking”.",
        )

    def _offer_choices(self) -> None:
        self.fields["body"].choices = [  # type: ignore[attr-defined]
            ("1", say("Табигый илимдер", "Естественные науки", "Natural sciences")),
            ("2", say("Башталгыч класстар", "Начальные классы", "Primary classes")),
        ]
        calendar = Option(
            say("Календардык күндөр", "Календарные дни", "Calendar days"),
            say("Дем алыш күндөрү да эсептелет", "Выходные тоже считаются", "Days off count too"),
        )
        working = Option(
            say("Жумуш күндөрү", "Рабочие дни", "Working days"),
            say("Дем алыш күндөрүнүн тизмеси керек", "Нужен список выходных", "Needs the list of days off"),
        )
        self.fields["basis"].choices = [("calendar", calendar), ("working", working)]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            ("plain", say("Кезектеги", "Очередное", "Regular")),
            ("extra", say("Кезексиз", "Внеочередное", "Extraordinary")),
        ]
        self.fields["members"].choices = [  # type: ignore[attr-defined]
            ("a", "Асанова Гүлнара"),
            ("b", "Өмүрбеков Ысмайыл"),
            ("c", "Жээнбекова Жаңыл"),
        ]


def clean_form() -> SittingForm:
    return SittingForm(
        initial={
            "held_on": "2026-11-20",
            "starts_at": "14:00",
            "present": 5,
            "basis": "calendar",
            "kind": "plain",
            "members": ["a"],
        }
    )


def broken_form() -> SittingForm:
    """The same form after a submission with four mistakes."""
    sent = {"body": "1", "held_on": "", "theme": "", "present": "-2", "basis": "", "kind": "plain"}
    return SittingForm({f"again-{name}": value for name, value in sent.items()}, prefix="again")
