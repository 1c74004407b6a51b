"""A calendar feed as iCalendar (RFC 5545). An event keeps its identity when it is moved; its sequence grows with every change."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from icalendar import Calendar, Event

from apps.rulebook.text import Text
from apps.sittings.enums import OPEN_RESOLUTIONS, SittingState
from apps.sittings.models import Resolution, Sitting

LASTS = timedelta(hours=1)
REFRESH = timedelta(hours=1)
STATUS = {
    SittingState.PLANNED: "TENTATIVE",
    SittingState.POSTPONED: "TENTATIVE",
    SittingState.CANCELLED: "CANCELLED",
    SittingState.LAPSED: "CANCELLED",
}
SITTING = Text("{body}: №{number} отурум", "{body}: заседание № {number}", "{body}: sitting No. {number}")
PLANNED = Text("болжолдуу, жарыялана элек", "предварительно, ещё не объявлено", "not announced yet")
DUE = Text("Мөөнөт: {text}", "Срок: {text}", "Due: {text}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the events come from: the school's schema for identities, the start of its addresses, the language of the reader."""

    schema: str
    site: str
    language: str


def feed(name: str, sittings: Iterable[Sitting], resolutions: Iterable[Resolution], place: Place) -> bytes:
    """The feed as a calendar program reads it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Usul//Calendar//KY")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for row in sittings:
        calendar.add_component(_sitting(row, place))
    for task in resolutions:
        calendar.add_component(_resolution(task, place))
    content: bytes = calendar.to_ical()
    return content


def _sitting(row: Sitting, place: Place) -> Event:
    event = _event(f"sitting-{row.pk}", row.row_version, row.updated_at, place, f"/sittings/{row.pk}/")
    event.add("summary", SITTING.in_(place.language).format(body=row.body.name, number=row.number))
    event.add("status", STATUS.get(row.state, "CONFIRMED"))
    if row.place:
        event.add("location", row.place)
    notes = [row.state_reason] if row.state_reason else []
    if row.state is SittingState.PLANNED:
        notes.append(PLANNED.in_(place.language))
    event.add("description", "\n".join([*notes, f"{place.site}/sittings/{row.pk}/"]))
    day = row.day
    if day is not None and row.starts_at is not None:
        local = datetime.combine(day, row.starts_at, tzinfo=ZoneInfo(settings.TIME_ZONE))
        event.add("dtstart", local.astimezone(UTC))
        event.add("dtend", (local + LASTS).astimezone(UTC))
    elif day is not None:
        _whole_day(event, day)
    return event


def _resolution(row: Resolution, place: Place) -> Event:
    event = _event(f"resolution-{row.pk}", row.row_version, row.updated_at, place, f"/resolutions/{row.pk}/")
    event.add("summary", DUE.in_(place.language).format(text=row.text))
    event.add("status", "CONFIRMED" if row.state in OPEN_RESOLUTIONS else "CANCELLED")
    event.add("description", f"{row.sitting.body.name}\n{place.site}/resolutions/{row.pk}/")
    event.add("transp", "TRANSPARENT")
    if row.due_on is not None:
        _whole_day(event, row.due_on)
    return event


def _event(name: str, version: int, changed: datetime, place: Place, path: str) -> Event:
    event = Event()
    event.add("uid", f"{name}@{place.schema}.{settings.BASE_DOMAIN}")
    event.add("sequence", version - 1)
    event.add("dtstamp", changed.astimezone(UTC))
    event.add("last-modified", changed.astimezone(UTC))
    event.add("url", f"{place.site}{path}")
    return event


def _whole_day(event: Event, day: date) -> None:
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
