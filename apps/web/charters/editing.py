"""Rules of a version as plain sentences, and the page on which one value is changed or a conflict settled."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.charters.domain.inputs import OwnValueInput
from apps.charters.domain.values import clear_value, pick_winner, set_value, unpick_winner
from apps.charters.enums import ProfileState
from apps.charters.models import PolicyProfile
from apps.charters.queries.policy import policy_with
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.rulebook.checks import RULES
from apps.rulebook.enums import CouncilKind, State
from apps.rulebook.parameters import PARAMETERS, Parameter, Scope
from apps.rulebook.parameters.sentences import PLACE, sentence_of
from apps.rulebook.policy import View, conflicting, councils_of
from apps.web.blocks.forms import Option
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Tab
from apps.web.charters import present_versions as versions_present
from apps.web.charters.chapters import OF_ASSOCIATIONS, OF_COUNCILS, OF_THE_SCHOOL, in_chapters
from apps.web.charters.forms import ValueForm, WinnerForm, initial_value
from apps.web.charters.present import place_words, state_of, with_unit
from apps.web.charters.versions import crumbs_of, title_of
from apps.web.findings.present import reader_language
from apps.web.findings.present import title_of as title_of_check
from apps.web.forms import PageForm
from apps.web.guard import READING, WORKING, found, page
from apps.web.lists import address
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

BODY, CHAPTER, ALL, COUNCIL = "body", "chapter", "all", "council"
SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A rule as a sentence: what stands before, in and behind the value, where it comes from and which checks it feeds."""

    key: str
    before: str
    value: str
    after: str
    state: str
    places: tuple[str, ...]
    checks: tuple[str, ...]
    url: str


@page(Permission.SCHOOL_READ, methods=READING)
def rules(request: UsulRequest, pk: int) -> HttpResponse:
    """Every rule of a version by chapter; points nobody regulates are shown on demand."""
    profile: PolicyProfile = found(PolicyProfile.objects.all(), pk=pk)
    policy = policy_with(profile)
    version = policy.version(profile.valid_from)
    councils = councils_of(version) if version else ()
    asked = request.GET.get(BODY, "")
    council = next((kind for kind in councils if kind.value == asked), None)
    scopes = OF_COUNCILS if council else OF_THE_SCHOOL if asked == SCHOOL else OF_ASSOCIATIONS
    view = policy.at(profile.valid_from, council)
    everything = request.GET.get(ALL) == "1"
    chapters = [
        (title, rows)
        for title, parameters in in_chapters(row for row in PARAMETERS.values() if row.scope in scopes)
        if (rows := [row for row in parameters if everything or view.get(row).state is not State.SILENT])
    ]
    number = request.GET.get(CHAPTER, "")
    place = (
        min(int(number), len(chapters) - 1)
        if number.isascii() and number.isdigit() and len(number) <= 2 and chapters
        else 0
    )
    values = {
        "profile": profile,
        "title": title_of(profile),
        "tabs": _tabs(request, councils, asked, council),
        "chapters": [
            (title, address(request, **{CHAPTER: spot}), len(rows), spot == place)
            for spot, (title, rows) in enumerate(chapters)
        ],
        "heading": chapters[place][0] if chapters else "",
        "sentences": [_sentence(profile, view, row, council) for row in chapters[place][1]] if chapters else [],
        "everything": everything,
        "toggle_url": address(request, **{ALL: "" if everything else "1", CHAPTER: ""}),
        "may_edit": _may_edit(request, profile),
    }
    crumbs = (*crumbs_of(profile), Crumb(_("Its rules as sentences")))
    return show(request, "charters/rules.html", values, section="charter", crumbs=crumbs)


def _may_edit(request: UsulRequest, profile: PolicyProfile) -> bool:
    return profile.state is ProfileState.DRAFT and actor_of(request).may(Permission.CHARTER_EDIT)


def _tabs(request: UsulRequest, councils: Any, asked: str, council: CouncilKind | None) -> list[Tab]:
    language = reader_language()
    rows = [Tab(_("Associations"), address(request, **{BODY: "", CHAPTER: ""}), council is None and asked != SCHOOL)]
    for kind in councils:
        label = kind.label.in_(language)
        url = address(request, **{BODY: kind.value, CHAPTER: ""})
        rows.append(Tab(label[:1].upper() + label[1:], url, kind is council))
    return [*rows, Tab(_("School and readings"), address(request, **{BODY: SCHOOL, CHAPTER: ""}), asked == SCHOOL)]


def _sentence(profile: PolicyProfile, view: View, parameter: Parameter[Any], council: CouncilKind | None) -> Sentence:
    answer, language = view.get(parameter), reader_language()
    before, _place, after = sentence_of(parameter).in_(language).partition(PLACE)
    url = reverse("charter_value", args=[profile.pk, parameter.key])
    return Sentence(
        key=parameter.key,
        before=before[:1].upper() + before[1:],
        value=parameter.show(answer.value).in_(language) if answer.given else "",
        after=after,
        state=state_of(answer),
        places=tuple(dict.fromkeys(place_words(source) for source in answer.sources)),
        checks=tuple(checks_of(parameter)),
        url=f"{url}?{COUNCIL}={council.value}" if council and parameter.scope in OF_COUNCILS else url,
    )


