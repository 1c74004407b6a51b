"""Questions put to a body, and those it has sent to others."""

from django.db.models import Q, QuerySet

from apps.bodies.models import Body
from apps.sittings.enums import ItemState, SittingState
from apps.sittings.models import AgendaItem, Proposal, Sitting
from apps.sittings.queries.lists import COMING

MOST = 50


def whole() -> QuerySet[Proposal]:
    """Proposals with what a line about them needs."""
    return Proposal.objects.select_related("body", "asker", "offered_by", "item__sitting__minutes", "from_item")


def proposals_of(body: Body) -> list[Proposal]:
    """What the body was asked and what it has asked others, the newest first, `MOST` at most. One query."""
    return list(whole().filter(Q(body=body) | Q(asker=body)).order_by("-offered_on", "-pk")[:MOST])


def coming_sittings(body: Body) -> list[Sitting]:
    """Sittings of the body that are still to come or in session, the nearest first. One query."""
    states = (*COMING, SittingState.OPEN)
    return list(Sitting.objects.filter(body=body, state__in=states).order_by("planned_on", "pk")[:10])


def questions_to_send(body: Body) -> list[AgendaItem]:
    """Questions of the body's last sittings that may be sent on, the newest first. One query."""
    rows = AgendaItem.objects.filter(sitting__body=body, sitting__state=SittingState.HELD).exclude(
        state=ItemState.DROPPED
    )
    return list(rows.select_related("sitting").order_by("-sitting__held_on", "position")[:30])
