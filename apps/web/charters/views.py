"""The rules the school lives by: every value with its state, its clause and its document."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from apps.bodies.models import Body
from apps.charters.queries.policy import school_policy
from apps.core.permissions import Permission
from apps.rulebook.enums import CouncilKind
from apps.rulebook.parameters import PARAMETERS, Parameter
from apps.rulebook.policy import questions
from apps.web.blocks.tables import Tab
from apps.web.charters import present
from apps.web.charters.chapters import OF_ASSOCIATIONS, OF_COUNCILS, OF_THE_SCHOOL
from apps.web.findings.present import reader_language
from apps.web.guard import page
from apps.web.lists import address, choice
from apps.web.request import UsulRequest
from apps.web.school.present import URGENT
from apps.web.show import actor_of, show

DAY, BODY, WORDS = "on", "body", "q"
ASSOCIATIONS, SCHOOL = "", "school"
LONGEST_SEARCH = 80


@page(Permission.SCHOOL_READ)
def charter(request: UsulRequest) -> HttpResponse:
    """Every rule in force on a day, for associations, for each council, and how the texts are read."""
    today = actor_of(request).today
    on = _day(request.GET.get(DAY, "")) or today
    councils = sorted({row.council_kind for row in Body.objects.exclude(council_kind=None)})
    asked = request.GET.get(BODY, "")
    council = next((kind for kind in councils if kind.value == asked), None)
    policy = school_policy()
    state = choice(request, "state", _("State"), _states())
    words = request.GET.get(WORDS, "")[:LONGEST_SEARCH].replace("\x00", "")
    parameters = _parameters(asked, council)
    asking = questions(policy, on, council)
    values = {
        "on": on,
        "is_today": on == today,
        "modules": present.modules_of(policy, on),
        "adopted": present.adopted_line(policy, on),
        "chapters": present.chapters_of(policy.at(on, council), parameters, asked=words, state=state.chosen),
        "urgent": [one.text.in_(reader_language()) for one in asking if one.code in URGENT],
        "other_questions": [one.text.in_(reader_language()) for one in asking if one.code not in URGENT],
        "tabs": _tabs(request, councils, asked, council),
        "filters": [state],
        "words": words,
        "is_narrowed": bool(words or state.chosen),
        "asked_body": asked if council or asked == SCHOOL else "",
        "reset_url": address(request, **{WORDS: "", "state": ""}),
    }
    return show(request, "charters/charter.html", values, section="charter")


def _day(raw: str) -> date | None:
    """The day asked for; something that is no day counts as today."""
    try:
        return parse_date(raw)
    except ValueError:
        return None


def _parameters(asked: str, council: CouncilKind | None) -> list[Parameter[Any]]:
    scopes = OF_COUNCILS if council else OF_THE_SCHOOL if asked == SCHOOL else OF_ASSOCIATIONS
    return [parameter for parameter in PARAMETERS.values() if parameter.scope in scopes]


def _tabs(request: UsulRequest, councils: list[CouncilKind], asked: str, council: CouncilKind | None) -> list[Tab]:
    language = reader_language()
    is_school = asked == SCHOOL
    tabs = [Tab(_("Associations"), address(request, **{BODY: ""}), council is None and not is_school)]
    for kind in councils:
        label = kind.label.in_(language)
        tabs.append(Tab(label[:1].upper() + label[1:], address(request, **{BODY: kind.value}), kind is council))
    return [*tabs, Tab(_("School and readings"), address(request, **{BODY: SCHOOL}), is_school)]


def _states() -> list[tuple[str, str]]:
    words = {
        "value": _("given by a document"),
        "own": _("the school's own rule"),
        "conflict": _("documents disagree"),
        "lost": _("lost in the copy"),
        "silent": _("not regulated"),
        "reading": _("default reading"),
    }
    return [(state, words[state]) for state in present.STATES]
