"""What has happened to a record, in words."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.audit.models import Event
from apps.web.blocks.dates import clock, day_and_month
from apps.web.blocks.papers import Entry
from apps.web.findings.present import reader_language

DEEDS: dict[str, tuple[Promise, str]] = {
    "body.created": (_("Entered"), "plus"),
    "body.changed": (_("Record changed"), "edit"),
    "body.dissolved": (_("Dissolved"), "close"),
    "member.added": (_("A member came"), "person"),
    "member.ended": (_("A membership ended"), "minus"),
    "member.confirmed": (_("Members confirmed by an order"), "order"),
    "candidacy.nominated": (_("A candidate was nominated"), "person"),
    "candidacy.elected": (_("Elected"), "vote"),
    "candidacy.approved": (_("Approved by the council"), "check"),
    "candidacy.appointed": (_("Appointed"), "seal"),
    "candidacy.withdrawn": (_("A candidate withdrew"), "minus"),
    "directions.written": (_("Directions written"), "edit"),
    "paper.entered": (_("Put forward"), "plus"),
    "paper.changed": (_("Written anew"), "edit"),
    "paper.linked": (_("Linked with a decision"), "link"),
    "paper.unlinked": (_("A link taken off"), "minus"),
    "paper.handed_in": (_("Handed in"), "arrow-up"),
    "paper.received": (_("Received"), "check"),
    "paper.result": (_("Result noted"), "flag"),
    "paper.withdrawn": (_("Withdrawn"), "close"),
    "file.added": (_("File attached"), "document"),
    "act.drafted": (_("Drafted"), "edit"),
    "act.changed": (_("Draft changed"), "edit"),
    "act.recorded": (_("Entered from paper"), "document"),
    "act.issued": (_("Signed and in force"), "seal"),
    "act.submitted": (_("Submitted to the director"), "arrow-up"),
    "act.accepted": (_("Accepted"), "check"),
    "act.declined": (_("Declined"), "close"),
    "act.revoked": (_("Revoked"), "close"),
    "act.election": (_("Election recorded"), "vote"),
    "act.approval": (_("Approval recorded"), "check"),
    "act.consent": (_("Consent recorded"), "check"),
    "act.decision": (_("Decision recorded"), "check"),
    "person.added": (_("Added to the staff"), "plus"),
    "person.changed": (_("Record changed"), "edit"),
    "person.left": (_("Left the school"), "sign-out"),
    "person.returned": (_("Came back to the school"), "arrow-left"),
    "person.absent": (_("Absence noted"), "clock"),
    "person.back": (_("Back at work"), "check"),
    "person.account_linked": (_("Account linked"), "link"),
    "person.spell_added": (_("Service added"), "history"),
    "mentoring.added": (_("Entered"), "plus"),
    "mentoring.changed": (_("Record changed"), "edit"),
    "mentoring.reported": (_("A report was received"), "document"),
    "open_lesson.added": (_("Entered"), "plus"),
    "open_lesson.changed": (_("Record changed"), "edit"),
    "open_lesson.held": (_("Marked as held"), "check"),
    "open_lesson.moved": (_("Moved to another day"), "calendar"),
    "open_lesson.cancelled": (_("Cancelled"), "close"),
    "open_lesson.reopened": (_("Back to planned"), "arrow-left"),
    "office.assigned": (_("Office given"), "seal"),
    "card.filled": (_("Card filled"), "edit"),
    "folder.opened": (_("Put on the list"), "plus"),
    "folder.prepared": (_("Made ready"), "check"),
    "folder.handed_over": (_("Handed over to the archive"), "archive"),
    "folder.destroyed": (_("Paper destroyed by an act"), "trash"),
    "office.ended": (_("Office ended"), "minus"),
}


def history_of(events: Iterable[Event]) -> list[Entry]:
    """Deeds with the day and time of entry; the date on the paper stands with the deed."""
    language = reader_language()
    entries = []
    for event in events:
        words, icon = DEEDS.get(event.action, (_("Changed"), "history"))
        at = timezone.localtime(event.at)
        text = f"{words}: {day_and_month(event.act_date, language)}" if event.act_date else str(words)
        entries.append(Entry(at.date(), text, icon, who=event.actor_name, time=clock(at, language)))
    return entries
