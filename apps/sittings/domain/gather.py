"""What comes onto an agenda by itself: the last minutes, unfinished resolutions, answers, what is left over, the skeleton of the series."""

from collections.abc import Iterable

from django.db.models import Max, Q

from apps.rulebook.enums import ItemKind
from apps.rulebook.text import Text
from apps.sittings.enums import ItemState, ProposalState, ResolutionState, SittingState
from apps.sittings.models import AgendaItem, Minutes, Proposal, Resolution, Sitting

MOST_CARRIED = 20
LONGEST = 500
APPROVAL = Text("№{number} протоколду бекитүү", "Утверждение протокола № {number}", "Approval of minutes No. {number}")
UNFINISHED = Text("Аткарылбаган токтом: {text}", "Неисполненное решение: {text}", "Resolution not carried out: {text}")
ANSWER = Text("{body} жооп берди: {text}", "Ответ ({body}): {text}", "Answered by {body}: {text}")
WAITING = (ResolutionState.ADOPTED, ResolutionState.IN_WORK)
OVER = (SittingState.HELD, SittingState.LAPSED, SittingState.CANCELLED)


def gather_items(sitting: Sitting, *, language: str) -> list[AgendaItem]:
    """Add what is not on the agenda yet, after what is there. Six queries, and one for each answer; safe to run twice."""
    known = list(AgendaItem.objects.filter(sitting=sitting))
    wanted = [
        *_approvals(sitting, language),
        *_carried(sitting, language),
        *_answers(sitting, language),
        *_left_over(sitting),
        *_skeleton(sitting),
    ]
    texts = {item.text for item in known}
    links = {(item.approves_id, item.carried_id) for item in known if item.approves_id or item.carried_id}
    fresh: list[AgendaItem] = []
    for item in wanted:
        link = (item.approves_id, item.carried_id)
        if item.text in texts or (any(link) and link in links):
            continue
        texts.add(item.text)
        fresh.append(item)
    last = max((item.position for item in known), default=0)
    for position, item in enumerate(fresh, start=last + 1):
        item.sitting, item.position = sitting, position
    made = AgendaItem.objects.bulk_create(fresh)
    for item in made:
        answered: Proposal | None = getattr(item, "answers_to", None)
        if answered is not None:
            Proposal.objects.filter(pk=answered.pk).update(heard_as=item)
    return made


def _approvals(sitting: Sitting, language: str) -> Iterable[AgendaItem]:
    """The minutes of the body's last held sitting, unless a sitting has approved them or has them on its agenda."""
    row = (
        Minutes.objects.filter(sitting__body=sitting.body_id, sitting__state=SittingState.HELD)
        .filter(sitting__held_on__lt=sitting.planned_on)
        .order_by("-sitting__held_on", "-pk")
        .first()
    )
    if row is None or row.approving_items.exclude(sitting__state__in=OVER[1:]).exists():
        return []
    text = APPROVAL.in_(language).format(number=row.number)
    return [AgendaItem(text=text, kind=ItemKind.OTHER, approves=row)]


def _carried(sitting: Sitting, language: str) -> Iterable[AgendaItem]:
    """Resolutions of the body that are overdue on the day of the sitting and stand on no agenda that is still to come."""
    rows = Resolution.objects.filter(
        sitting__body=sitting.body_id, state__in=WAITING, due_on__lt=sitting.planned_on
    ).exclude(pk__in=AgendaItem.objects.filter(~Q(sitting__state__in=OVER), carried__isnull=False).values("carried"))
    return [
        AgendaItem(
            text=UNFINISHED.in_(language).format(text=row.text)[:LONGEST],
            kind=ItemKind.OTHER,
            carried=row,
            speaker_id=row.responsible_id,
        )
        for row in rows.order_by("due_on", "pk")[:MOST_CARRIED]
    ]


def _answers(sitting: Sitting, language: str) -> Iterable[AgendaItem]:
    """What other bodies have answered, once the excerpt is home, unless a sitting of the body has heard it or has it on its agenda."""
    rows = Proposal.objects.filter(asker=sitting.body_id, state=ProposalState.HOME, excerpt_on__lte=sitting.planned_on)
    waiting = rows.filter(Q(heard_as__isnull=True) | Q(heard_as__sitting__state__in=OVER[1:])).select_related("body")
    found = []
    for row in waiting.order_by("excerpt_on", "pk")[:MOST_CARRIED]:
        text = ANSWER.in_(language).format(body=row.body.name, text=row.text)[:LONGEST]
        item = AgendaItem(text=text, kind=ItemKind.OTHER, about_id=row.body_id)
        item.answers_to = row  # type: ignore[attr-defined]
        found.append(item)
    return found


def _left_over(sitting: Sitting) -> Iterable[AgendaItem]:
    """Questions of the last sitting held in session here that were not reached."""
    last = (
        Sitting.objects.filter(body=sitting.body_id, state=SittingState.HELD, closed_at__isnull=False)
        .filter(held_on__lt=sitting.planned_on)
        .order_by("-held_on", "-pk")
        .first()
    )
    rows = AgendaItem.objects.filter(sitting=last, state=ItemState.LISTED) if last else ()
    return [
        AgendaItem(
            text=row.text,
            kind=row.kind,
            speaker_id=row.speaker_id,
            speaker_role=row.speaker_role,
            about_id=row.about_id,
            carried_id=row.carried_id,
            approves_id=row.approves_id,
            minutes_planned=row.minutes_planned,
        )
        for row in rows
    ]


def _skeleton(sitting: Sitting) -> Iterable[AgendaItem]:
    rows = sitting.series.items if sitting.series else []
    return [
        AgendaItem(
            text=str(row["text"])[:LONGEST],
            kind=ItemKind.of(row.get("kind", "other")),
            minutes_planned=row.get("minutes"),
        )
        for row in rows
    ]


def next_position(sitting: Sitting) -> int:
    """Where a new question goes."""
    last = AgendaItem.objects.filter(sitting=sitting).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1
