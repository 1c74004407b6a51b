"""Sittings, memberships and alerts in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.bodies.enums import AlertKind
from apps.bodies.models import Membership
from apps.bodies.queries.alerts import Alert
from apps.sittings.models import Sitting
from apps.web.acts.words import act_words
from apps.web.blocks.dates import long_date
from apps.web.blocks.papers import Work
from apps.web.blocks.verdicts import mark
from apps.web.findings.present import reader_language, sitting_words, why


def sitting_choice(row: Sitting) -> str:
    """`№3, 2026-жылдын 22-октябры`."""
    return f"№{row.number}, {long_date(row.held_on, reader_language())}" if row.held_on else f"№{row.number}"


@dataclass(frozen=True, slots=True)
class Seat:
    """A membership on one line of a table."""

    row: Membership
    name: str
    url: str
    part: str
    category: str
    paper: str
    paper_url: str
    end_paper: str
    open: bool


def seats_of(rows: Iterable[Membership], today: date) -> list[Seat]:
    """Memberships as lines; `person` and `act` come with the rows."""
    language = reader_language()
    return [
        Seat(
            row=row,
            name=row.person.full_name,
            url=reverse("person_page", args=[row.person_id]),
            part=row.role.label.in_(language),
            category=row.category.label.in_(language) if row.category else "",
            paper=act_words(row.act) if row.act else "",
            paper_url=reverse("act_page", args=[row.act_id]) if row.act_id else "",
            end_paper=act_words(row.end_act) if row.end_act else "",
            open=row.valid_until is None or row.valid_until > today,
        )
        for row in rows
    ]


def alert_lines(alerts: Iterable[Alert], *, with_body: bool = True) -> list[Work]:
    """Alerts as lines of work, each with the page where it is mended."""
    return [_line(alert, with_body=with_body) for alert in alerts]


def late_lines(sittings: Iterable[Sitting], today: date) -> list[Work]:
    """Sittings whose minutes should be signed by now, as lines of work."""
    return [
        Work(
            title=_("The minutes are not signed: %(sitting)s") % {"sitting": sitting_words(row.number, row.held_on)},
            url=f"{reverse('sitting_page', args=[row.pk])}#minutes",
            why=held_ago(row, today),
            about=row.body.name,
            mark=mark("WARN", ""),
        )
        for row in sittings
    ]


def late_until(today: date) -> date:
    """Minutes of sittings held on this day or earlier are spoken of. A courtesy of the pages, no rule."""
    return today - timedelta(days=settings.NOTICES_DAYS["minutes_late"])


def held_ago(sitting: Sitting, today: date) -> str:
    """How long ago a sitting was held."""
    days = (today - sitting.held_on).days if sitting.held_on else 0
    return ngettext("held %(count)d day ago", "held %(count)d days ago", days) % {"count": days}


def _line(alert: Alert, *, with_body: bool) -> Work:
    language = reader_language()
    office = alert.office.label.in_(language) if alert.office else ""
    target = "body_head" if alert.kind is AlertKind.VACANT or alert.office else "body_people"
    look = mark(alert.finding.verdict.value, "") if alert.finding else mark("WARN", "")
    return Work(
        title=_title(alert, office),
        url=reverse(target, args=[alert.body.pk]),
        why=why(alert.finding) if alert.finding else "",
        about=alert.body.name if with_body else "",
        mark=look,
        due=alert.on,
    )


def _title(alert: Alert, office: str) -> str:
    who = alert.person.short_name if alert.person else ""
    match alert.kind:
        case AlertKind.VACANT:
            return _("Nobody holds the office: %(office)s") % {"office": office}
        case AlertKind.TERM_ENDS:
            named = f"{who} ({office})" if office else who
            return _("The term ends: %(who)s") % {"who": named}
        case AlertKind.LEAVING:
            named = f"{who} ({office})" if office else who
            return _("Leaves or has left the school: %(who)s") % {"who": named}
        case AlertKind.TOO_FEW:
            return _("Fewer teachers than the rules ask for")
        case _:
            return _("The group's time ends")
