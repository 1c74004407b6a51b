"""The pages of one body."""

from django.urls import reverse
from django.utils.translation import gettext as _

from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.web.blocks.tables import Tab


def tabs_of(body: Body, current: str) -> list[Tab]:
    """Year, work, composition, offices, directions, questions, papers; `current` is the name of the page that is open."""
    works = body.kind in (BodyKind.ASSOCIATION, BodyKind.COUNCIL)
    pages = [
        ("body_page", _("The year")),
        *((("work_list", _("Work of the year")),) if works else ()),
        ("body_people", _("Composition and papers")),
        ("body_head", _("Offices")),
        ("body_directions", _("Directions and themes")),
        ("proposal_list", _("Questions")),
        ("body_papers", _("Papers on their way")),
    ]
    if body.kind is BodyKind.ASSOCIATION:
        pages += [("body_dossier", _("Dossier")), ("body_cards", _("Data bank"))]
    return [Tab(label, reverse(name, args=[body.pk]), current=name == current) for name, label in pages]
