"""What a policy leaves for people to decide: nothing missing is ever filled in silently."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from apps.rulebook.dates import add_months
from apps.rulebook.enums import CouncilKind, Layer, State
from apps.rulebook.module import ModuleKind
from apps.rulebook.parameters import PARAMETERS, Parameter
from apps.rulebook.parameters.base import plain
from apps.rulebook.parameters.settings import VERIFICATION_MONTHS
from apps.rulebook.policy.layers import CharterVersion, FrameValue
from apps.rulebook.policy.policy import Policy
from apps.rulebook.policy.resolved import Resolved
from apps.rulebook.problems import Problem
from apps.rulebook.text import Text, format_date, joined


def questions(policy: Policy, on: date, council: CouncilKind | None = None) -> tuple[Problem, ...]:
    """Everything a person should look at on that day, for one body: gaps, conflicts, losses, breaches, stale values."""
    view = policy.at(on, council)
    found = [*version_questions(policy, on)]
    if view.version is not None:
        found += module_questions(view.version, council)
    for parameter in PARAMETERS.values():
        found += parameter_questions(view.get(parameter))
    found += frame_questions(policy, on, view.get(VERIFICATION_MONTHS).value or 0)
    return tuple(found)


def version_questions(policy: Policy, on: date) -> Iterator[Problem]:
    """No charter, two charters on one day, a gap between two versions."""
    in_force = [version for version in policy.versions if version.in_force(on)]
    if not in_force:
        yield Problem("policy.no_charter", on_day(NO_CHARTER, on), about=policy.school)
    rows = sorted(policy.versions, key=lambda version: version.valid_from)
    for before, after in pairwise(rows):
        if before.valid_until is None or before.valid_until > after.valid_from:
            yield Problem("policy.two_versions", on_day(TWO_VERSIONS, after.valid_from), about=after.id)
        elif before.valid_until < after.valid_from:
            yield Problem("policy.gap", on_day(GAP, before.valid_until), about=after.id)


def module_questions(version: CharterVersion, council: CouncilKind | None) -> Iterator[Problem]:
    """Two charters for one body."""
    for kind, about in ((ModuleKind.ASSOCIATION_CHARTER, None), (ModuleKind.COUNCIL_CHARTER, council)):
        uses = [use for use in version.modules if use.module.kind is kind]
        if kind is ModuleKind.COUNCIL_CHARTER:
            uses = [use for use in uses if use.speaks_for(about)] if about is not None else []
        if len(uses) > 1:
            titles = joined(plain(use.module.code) for use in uses)
            yield Problem(
                "policy.two_charters", filled(TWO_CHARTERS, body=kind.label, modules=titles), about=version.id
            )


def parameter_questions(answer: Resolved[Any]) -> Iterator[Problem]:
    """A conflict, a lost value, a value outside a frame."""
    parameter = answer.parameter
    if answer.state is State.CONFLICT:
        values = joined(
            Text(*(f"{row.module}: {words}" for words in parameter.show(row.value))) for row in answer.candidates
        )
        yield Problem("policy.conflict", filled(CONFLICT, name=parameter.label, values=values), about=parameter.key)
    if answer.state is State.LOST:
        code = answer.sources[0].module if answer.sources else ""
        yield Problem("policy.lost", filled(LOST, name=parameter.label, module=plain(code)), about=parameter.key)
    for breach in answer.breaches:
        yield Problem(breach.code, breach.text, about=parameter.key)


def frame_questions(policy: Policy, on: date, months: int) -> Iterator[Problem]:
    """Frame values that ended without a successor, that nobody verified for long, or that leave the national frame."""
    for row in policy.frame:
        name = row.parameter.label
        if row.valid_until is not None and row.valid_until <= on and not succeeded(policy, row, on):
            yield Problem("policy.ended", filled(ENDED, name=name, day=day_text(row.valid_until)), about=row.id)
        if row.in_force(on) and is_stale(row, on, months):
            yield Problem("policy.stale", filled(STALE, name=name, act=plain(row.source.act)), about=row.id)
        if row.layer is Layer.DISTRICT and row.in_force(on):
            for breach in policy.breaches(row.parameter, row.value, on):
                if breach.bound.layer is Layer.NATIONAL:
                    yield Problem("policy.district_outside", filled(OUTSIDE, name=name), about=row.id)


def succeeded(policy: Policy, ended: FrameValue, on: date) -> bool:
    """True when another frame value of the same sort is in force."""
    return any(
        row.in_force(on) and row.layer is ended.layer and row.bound is ended.bound and row.parameter is ended.parameter
        for row in policy.frame
    )


def is_stale(row: FrameValue, on: date, months: int) -> bool:
    """True when nobody compared the value with its act for so many months."""
    seen = row.source.verified_on
    return seen is None or add_months(seen, months) < on


def unregulated(policy: Policy, on: date, council: CouncilKind | None = None) -> tuple[Parameter[Any], ...]:
    """Parameters of the charters with no value on that day, silent and lost ones alike."""
    view = policy.at(on, council)
    return tuple(row for row in PARAMETERS.values() if not view.get(row).given)


def day_text(day: date) -> Text:
    """A date in three languages."""
    return Text(*(format_date(day, code) for code in ("ky", "ru", "en")))


def filled(template: Text, **parts: Text) -> Text:
    """A sentence with its parts, language by language."""
    ky, ru, en = (
        words.format(**{name: part.in_(code) for name, part in parts.items()})
        for words, code in zip(template, ("ky", "ru", "en"), strict=True)
    )
    return Text(ky, ru, en)


def on_day(template: Text, day: date) -> Text:
    """A sentence about one day."""
    return filled(template, day=day_text(day), eve=day_text(day - timedelta(days=1)))


NO_CHARTER = Text(
    "{day} күнү мектептин күчүндөгү жобосу жок. Ошол күнкү жобону киргизиңиз.",
    "На {day} у школы нет действующего положения. Внесите положение, которое тогда действовало.",
    "No charter of the school was in force on {day}. Enter the charter of that day.",
)
TWO_VERSIONS = Text(
    "{day} күнү жобонун эки версиясы күчүндө турат. Мурункусун {eve} күнү аяктатыңыз.",
    "На {day} действуют две версии положения. Завершите прежнюю днём {eve}.",
    "Two versions of the charter are in force on {day}. End the earlier one on {eve}.",
)
GAP = Text(
    "{day} күнүнөн баштап жобонун бир да версиясы күчүндө эмес, кийинкиси кеч башталат. Күндөрдү туташтырыңыз.",
    "С {day} не действует ни одна версия положения, следующая начинается позже. Состыкуйте даты.",
    "From {day} on no version of the charter is in force, the next one starts later. Join the dates.",
)
TWO_CHARTERS = Text(
    "Бир органга эки документ берилген ({body}): {modules}. Бирөөсүн калтырыңыз.",
    "Одному органу даны два документа ({body}): {modules}. Оставьте один.",
    "One body was given two documents ({body}): {modules}. Keep one of them.",
)
CONFLICT = Text(
    "«{name}» боюнча документтер ар башка айтат: {values}. Кайсынысы күчүндө экенин тандаңыз.",
    "По параметру «{name}» документы расходятся: {values}. Выберите, какое значение действует.",
    "The documents disagree on “{name}”: {values}. Pick the one that holds.",
)
LOST = Text(
    "«{name}» {module} документинин көчүрмөсүндө сакталган эмес. Мектептин маанисин киргизиңиз.",
    "Значение «{name}» в копии документа {module} утрачено. Внесите значение школы.",
    "The value of “{name}” is lost in the copy of {module}. Enter the school's value.",
)
ENDED = Text(
    "«{name}» чегинин мөөнөтү {day} күнү бүткөн, жаңысы жок. Жаңы маанисин жарыялаңыз же узартыңыз.",
    "Срок рамки «{name}» истёк {day}, новой нет. Опубликуйте новое значение или продлите прежнее.",
    "The frame value of “{name}” ended on {day} and nothing follows. Publish a new value or prolong it.",
)
STALE = Text(
    "«{name}» чеги актыга ({act}) көптөн бери салыштырыла элек. Салыштырып, белгилеңиз.",
    "Рамка «{name}» давно не сверялась с актом ({act}). Сверьте и отметьте.",
    "The frame value of “{name}” has not been compared with its act ({act}) for long. Compare and note it.",
)
OUTSIDE = Text(
    "Райондун «{name}» боюнча мааниси республикалык чектен чыгат. Аны чекке келтириңиз.",
    "Районное значение «{name}» выходит за республиканскую рамку. Приведите его в рамку.",
    "The district's value of “{name}” leaves the national frame. Bring it inside.",
)
