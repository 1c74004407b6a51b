"""Papers as rows of a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from apps.acts.models import Act
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
    """Papers as lines; `signed_by` comes with them."""
    language = reader_language()
    return [
        ActRow(
            url=reverse("act_page", args=[act.pk]),
            title=act_title(act),
            sub=act.title or (act.purpose.label.in_(language) if act.purpose else ""),
            on=act.act_date,
            hand=hand_words(act),
            state=state_words(act),
            revoked=act.revoked_on is not None,
        )
        for act in acts
    ]


def paper_columns() -> dict[str, Column]:
    """Heads of a table of papers."""
    return {
        "title": Column(_("Paper")),
        "on": Column(_("Date")),
        "hand": Column(_("Signed or decided by")),
        "state": Column(_("State")),
    }
