"""Rules side by side, who departs, and what if: pages and resources of schools and of the district."""

import json
from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from apps.audit.models import Event
from apps.calendars.domain.shift import CalendarChange, shift_year
from apps.charters.models import PolicyProfile, ProfileValue
from apps.charters.queries.policy import school_policy
from apps.charters.queries.wording import bounded, worded
from apps.compliance.models import Finding
from apps.core.actor import Actor
from apps.district import tasks
from apps.district.models import SchoolRules
from apps.rulebook import comparison
from apps.rulebook.comparison import Worded
from apps.rulebook.enums import CouncilKind, State
from apps.rulebook.module_files import all_modules
from apps.rulebook.parameters import PARAMETERS
from apps.rulebook.policy import Bound, CharterVersion, ModuleUse, OwnValue, Policy, Winner
from tenants.context import in_school, public_scope
from tests import cast, doors
from tests.district.test_frames import at_once, by, published, school

__all__ = ["at_once", "by"]
pytestmark = pytest.mark.usefixtures("db", "today", "at_once")
PLACE = "/districts/sverdlov"
OWN_WORDS = "Кеңеш чейректе бир чогулат."
WORDS = {"mk.7.4": {"text": {"ky": OWN_WORDS, "ru": "Раз в четверть."}}, "mk.7.5-2": {"left_out": True}}
OWN_CLAUSE = {
    "id": "own-1",
    "module": "MK",
    "number": "7.9",
    "after": "mk.7.7",
    "text": {"ky": "Жаш мугалимдер чакырылат."},
}
DISTRICT_API = "/api/v1/districts/sverdlov"


@pytest.fixture
def bakyt() -> Client:
    return doors.signed_in("bakyt", cast.HOST_A)


@pytest.fixture
def cholpon() -> Client:
    return doors.signed_in("cholpon", cast.DISTRICT_HOST)


def body(answer: HttpResponse) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(answer.content)
    return found


