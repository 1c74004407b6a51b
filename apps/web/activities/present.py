"""The year's work as its pages draw it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from apps.activities.enums import WorkKind
from apps.activities.models import Activity
from apps.bodies.models import Body
from apps.web.activities.kinds import choice_of, name_of
from apps.web.blocks.dates import month_name
from apps.web.blocks.page import Crumb
from apps.web.blocks.papers import Work
from apps.web.bodies.record import crumbs_of
from apps.web.findings.present import reader_language


def below_work(body: Body, *crumbs: Crumb) -> tuple[Crumb, ...]:
    """The way to a page below the work of a body."""
    return (*crumbs_of(body), Crumb(_("Work of the year"), reverse("work_list", args=[body.pk])), *crumbs)


@dataclass(frozen=True, slots=True)
class Month:
    """What was done in one month."""

    label: str
    rows: list[Work]


def by_month(rows: Iterable[Activity]) -> list[Month]:
    """Work under the months it was done in, in the order it came."""
    months: list[Month] = []
    last: tuple[int, int] | None = None
    for row in rows:
        if (row.day.year, row.day.month) != last:
            last = (row.day.year, row.day.month)
            months.append(Month(month_words(row.day), []))
        months[-1].rows.append(work_line(row))
    return months


def month_words(day: date) -> str:
    """`Ноябрь 2026`."""
    return capfirst(f"{month_name(day.month, reader_language())} {day.year}")


def work_line(row: Activity, *, about: str = "") -> Work:
    """A record as one line: what, whose, when."""
    name = name_of(row.kind, row.what)
    people = [person.short_name for person in (row.person, row.teacher) if person is not None]
    who = " → ".join(people) if row.kind is WorkKind.VISIT else "".join(people[:1])
    return Work(
        title=row.title or name,
        url=reverse("work_page", args=[row.pk]),
        about=" · ".join(part for part in (about, name if row.title else "", who) if part),
        why=row.note[:160],
        icon=choice_of(row.kind, row.what).icon,
        due=row.day,
    )
