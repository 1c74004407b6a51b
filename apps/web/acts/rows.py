"""Papers as rows of a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from apps.acts.models import Act
from apps.bodies.models import Body, Directions
from apps.documents.sheet import Cell
from apps.plans.models import WorkPlan
from apps.web.acts.words import act_title, hand_words, state_words
from apps.web.blocks.tables import Column
from apps.web.findings.present import reader_language


@dataclass(frozen=True, slots=True)
class ActRow:
    """A paper on one line."""

    url: str
    title: str
    sub: str
    on: date
    hand: str
    state: str
    revoked: bool


def act_rows(acts: Iterable[Act]) -> list[ActRow]:
    """Papers as lines; `signed_by` comes with them. Three queries at the most."""
    language, acts = reader_language(), list(acts)
    about = _bodies_of(acts)
    return [
        ActRow(
            url=reverse("act_page", args=[act.pk]),
            title=act_title(act),
            sub=_below(act, about.get((act.subject_type, act.subject_id)), language),
            on=act.act_date,
            hand=hand_words(act),
            state=state_words(act),
            revoked=act.revoked_on is not None,
        )
        for act in acts
    ]


def _below(act: Act, body: str | None, language: str) -> str:
    """What the paper is about, and the body it concerns unless its title names it."""
    words = act.title or (act.purpose.label.in_(language) if act.purpose else "")
    return " · ".join(part for part in (words, body if body and body not in words else "") if part)


def _bodies_of(acts: Iterable[Act]) -> dict[tuple[str, int | None], str]:
    """Name of the body each paper concerns: itself, its plan or its directions. A query for each kind that is there."""
    found: dict[tuple[str, int | None], str] = {}
    ways = {"body": (Body, "name"), "plan": (WorkPlan, "body__name"), "directions": (Directions, "body__name")}
    for kind, (model, name) in ways.items():
        numbers = {act.subject_id for act in acts if act.subject_type == kind and act.subject_id is not None}
        if numbers:
            rows = model._default_manager.filter(pk__in=numbers).values_list("pk", name)
            found |= {(kind, pk): words for pk, words in rows}
    return found


def cells(row: ActRow) -> list[Cell]:
    """A line as cells of a sheet, in the order of the columns."""
    return [" · ".join(part for part in (row.title, row.sub) if part), row.on, row.hand, row.state]


def paper_columns() -> dict[str, Column]:
    """Heads of a table of papers."""
    return {
        "title": Column(_("Paper")),
        "on": Column(_("Date")),
        "hand": Column(_("Signed or decided by")),
        "state": Column(_("State")),
    }
