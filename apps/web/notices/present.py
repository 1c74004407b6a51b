"""Notices as the centre and their pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.notices.enums import NoticeKind
from apps.notices.links import notice_path
from apps.notices.models import Notice
from apps.notices.words import said
from apps.web.blocks.dates import clock, day_and_month
from apps.web.findings.present import reader_language

ICONS = {
    NoticeKind.SITTING_ANNOUNCED: "announce",
    NoticeKind.SITTING_MOVED: "calendar",
    NoticeKind.SITTING_CANCELLED: "close",
    NoticeKind.SITTING_SOON: "clock",
    NoticeKind.MINUTES_TO_SIGN: "seal",
    NoticeKind.MINUTES_LATE: "seal",
    NoticeKind.RESOLUTION_GIVEN: "flag",
    NoticeKind.RESOLUTION_MOVED: "calendar",
    NoticeKind.RESOLUTION_DUE: "clock",
    NoticeKind.RESOLUTION_OVERDUE: "warning",
    NoticeKind.PLAN_WAITING: "plan",
    NoticeKind.CHARTER_NEW: "charter",
    NoticeKind.ACT_WAITING: "order",
}
# where a notice leads, by the kind of record it is about
PLACES = {
    "sitting": "sitting_page",
    "resolution": "resolution_page",
    "body": "body_page",
    "finding": "finding_page",
    "act": "act_page",
}
WITHOUT_NUMBER = {"charter": "charter"}


@dataclass(frozen=True, slots=True)
class Line:
    """A notice on one line."""

    url: str
    icon: str
    title: str
    text: str
    on: date
    at: str
    opened: bool


def line_of(row: Notice, schema: str) -> Line:
    """One line of the centre."""
    language = reader_language()
    words, made = said(row.kind, row.data, language), timezone.localtime(row.made_at)
    return Line(
        url=notice_path(schema, row.person_id, row.pk),
        icon=ICONS.get(row.kind, "bell"),
        title=words.title,
        text=words.text,
        on=made.date(),
        at=clock(made, language),
        opened=row.opened_at is not None,
    )


def days_of(lines: Iterable[Line]) -> list[tuple[date, list[Line]]]:
    """Lines by the day they came, as they are ordered."""
    days: dict[date, list[Line]] = {}
    for line in lines:
        days.setdefault(line.on, []).append(line)
    return list(days.items())


def target_of(row: Notice) -> str:
    """The page of what the notice is about; the centre where there is none."""
    body = row.data.get("body_id")
    try:
        if row.subject_type == "proposal" and body:
            return reverse("proposal_list", args=[body])
        if row.subject_type == "plan" and body:
            return reverse("body_page", args=[body]) + "#plan"
        if row.subject_type in WITHOUT_NUMBER:
            return reverse(WITHOUT_NUMBER[row.subject_type])
        return reverse(PLACES.get(row.subject_type, ""), args=[row.subject_id])
    except NoReverseMatch:
        return reverse("notice_list")


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a notice about a sitting has come with one person."""

    name: str
    what: str
    told: str
    mailed: str
    opened: str


def reached(rows: Iterable[Notice]) -> list[Reached]:
    """People in the order of their names; each thing they were told on a line of its own."""
    language = reader_language()
    return [
        Reached(
            name=row.person.full_name,
            what=row.kind.label.in_(language),
            told=moment(row.made_at),
            mailed=moment(row.mailed_at),
            opened=moment(row.opened_at),
        )
        for row in rows
    ]


def moment(at: datetime | None) -> str:
    """`20-ноябры, 14:20`; a dash for what has not happened."""
    if at is None:
        return "—"
    at = timezone.localtime(at)
    return _("%(day)s, %(time)s") % {
        "day": day_and_month(at.date(), reader_language()),
        "time": clock(at, reader_language()),
    }
