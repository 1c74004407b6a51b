"""Form rows: labels, helps, errors, and the summary that leads to them."""

import re

import pytest
from django import forms
from django.utils import translation

from apps.web.blocks.forms import DateInput, Option, RadioCards, Stepper
from tests.web.design.conftest import LANGUAGES, Draw


class Record(forms.Form):
    held_on = forms.DateField(label="Күнү", help_text="Өткөн күн", widget=DateInput)
    present = forms.IntegerField(label="Катышты", widget=Stepper, min_value=0)
    basis = forms.ChoiceField(
        label="Эсеп", choices=[("c", Option("Күн", "Дем алыш да")), ("w", "Иш")], widget=RadioCards
    )
    who = forms.MultipleChoiceField(
        label="Ким", choices=[("a", "А")], widget=forms.CheckboxSelectMultiple, required=False
    )
    sure = forms.BooleanField(label="Ооба")
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> None:
        raise forms.ValidationError("Бүтүндөй ката")


def rows(draw: Draw, form: forms.Form, language: str = "ky") -> str:
    return draw("{% error_summary form %}{% for field in form %}{% form_row field %}{% endfor %}", language, form=form)


def test_summary_leads_to_fields_that_exist(draw: Draw) -> None:
    body = rows(draw, Record({"present": "-1"}))
    targets = re.findall(r'<li><a href="#([^"]+)"', body)
    ids = re.findall(r' id="([^"]+)"', body)
    assert len(targets) == 4
    assert set(targets) <= set(ids)
    assert "<li>Бүтүндөй ката</li>" in body


def test_summary_takes_the_focus_and_is_absent_without_errors(draw: Draw) -> None:
    assert 'role="alert" tabindex="-1" autofocus data-errors' in rows(draw, Record({}))
    assert "data-errors" not in rows(draw, Record())


@pytest.mark.parametrize("language", LANGUAGES)
def test_summary_counts_in_the_language(draw: Draw, language: str) -> None:
    with translation.override(language):
        heading = re.search(r"<h2>([^<]+)</h2>", rows(draw, Record({"sure": "on"}), language))
    expected = {
        "ky": "4 жерди оңдоо керек. Жазганыңыз жоголгон жок.",
        "ru": "Нужно исправить 4 места. Написанное не потеряно.",
        "en": "4 places need correcting. Nothing you wrote is lost.",
    }
    assert heading is not None
    assert heading.group(1) == expected[language]


def test_help_and_error_describe_the_field(draw: Draw) -> None:
    body = rows(draw, Record({}))
    control = re.search(r'<input type="date"[^>]*>', body)
    assert control is not None
    assert 'aria-describedby="id_held_on_helptext id_held_on_error"' in control.group()
    assert 'aria-invalid="true"' in control.group()
    assert 'id="id_held_on_helptext"' in body
    assert 'id="id_held_on_error"' in body


def test_choices_are_a_group_with_a_legend(draw: Draw) -> None:
    body = rows(draw, Record({}))
    group = re.search(r"<fieldset.*?</fieldset>", body, re.S)
    assert group is not None
    assert 'aria-describedby="id_basis_error"' in group.group()
    assert '<span class="choice__note">Дем алыш да</span>' in group.group()
    assert group.group().count('type="radio"') == 2


def test_only_optional_fields_say_so(draw: Draw) -> None:
    assert rows(draw, Record()).count("милдеттүү эмес") == 1


def test_what_was_written_is_still_there(draw: Draw) -> None:
    body = rows(draw, Record({"held_on": "2026-11-20", "present": "-1", "basis": "w", "who": ["a"]}))
    assert 'value="2026-11-20"' in body
    assert 'value="-1"' in body
    assert re.search(r'value="w"[^>]*checked', body)
    assert re.search(r'value="a"[^>]*checked', body)


def test_hidden_fields_have_no_row(draw: Draw) -> None:
    body = draw("{% form_row field %}", field=Record()["token"])
    assert body.startswith('<input type="hidden"')


def test_stepper_buttons_name_their_field(draw: Draw) -> None:
    body = draw("{% form_row field %}", field=Record()["present"])
    assert "Азайтуу: Катышты" in body
    assert "Көбөйтүү: Катышты" in body