def told(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    page = answer.content.decode()
    assert len(page) < 50_000
    return page


def test_the_matrix_keeps_the_kinds_of_emptiness_apart() -> None:
    rows = {row.parameter.key: row.cells for row in comparison.matrix()}
    assert [cell.state for cell in rows["council.agenda_notice_days"]] == [
        State.SILENT, State.LOST, State.SILENT, State.SILENT, State.VALUE, State.SILENT,
    ]  # fmt: skip
    approver = rows["plan.approver"]
    assert [cell.value for cell in approver if cell.given] == ["deputy_oti", "director", "director"]
    assert approver[2].places == ("VARU 5.3",)


def test_clauses_are_paired_by_content_and_not_by_number() -> None:
    known = all_modules()
    sides = [worded([known[code]]) for code in ("S33U", "VARU")]
    found = {pair.about: pair for pair in comparison.pairs(*sides)}
    supply = found["dossier.programme_supply"]
    assert ([row.number for row in supply.left], [row.number for row in supply.right]) == (["6.13"], ["6.12"])
    authors = found["dossier.author_programmes"]
    assert ([row.number for row in authors.left], authors.right) == (["6.12"], ())


def test_a_schools_own_words_stand_in_place_of_the_regulations() -> None:
    module = all_modules()["MK"]
    plain = {clause.key: clause for clause in worded([module])}
    wording = {"language": "ky", "clauses": WORDS, "own_clauses": [OWN_CLAUSE]}
    found = {clause.key: clause for clause in worded([module], wording, side="school-a")}
    changed = found["mk.7.4"]
    assert (changed.own, changed.about) == (True, plain["mk.7.4"].about)
    assert [changed.in_(code) for code in ("ky", "ru", "en")] == [OWN_WORDS, "Раз в четверть.", OWN_WORDS]
    assert (plain["mk.7.5-2"].left_out, found["mk.7.5-2"].left_out) == (False, True)
    assert found["mk.7.5-2"].text == plain["mk.7.5-2"].text
    assert not found["mk.7.5-2"].own
    assert (found["own-1"].about, found["own-1"].in_("ru")) == (("school-a:own-1",), "Жаш мугалимдер чакырылат.")
    assert len(found) == len(plain) + 1
    assert sum(clause.own for clause in found.values()) == 2


def holding(*, winners: tuple[Winner, ...] = (), own: tuple[OwnValue, ...] = ()) -> dict[str, Worded]:
    """Clauses of S33U, ABDH and MK in one school, by key."""
    modules = [all_modules()[code] for code in ("S33U", "ABDH", "MK")]
    uses = tuple(ModuleUse(module) for module in modules)
    day = date(2026, 9, 1)
    policy = Policy("s", (CharterVersion(id="v", valid_from=day, modules=uses, winners=winners, own=own),))
    rules = {
        "": comparison.side_of_view(policy.at(day)),
        "methodical": comparison.side_of_view(policy.at(day, CouncilKind.METHODICAL)),
    }
    return {clause.key: clause for clause in worded(modules, rules=rules)}


def test_a_clause_says_what_holds_in_its_place() -> None:
    unsettled = holding()
    assert unsettled["s33u.5.3"].instead["plan.approver"].state is State.CONFLICT
    assert unsettled["mk.7.5-1"].instead == {}
    decided = holding(winners=(Winner(parameter=PARAMETERS["plan.approver"], module="ABDH"),))
    said = decided["s33u.5.3"].instead["plan.approver"]
    assert (said.value, said.places) == ("director", ("ABDH 5.1",))
    assert "plan.approver" not in decided["abdh.5.1"].instead
    own = holding(own=(OwnValue(parameter=PARAMETERS["council.agenda_notice_days"], value=10),))
    ten = own["mk.7.5-1"].instead["council.agenda_notice_days"]
    assert (ten.state, ten.value) == (State.OWN, 10)
    none = holding(own=(OwnValue(parameter=PARAMETERS["association.min_members"], value=None),))
    assert none["s33u.1.2"].instead["association.min_members"].state is State.SILENT


def test_a_decided_conflict_is_told_on_the_page_and_to_programs(bakyt: Client, cholpon: Client) -> None:
    with in_school(school()):
        [version] = school_policy().versions
        profile = PolicyProfile.objects.get(pk=version.id)
        ProfileValue.objects.create(profile=profile, key="council.agenda_notice_days", value=10)
    tasks.refresh(school())
    for client, address in (
        (bakyt, f"/api/v1/policy/comparison/clauses/?left={version.id}&right=MK"),
        (cholpon, f"{DISTRICT_API}/clauses/?left=school-a&right=MK"),
    ):
        pairs = client.get(address).json()["pairs"]
        pair = next(pair for pair in pairs if pair["about"] == "council.agenda_notice_days")
        assert [clause["instead"] and clause["instead"]["value"] for clause in pair["left"]] == [10], address
        assert [clause["instead"] for clause in pair["right"]] == [None]
    address = f"/charter/compare/?a=version:{version.id}&b=module:MK&what=clauses&page="
    shown = "".join(told(bakyt, f"{address}{number}") for number in range(1, 9))
    assert "Бул жерде күчтө: 10 күн" in shown


def test_no_more_words_are_told_than_a_district_keeps() -> None:
    wording = {"language": "ky", "clauses": {"mk.7.4": {"text": {"ky": "абвгд", "ru": "абв"}}}, "own_clauses": []}
    assert bounded(wording, 8) == wording
    assert bounded(wording, 7)["clauses"]["mk.7.4"]["text"] == {"ky": "абвгд", "ru": "аб…"}
    more = wording | {"own_clauses": [OWN_CLAUSE], "clauses": wording["clauses"] | {"mk.7.5-2": {"left_out": True}}}
    cut = bounded(more, 0)
    assert cut["clauses"] == {"mk.7.4": {"text": {"ky": "…", "ru": "…"}}, "mk.7.5-2": {"left_out": True}}
    assert cut["own_clauses"] == [OWN_CLAUSE | {"text": {"ky": "…"}}]


def test_the_night_tells_the_district_a_charter_that_came_into_force_by_itself(cholpon: Client) -> None:
    tasks.refresh(school())
    with in_school(school()):
        PolicyProfile.objects.filter(state="in_force").update(clauses=WORDS)
    tasks.reconcile.run(school())
    data = cholpon.get(f"{DISTRICT_API}/clauses/?left=school-a&right=MK").json()
    assert any(clause["text"] == OWN_WORDS for pair in data["pairs"] for clause in pair["left"])


def test_pages_of_a_school(bakyt: Client) -> None:
    assert "LOST" in told(bakyt, "/charter/matrix/")
    assert "VARU" in told(bakyt, "/charter/compare/")
    assert "VARU 5.3" in told(bakyt, "/charter/compare/?a=module:S33U&b=module:VARU")
    address = "/charter/compare/?a=module:S33U&b=module:VARU&what=clauses&show=all&page="
    clauses = "".join(told(bakyt, f"{address}{number}") for number in range(1, 7))
    assert "<code>S33U 6.13</code>" in clauses
    assert "<code>VARU 1.91</code>" in clauses
    assert "Насаатчылык боюнча отчеттор</th>" in clauses
    with in_school(school()):
        [version] = school_policy().versions
    assert "MK 7.5" in told(bakyt, f"/charter/compare/?a=version:{version.id}&b=module:IMK&body=methodical")


@pytest.mark.parametrize("query", ["a=module:NONE&b=module:MK", "chapter=99", "a=version:999&b=module:MK", "a=&b="])
def test_addresses_that_name_nothing_are_answered_calmly(bakyt: Client, query: str) -> None:
    for page in ("/charter/matrix/", "/charter/compare/"):
        assert bakyt.get(f"{page}?{query}").status_code == 200


def test_pages_of_the_district(cholpon: Client, by: Actor) -> None:
    for school_id in (cast.SCHOOL_A_ID, cast.SCHOOL_B_ID):
        tasks.refresh(school(school_id))
    assert "LOST" in told(cholpon, f"{PLACE}/matrix/")
    page = told(cholpon, f"{PLACE}/compare/?a=school:school-a&b=school:school-b")
    assert "№1 орто мектеп" in page
    page = told(cholpon, f"{PLACE}/compare/?a=school:school-a&b=school:school-b&what=clauses")
    assert all(f"<code>{number}</code>" in page for number in ("VARU 1.91", "S33U 1.9"))
    page = told(cholpon, f"{PLACE}/deviations/")
    assert f"{PLACE}/schools/school-" in page


def test_schools_of_a_district_stand_side_by_side_for_programs(cholpon: Client) -> None:
    for school_id in (cast.SCHOOL_A_ID, cast.SCHOOL_B_ID):
        tasks.refresh(school(school_id))
    data = cholpon.get(f"{DISTRICT_API}/comparison/?left=school-a&right=school-b").json()
    row = next(row for row in data["rows"] if row["key"] == "plan.approver")
    assert [cell["value"] for cell in row["cells"]] == ["director", "deputy_oti"]
    data = cholpon.get(f"{DISTRICT_API}/comparison/?left=school-a&right=IMK&council=methodical").json()
    row = next(row for row in data["rows"] if row["key"] == "council.sitting_cadence")
    assert [cell["value"] for cell in row["cells"]] == ["trimester", "quarter"]
    data = cholpon.get(f"{DISTRICT_API}/clauses/?left=school-a&right=school-b").json()
    pair = next(pair for pair in data["pairs"] if pair["about"] == "council.sitting_cadence")
    assert [clause["number"] for clause in (*pair["left"], *pair["right"])] == ["5 (1)", "7.4", "5.1"]
    for path in ("comparison/?left=school-a&right=school-z", "clauses/?left=school-a", "clauses/?left=MK&right=MK&x=1"):
        assert cholpon.get(f"{DISTRICT_API}/{path}").status_code == 400, path


def test_what_a_school_has_written_otherwise_is_told_to_its_district(cholpon: Client, bakyt: Client) -> None:
    for school_id in (cast.SCHOOL_A_ID, cast.SCHOOL_B_ID):
        tasks.refresh(school(school_id))
    with public_scope():
        SchoolRules.objects.filter(school=cast.SCHOOL_A_ID).update(wording=None)
    address = f"{DISTRICT_API}/clauses/?left=school-a&right=MK"
    before = cholpon.get(address).json()
    assert before["untold"] == ["school-a"]
    page = f"{PLACE}/compare/?a=school:school-a&b=module:MK&what=clauses"
    assert "билдире элек" in told(cholpon, f"{page}&show=all")

    with in_school(school()):
        PolicyProfile.objects.filter(state="in_force").update(clauses=WORDS, own_clauses=[OWN_CLAUSE])
        [version] = school_policy().versions
    tasks.refresh(school())
    data = cholpon.get(address, headers={"accept-language": "ru"}).json()
    assert data["untold"] == []
    cadence = next(pair for pair in data["pairs"] if pair["about"] == "council.sitting_cadence")
    mine = next(clause for clause in cadence["left"] if clause["key"] == "mk.7.4")
    assert (mine["text"], mine["own"]) == ("Раз в четверть.", True)
    assert not any(clause["own"] for clause in cadence["right"])
    assert any(clause["key"] == "own-1" for pair in data["pairs"] for clause in pair["left"])
    left_out = [clause for pair in data["pairs"] for clause in pair["left"] if clause["left_out"]]
    assert {clause["key"] for clause in left_out} == {"mk.7.5-2"}
    shown = "".join(told(cholpon, f"{page}&page={number}") for number in range(1, 9))
    assert OWN_WORDS in shown
    assert OWN_CLAUSE["text"]["ky"] in shown
    assert "алынган эмес</em>: <s>" in shown
    assert "билдире элек" not in shown

    own = bakyt.get(f"/api/v1/policy/comparison/clauses/?left={version.id}&right=MK").json()
    assert own["sides"] == [version.id, "MK"]
    assert any(clause["own"] for pair in own["pairs"] for clause in pair["left"])
    assert bakyt.get("/api/v1/policy/comparison/clauses/?left=MK&right=x").status_code == 400
    shown = "".join(
        told(bakyt, f"/charter/compare/?a=version:{version.id}&b=module:MK&what=clauses&page={number}")
        for number in range(1, 9)
    )
    assert OWN_WORDS in shown


def test_who_departs_from_a_default_the_district_has_set(cholpon: Client, by: Actor) -> None:
    for school_id in (cast.SCHOOL_A_ID, cast.SCHOOL_B_ID):
        tasks.refresh(school(school_id))
    published(by, bound=Bound.DEFAULT, key="plan.approver", value="director")
    first = cholpon.get(f"{DISTRICT_API}/deviations/").json()["deviations"][0]
    assert (first["key"], first["default"], first["is_set"], first["same"]) == ("plan.approver", "director", True, 1)
    [departure] = first["departures"]
    assert (departure["school"], departure["value"], departure["place"]) == ("school-b", "deputy_oti", "S33U 5.3")


def test_resources_of_a_school(bakyt: Client) -> None:
    data = bakyt.get("/api/v1/policy/matrix/").json()
    assert data["sides"] == ["S33U+S33H", "S33C", "VARU", "ABDH", "MK", "IMK"]
    data = bakyt.get("/api/v1/policy/comparison/?left=MK&right=IMK").json()
    row = next(row for row in data["rows"] if row["key"] == "council.sitting_cadence")
    assert [cell["value"] for cell in row["cells"]] == ["trimester", "quarter"]
    assert bakyt.get("/api/v1/policy/comparison/?left=MK&right=XX").status_code == 400
    assert bakyt.get("/api/v1/policy/comparison/?left=MK&right=IMK&councl=methodical").status_code == 400


def test_resources_of_the_frame(cholpon: Client) -> None:
    rule = {"bound": "floor", "key": "retention.school_years", "value": 4, "valid_from": "2027-09-01", "act": "№5"}
    made = doors.send(cholpon, "POST", f"{DISTRICT_API}/frame/", rule)
    assert (made.status_code, made["ETag"]) == (201, '"1"')
    path = f"{DISTRICT_API}/frame/{body(made)['id']}/"
    assert cholpon.get(f"{path}answers/").status_code == 404
    assert doors.send(cholpon, "POST", f"{path}answers/").status_code == 201
    answers = cholpon.get(f"{path}answers/").json()
    assert (answers["total"], answers["answered"]) == (2, 2)
    stale = doors.send(cholpon, "POST", f"{path}publish/", **{"if-match": '"7"'})
    assert (stale.status_code, body(stale)["code"]) == (412, "frame.changed_meanwhile")
    assert doors.send(cholpon, "POST", f"{path}publish/", **{"if-match": '"1"'}).status_code == 200
    listed = cholpon.get(f"{DISTRICT_API}/frame/").json()["rules"]
    assert {row["state"] for row in listed} == {"draft", "published"}
    wrong = doors.send(cholpon, "POST", f"{DISTRICT_API}/frame/", rule | {"value": "four"})
    assert (wrong.status_code, body(wrong)["code"]) == (422, "frame.value_unusable")
    elmira = doors.signed_in("elmira", cast.DISTRICT_HOST)
    assert doors.send(elmira, "POST", f"{DISTRICT_API}/frame/", rule).status_code == 403


def test_a_draft_is_rehearsed_and_nothing_is_stored(bakyt: Client) -> None:
    with in_school(school()):
        before = (Finding.objects.count(), Event.objects.count())
    page = told(bakyt, "/charter/versions/2/what-if/")
    assert "2026/27" in page
    assert bakyt.get("/charter/versions/1/what-if/").status_code == 404  # in force, no draft
    with in_school(school()):
        assert (Finding.objects.count(), Event.objects.count()) == before


def test_the_year_shows_what_its_last_change_moved_and_what_another_would(bakyt: Client, by: Actor) -> None:
    assert 'id="moved"' not in told(bakyt, "/school-year/")
    page = told(bakyt, "/school-year/?ends_on=2027-06-05&close_on=&periods=")
    assert 'id="rehearsed"' in page
    assert "2027-жылдын 5-июну" in page
    with in_school(school()):
        change = CalendarChange(ends_on=date(2027, 5, 29))
        for version in (2, None):  # the second time there is nothing to do
            revision = shift_year(by=by, start_year=2026, change=change, published_on=cast.TODAY, source_act="№9")
            assert (revision.version if revision else None) == version
    assert 'id="moved"' in told(bakyt, "/school-year/")
    assert bakyt.get("/school-year/?ends_on=29-05&periods=").status_code == 422
    assert bakyt.get("/school-year/?ends_on=2026-01-01&periods=").status_code in (200, 422)