def checks_of(parameter: Parameter[Any]) -> list[str]:
    """Checks that a value feeds, as their readings do too."""
    return [check for check, rule in RULES.items() if parameter in rule.needs or parameter in rule.readings]


@page(Permission.CHARTER_EDIT, methods=WORKING)
def value(request: UsulRequest, pk: int, key: str) -> HttpResponse:
    """One rule of a draft: the sentence with the value inside, where it comes from, what it feeds."""
    profile: PolicyProfile = found(PolicyProfile.objects.all(), pk=pk)
    parameter = PARAMETERS.get(key)
    council = next((kind for kind in CouncilKind if kind.value == request.GET.get(COUNCIL, "")), None)
    if parameter is None or profile.state is not ProfileState.DRAFT:
        raise NOT_FOUND()
    policy = policy_with(profile)
    version = policy.version(profile.valid_from)
    sides = conflicting(version, parameter, council) if version and parameter.scope is not Scope.SETTING else ()
    own = profile.values.filter(key=key, council_kind=council).first()
    posted = request.POST if request.method == "POST" else None
    deed = request.POST.get("deed", "")
    answer = policy.at(profile.valid_from, council).get(parameter)
    value_form = ValueForm(
        posted if deed == "set" else None,
        parameter=parameter,
        initial={
            "seen": profile.row_version,
            "value": initial_value(parameter, answer.value),
            "leave_open": own is not None and own.value is None,
            "clause": own.clause if own else "",
            "reason": own.reason if own else "",
        },
    )
    settled = profile.choices.filter(key=key, council_kind=council).first()
    winner_form = WinnerForm(
        posted if deed == "pick" else None,
        sides=[
            (
                one.module,
                Option(
                    f"{versions_present.place_of(one)}: {with_unit(parameter, one.value)}",
                    versions_present.clause_words(one),
                ),
            )
            for one in sides
        ],
        initial={
            "seen": profile.row_version,
            "module": settled.module if settled else "",
            "reason": settled.reason if settled else "",
        },
        auto_id="winner-%s",
    )
    target = reverse("charter_rules", args=[pk])
    if council or parameter.scope in OF_COUNCILS:
        target = f"{target}?{BODY}={council.value}" if council else target
    done = posted is not None and _do(request, profile, parameter, council, deed, value_form, winner_form)
    if done:
        messages.success(request, _("The draft is changed."))
        return HttpResponseRedirect(target)
    values = {
        "profile": profile,
        "sentence": _sentence(profile, policy.at(profile.valid_from, council), parameter, council),
        "help": parameter.help.in_(reader_language()),
        "bounds": [
            _bound(row) for row in policy.frame if row.parameter is parameter and row.in_force(profile.valid_from)
        ],
        "checks": [(check, title_of_check(check)) for check in checks_of(parameter)],
        "council": council,
        "own": own,
        "settled": settled,
        "value_form": value_form,
        "winner_form": winner_form if sides else None,
        "back_url": target,
    }
    crumbs = (
        *crumbs_of(profile),
        Crumb(_("Its rules as sentences"), target),
        Crumb(parameter.label.in_(reader_language())),
    )
    failed = value_form.errors or winner_form.errors
    return show(request, "charters/value.html", values, section="charter", crumbs=crumbs, status=422 if failed else 200)


def _bound(row: Any) -> tuple[str, str, str]:
    """A bound of a frame: whose and which, the value, the act with its clause."""
    language = reader_language()
    words = f"{row.layer.label.in_(language)}, {row.bound.label.in_(language)}"
    act = ", ".join(part for part in (row.source.act, row.source.article) if part)
    return words, with_unit(row.parameter, row.value), act


def _do(
    request: UsulRequest,
    profile: PolicyProfile,
    parameter: Parameter[Any],
    council: CouncilKind | None,
    deed: str,
    value_form: ValueForm,
    winner_form: WinnerForm,
) -> bool:
    by, key = actor_of(request), parameter.key
    forms: dict[str, PageForm] = {"set": value_form, "pick": winner_form}
    form = forms.get(deed)
    if form is None:
        verb = {"clear": clear_value, "unpick": unpick_winner}.get(deed)
        if verb is None:
            return False
        verb(by=by, profile=profile, key=key, council_kind=council)
        return True
    if not form.is_valid():
        return False
    data = form.cleaned_data

    def act() -> None:
        if deed == "pick":
            pick_winner(
                by=by,
                profile=profile,
                key=key,
                module=data["module"],
                reason=data["reason"],
                council_kind=council,
                seen=data["seen"],
            )
        else:
            own = OwnValueInput(key, value_form.plain(), council, data["clause"], data["reason"])
            set_value(by=by, profile=profile, value=own, seen=data["seen"])

    return form.attempt(act, {key: "value"})
