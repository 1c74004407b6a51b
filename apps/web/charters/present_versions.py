"""Versions of the charter as their pages draw them: the route of acts, differences in words, what still asks for a person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.acts.models import Act
from apps.acts.queries.charters import Route
from apps.acts.queries.standing import Standing
from apps.audit.models import Event
from apps.charters.enums import CharterStage
from apps.charters.models import PolicyProfile
from apps.charters.queries.difference import Difference, Part
from apps.rulebook.enums import CouncilKind, Role
from apps.rulebook.module_files import all_modules
from apps.rulebook.parameters import PARAMETERS
from apps.rulebook.policy import Candidate, Conflict
from apps.web.blocks.dates import clock, day_and_month, long_date
from apps.web.blocks.papers import Entry, RouteStep, StepState
from apps.web.charters.present import with_unit
from apps.web.findings.present import reader_language

MOODS = {CharterStage.IN_FORCE: "seal", CharterStage.NEEDS_AGAIN: "warning", CharterStage.APPROVED: "check"}


def stage_words(stage: CharterStage, profile: PolicyProfile) -> str:
    """The stage with the days that belong to it."""
    language = reader_language()
    match stage:
        case CharterStage.COMING | CharterStage.IN_FORCE:
            since = long_date(profile.valid_from, language, case="ablative")
            return (
                _("in force since %(date)s") % {"date": since}
                if stage is CharterStage.IN_FORCE
                else _("comes into force: %(date)s") % {"date": long_date(profile.valid_from, language)}
            )
        case CharterStage.REPLACED if profile.valid_until:
            return _("replaced: %(date)s") % {"date": long_date(profile.valid_until, language)}
        case _:
            return stage.label.in_(language)


def steps_of(route: Route) -> list[RouteStep]:
    """The route of acts, the step that waits marked."""
    profile, stage = route.profile, route.stage
    held = stage in (CharterStage.COMING, CharterStage.IN_FORCE, CharterStage.REPLACED)
    steps = [RouteStep(_("Draft"), "done", who=profile.prepared_by)]
    done = True
    acts = (
        (_("Considered by the pedagogical council"), route.considered),
        (_("Approved by the director's order"), route.approved),
    )
    for name, standing in acts:
        steps.append(_step(name, standing, waits=done, legacy=held and standing.act is None))
        done = steps[-1].state == "done"
    begun: StepState = "current" if done else "todo"
    if held and stage is not CharterStage.COMING:
        begun = "done"
    steps.append(RouteStep(_("In force"), begun, on=profile.valid_from, note="" if held else _("planned")))
    if stage is CharterStage.REPLACED and profile.valid_until:
        steps.append(RouteStep(_("Replaced"), "done", on=profile.valid_until))
    return steps


def _step(name: str, standing: Standing, *, waits: bool, legacy: bool) -> RouteStep:
    act = standing.act
    if act is not None and standing.valid:
        return RouteStep(name, "done", who=signer_of(act), on=act.act_date, note=f"№{act.number}" if act.number else "")
    if act is not None:
        return RouteStep(name, "refused", who=signer_of(act), on=act.act_date, note=_("changed since then"))
    if legacy:
        return RouteStep(name, "done", note=_("entered from paper"))
    return RouteStep(name, "current" if waits else "todo")


def signer_of(act: Act) -> str:
    """Who signed, with the office."""
    if act.signed_by is None:
        return act.decided_by.label.in_(reader_language()) if act.decided_by else ""
    office = Role.DIRECTOR.label.in_(reader_language())
    return f"{act.signed_by.short_name}, {office}"


@dataclass(frozen=True, slots=True)
class Changed:
    """One difference in words: where, and what stood and stands there. `is_text`: running words, shown as one text with marks."""

    place: str
    before: str
    now: str
    is_text: bool


def changes_of(rows: Iterable[Difference]) -> list[Changed]:
    """Differences for people."""
    return [_changed(row) for row in rows]


def _changed(row: Difference) -> Changed:
    language = reader_language()
    match row.part:
        case Part.CLAUSE:
            return Changed(f"{row.module} {row.number}".strip(), row.before or "", row.now or "", True)
        case Part.TRANSLATION:
            place = _("Translation (%(language)s): %(clause)s") % {"language": row.number, "clause": row.key}
            return Changed(place, row.before or "", row.now or "", True)
        case Part.VALUE:
            return Changed(key_words(row.key), _value(row.key, row.before), _value(row.key, row.now), False)
        case Part.CHOICE:
            place = _("Which document holds: %(name)s") % {"name": key_words(row.key)}
            return Changed(place, _choice(row.before), _choice(row.now), False)
        case _:
            label = row.part.label.in_(language)
            return Changed(f"{label[:1].upper()}{label[1:]} {row.key}", row.before or "", row.now or "", False)


def key_words(key: str) -> str:
    """A parameter by its label, with the council it is about."""
    name, _at, council = key.partition("@")
    parameter = PARAMETERS.get(name)
    label = parameter.label.in_(reader_language()) if parameter else name
    return f"{label} ({CouncilKind.of(council).label.in_(reader_language())})" if council else label


def _value(key: str, said: dict[str, Any] | None) -> str:
    parameter = PARAMETERS.get(key.partition("@")[0])
    if said is None:
        return _("as in the document")
    if said["value"] is None or parameter is None:
        return _("left open")
    return with_unit(parameter, parameter.read(said["value"]))


def _choice(said: dict[str, Any] | None) -> str:
    return _("not settled") if said is None else f"{said['module']} · {said['reason']}"


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """Documents that disagree: what it is about, what each says with its clause, and who settled it."""

    key: str
    label: str
    council: str
    sides: Sequence[tuple[str, str, str]]
    winner: str
    reason: str
    url: str


def conflict_line(profile: PolicyProfile, conflict: Conflict) -> ConflictLine:
    """A conflict with both clauses."""
    parameter = conflict.parameter
    council = conflict.council.value if conflict.council else ""
    url = reverse("charter_value", args=[profile.pk, parameter.key])
    return ConflictLine(
        key=parameter.key,
        label=parameter.label.in_(reader_language()),
        council=conflict.council.label.in_(reader_language()) if conflict.council else "",
        sides=[(place_of(one), with_unit(parameter, one.value), clause_words(one)) for one in conflict.candidates],
        winner=conflict.winner.module if conflict.winner else "",
        reason=conflict.winner.reason if conflict.winner else "",
        url=f"{url}?council={council}" if council else url,
    )


def place_of(candidate: Candidate[Any]) -> str:
    """`MK 7.5`."""
    printed = dict.fromkeys(source.printed for source in candidate.sources if source.printed)
    return f"{candidate.module} {', '.join(printed)}".strip()


def clause_words(candidate: Candidate[Any]) -> str:
    """The words of the clauses that give the value."""
    module = all_modules()[candidate.module]
    texts = [module.clause(source.clause).text for source in candidate.sources if source.clause]
    return " ".join(text.in_(reader_language()) for text in texts if text)


DEEDS: dict[str, tuple[Promise, str]] = {
    "charter.drafted": (gettext_lazy("Begun"), "plus"),
    "charter.changed": (gettext_lazy("Changed what it is made of"), "edit"),
    "charter.value_set": (gettext_lazy("Value set"), "edit"),
    "charter.value_cleared": (gettext_lazy("Value taken away"), "edit"),
    "charter.winner_picked": (gettext_lazy("Conflict settled"), "check"),
    "charter.winner_unpicked": (gettext_lazy("Conflict opened again"), "help"),
    "charter.clause_written": (gettext_lazy("Clause written"), "edit"),
    "charter.clause_left_out": (gettext_lazy("Clause left out"), "minus"),
    "charter.clause_taken_in": (gettext_lazy("Clause taken in again"), "plus"),
    "charter.clause_added": (gettext_lazy("Own clause added"), "plus"),
    "charter.clause_renumbered": (gettext_lazy("Own clause renumbered"), "edit"),
    "charter.clause_removed": (gettext_lazy("Own clause taken out"), "minus"),
    "act.consideration": (gettext_lazy("Considered by the pedagogical council"), "check"),
    "charter.approved": (gettext_lazy("Approved by the director's order"), "seal"),
    "charter.in_force": (gettext_lazy("Brought into force"), "flag"),
    "charter.acknowledged": (gettext_lazy("Acknowledged"), "check"),
    "profile.adopted": (gettext_lazy("Entered from paper"), "seal"),
}


def timeline_of(events: Iterable[Event]) -> list[Entry]:
    """The change history of a version, newest first."""
    language = reader_language()
    entries = []
    for event in events:
        words, icon = DEEDS.get(event.action, (gettext_lazy("Changed"), "history"))
        about = key_words(event.data["key"]) if "key" in event.data else str(event.data.get("clause", ""))
        day = day_and_month(event.act_date, language) if event.act_date else ""
        text = ": ".join([str(words), *(part for part in (about, day) if part)])
        at = timezone.localtime(event.at)
        entries.append(Entry(at.date(), text, icon, who=event.actor_name, time=clock(at, language)))
    return entries


def in_words(day: date) -> str:
    """A day in the reader's language."""
    return long_date(day, reader_language())
