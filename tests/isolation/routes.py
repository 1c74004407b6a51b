"""Every address of the product, and how each is called in the isolation matrix.

A route that is not listed here fails the build. Numbers are those of rows that exist in both schools.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from apps.notices import links
from apps.notices.links import seal_of
from tenants.models.directory import schema_name_of
from tests.cast import SCHOOL_A_ID
from tests.stage import DEPUTY, NOTICE

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True, slots=True)
class Case:
    """How a route is called.

    Attributes:
        values: parameters of the address; rows with these numbers exist in both schools.
        open: the route answers strangers, so it may show nothing of any school.
        body: a body the owner could send with POST.
        owner: who may use the route, where it is not the usual one.
        query: what the address asks for.
    """

    values: dict[str, Any] = field(default_factory=dict)
    open: bool = False
    body: dict[str, Any] | None = None
    owner: str = ""
    query: str = ""


OPEN = Case(open=True)
ACCOUNT = {
    "account_login": OPEN,
    "account_logout": OPEN,
    "account_inactive": OPEN,
    "account_signup": OPEN,
    "account_change_password": OPEN,
    "account_set_password": OPEN,
    "account_reset_password": OPEN,
    "account_reset_password_done": OPEN,
    "account_reset_password_from_key": Case({"uidb36": "1", "key": "set-password"}, open=True),
    "account_reset_password_from_key_done": OPEN,
    "language": OPEN,
    "api_document": OPEN,
    "api_docs": OPEN,
}
KEY_OF_A, KEY_OF_B, KEY_OF_DISTRICT = (f"{number:0128d}" for number in range(3))
DRAFT, SUBMISSION, SUBMITTED = 6, 7, 8
JOB, BATCH = (str(uuid.UUID(int=number)) for number in (1, 2))
RULE, SHIFT = "00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"
# the address of a notice is good for one person at one school; the one of school A serves as a foreign address at school B
SEAL_OF_NOTICE = seal_of(links.NOTICE, schema_name_of(SCHOOL_A_ID), DEPUTY, NOTICE)
DEEDS: dict[str, dict[str, Any]] = {
    "administrator": {"family_name": "…", "email": "x"},
    "suspend": {"reason": "…"},
    "resume": {},
    "rename": {"slug": "мектеп"},
    "add-host": {"host": "…"},
    "remove-host": {"host": "…"},
    "close": {"reason": "…"},
    "reopen": {},
    "hold": {"reason": "…"},
    "release": {},
    "merge": {"into": "school-b", "reason": "…"},
    "split": {"name_ky": "№9", "slug": "school-9"},
    "delete": {},
}
HELD = {"body": 1, "held_on": "2026-11-18", "items": [{"text": "Отчёт"}]}
SCHOOL: dict[str, Case] = ACCOUNT | {
    "enter": OPEN,
    "api_school": Case(),
    "api_bodies": Case(),
    "api_body": Case({"pk": 1}),
    "api_alerts": Case(),
    "api_body_dissolve": Case({"pk": 2}, body={"dissolved_on": "2026-11-20"}),
    "api_members": Case({"pk": 1}, body={"person": 3, "valid_from": "2026-11-20"}),
    "api_members_confirm": Case({"pk": 1}, body={"order": 2, "memberships": [1]}),
    "api_member_end": Case({"pk": 1}, body={"valid_until": "2026-11-20"}),
    "api_candidacies": Case({"pk": 1}, body={"person": 7, "nominated_on": "2026-11-20"}),
    "api_candidacy_elect": Case({"pk": 1}, body={"elected_on": "2026-11-20"}),
    "api_candidacy_approve": Case({"pk": 2}, body={"council": 2, "approved_on": "2026-11-20"}),
    "api_candidacy_appoint": Case({"pk": 2}, body={"order_date": "2026-11-20", "valid_from": "2026-11-20"}),
    "api_candidacy_withdraw": Case({"pk": 1}, body={}),
    "api_directions": Case({"pk": 1}, query="year=2026", body={"themes": "Окуу"}),
    "api_directions_approval": Case({"pk": 1}, query="year=2026", body={"council": 2, "approved_on": "2026-11-20"}),
    "api_eligibility": Case(query="person=5"),
    "api_people": Case(),
    "api_person": Case({"pk": 5}),
    "api_person_office": Case({"pk": 6}, body={"role": "methodist", "valid_from": "2026-11-20"}),
    "api_person_absence": Case({"pk": 5}, body={"kind": "leave", "valid_from": "2026-11-20"}),
    "api_person_leaving": Case({"pk": 8}, body={"left_on": "2026-11-20"}),
    "api_office_end": Case({"pk": 2}, body={"valid_until": "2026-11-21"}),
    "api_acts": Case(body={"kind": "decision", "act_date": "2026-11-20"}),
    "api_act_drafts": Case(body={"kind": "order", "act_date": "2026-11-20", "title": "Буйрук", "text": "Текст"}),
    "api_act": Case({"pk": 1}),
    "api_act_sign": Case({"pk": DRAFT}, body={"act_date": "2026-11-20"}, owner="gulnara"),
    "api_act_submit": Case({"pk": SUBMISSION}, body={"act_date": "2026-11-20"}),
    "api_act_answer": Case({"pk": SUBMITTED}, body={"accept": True}, owner="gulnara"),
    "api_act_revoke": Case({"pk": 1}, body={"revoked_on": "2026-11-20"}),
    "api_act_file": Case({"pk": 1, "form": "pdf"}),
    "api_sittings": Case(body=HELD),
    "api_sitting": Case({"pk": 1}),
    "api_sitting_plan": Case(body={"body": 2, "planned_on": "2026-12-18"}),
    "api_sitting_step": Case({"pk": 4}, body={"step": "postpone", "to_day": "2026-12-04", "reason": "карантин"}),
    "api_sitting_deed": Case({"pk": 4}, body={"deed": "open"}),
    "api_sitting_minutes_file": Case({"pk": 2, "kind": "pdf"}),
    "api_sitting_minutes": Case({"pk": 3}, body={"signed_on": "2026-11-20"}),
    "api_proposals": Case(body={"body": 2, "text": "Маселе"}),
    "api_proposal_send": Case(body={"item": 1, "to": 2}),
    "api_proposal": Case({"pk": 1}, body={"step": "defer"}),
    "api_matrix": Case(),
    "api_comparison": Case(query="left=VARU&right=S33U"),
    "api_papers": Case(body={"kind": "award", "title": "Сыйлык", "person": 4, "year": 2026}),
    "api_paper": Case({"pk": 1}),
    "api_paper_step": Case({"pk": 1}, body={"step": "withdraw", "reason": "Жаңысы жазылат"}),
    "api_findings": Case(),
    "api_dossier": Case({"pk": 1}),
    "api_studies": Case(),
    "api_filed_papers": Case(body={"body": 1, "year": 2026, "item": "ktp", "filed_on": "2026-11-19", "place": "шкаф"}),
    "api_filed_paper": Case({"pk": 1}),
    "api_filed_paper_off": Case({"pk": 1}, body={"reason": "жаңылыш"}),
    "api_cards": Case(),
    "api_card": Case({"pk": 5}),
    "api_folders": Case(body={"kind": "plans", "start_year": 2019, "year_end": "2020-05-25"}),
    "api_folder": Case({"pk": 1}),
    "api_folder_prepare": Case({"pk": 1}, body={"prepared_on": "2026-11-19"}),
    "api_folder_hand_over": Case({"pk": 1}, body={"handed_on": "2026-11-19", "receiver": "Архив", "act_number": "4"}),
    "api_folder_destroy": Case({"pk": 2}, body={"destroyed_on": "2026-11-19", "act_number": "5"}),
    "api_control_books": Case(body={"year": 2026, "kind": "14_labs", "opened_on": "2026-11-19"}),
    "api_control_book_close": Case({"pk": 1}, body={"on": "2026-11-19"}),
    "api_control_book_entry": Case({"pk": 1}, body={"on": "2026-11-19", "finding": "Текшерилди"}),
    "api_control_entries": Case(),
    "api_control_entry_followed": Case({"pk": 1}, body={"on": "2026-11-19"}),
    "api_policy": Case(),
    "api_charter_versions": Case(body={"valid_from": "2026-12-01"}),
    "api_charter_version": Case({"pk": 2}),
    "api_charter_difference": Case({"pk": 2}),
    "api_charter_value": Case({"pk": 2, "key": "council.agenda_notice_days"}),
    "api_charter_choice": Case({"pk": 2, "key": "plan.approver"}),
    "api_charter_clauses": Case({"pk": 2}),
    "api_charter_clause": Case({"pk": 2, "key": "mk.7.4"}),
    "api_charter_consider": Case({"pk": 2}, body={"act_date": "2026-11-18", "number": "3"}),
    "api_charter_approve": Case({"pk": 2}, body={}),
    "api_charter_in_force": Case({"pk": 2}, body={}),
    "api_charter_readers": Case({"pk": 1}),
    "first_screen": Case(),
    "my_page": Case(),
    "desk": Case({"pk": 1}),
    "school_overview": Case(),
    "body_list": Case(),
    "body_page": Case({"pk": 1}),
    "body_new": Case(),
    "body_people": Case({"pk": 1}),
    "body_change": Case({"pk": 1}),
    "body_dissolve": Case({"pk": 1}),
    "member_add": Case({"pk": 1}),
    "member_confirm": Case({"pk": 1}),
    "member_end": Case({"pk": 1}),
    "body_head": Case({"pk": 1}),
    "candidacy_step": Case({"pk": 1, "name": "elect"}),
    "body_directions": Case({"pk": 1}),
    "directions_approve": Case({"pk": 1}),
    "act_list": Case(),
    "act_sheet": Case(),
    "act_new": Case(),
    "act_record": Case(),
    "act_page": Case({"pk": 1}),
    "act_change": Case({"pk": DRAFT}),
    "act_do": Case({"pk": 1, "name": "revoke"}),
    "act_file": Case({"pk": 1, "form": "pdf"}),
    "paper_list": Case(),
    "paper_new": Case(query="kind=award"),
    "paper_page": Case({"pk": 1}),
    "paper_change": Case({"pk": 1}),
    "paper_do": Case({"pk": 1, "name": "withdraw"}),
    "paper_file": Case({"pk": 1, "file": 3}),
    "body_papers": Case({"pk": 1}),
    "person_list": Case(),
    "person_new": Case(),
    "person_intake": Case(),
    "person_page": Case({"pk": 5}),
    "person_change": Case({"pk": 5}),
    "person_do": Case({"pk": 5, "name": "absence"}),
    "office_end": Case({"pk": 2}),
    "absence_end": Case({"pk": 1}),
    "dossier_list": Case(),
    "body_dossier": Case({"pk": 1}),
    "dossier_print": Case({"pk": 1}),
    "dossier_paper": Case({"pk": 1, "item": "ktp"}),
    "body_cards": Case({"pk": 1}),
    "person_card": Case({"pk": 5}),
    "filed_file": Case({"pk": 3, "file": 4}),
    "studies": Case(),
    "studies_print": Case(),
    "studies_paper": Case({"item": "17_reports"}, query="part=august"),
    "control_book": Case({"pk": 1}),
    "control_book_begin": Case({"item": "14_labs"}),
    "control_book_close": Case({"pk": 1}),
    "control_entry_followed": Case({"pk": 1}),
    "archive": Case(),
    "archive_new": Case(),
    "archive_take_up": Case(),
    "archive_folder": Case({"pk": 1}),
    "archive_act": Case({"pk": 2}),
    "sitting_plan": Case({"pk": 1}),
    "sitting_record": Case({"pk": 1}),
    "sitting_list": Case(),
    "sitting_page": Case({"pk": 1}),
    "sitting_record_planned": Case({"pk": 4}),
    "sitting_announce": Case({"pk": 4}),
    "sitting_cancel": Case({"pk": 4}),
    "sitting_sign": Case({"pk": 3}),
    "series_list": Case({"pk": 2}),
    "series_step": Case({"pk": 1, "name": "plan"}),
    "search": Case(),
    "api_search": Case(query="q=насаатчы"),
    "api_sitting_notices": Case({"pk": 4}),
    "api_sitting_files": Case({"pk": 4}),
    "api_sitting_file": Case({"pk": 4, "file": 2}),
    "api_sitting_pack": Case({"pk": 4}, body={}),
    "api_series_list": Case(body={"name": "Чейректик", "body": 2}),
    "api_series": Case({"pk": 1}, body={"step": "end"}),
    "api_resolution_files": Case({"pk": 1}),
    "api_resolution_file": Case({"pk": 1, "file": 1}),
    "api_resolution_excerpt": Case({"pk": 1}),
    "api_person_return": Case({"pk": 8}, body={"joined_on": "2026-12-01"}),
    "api_person_service": Case({"pk": 8}, body={"valid_from": "2020-09-01"}),
    "api_absence_end": Case({"pk": 1}, body={"valid_until": "2026-11-25"}),
    "api_notices": Case(),
    "api_notice_opened": Case({"pk": NOTICE}),
    "api_deletions": Case(),
    "api_webhooks": Case(body={"url": "https://journal.example.kg/usul", "events": ["sitting.held"]}),
    "api_webhook": Case({"pk": 1}),
    "api_webhook_secret": Case({"pk": 1}),
    "api_webhook_deliveries": Case({"pk": 1}),
    "webhook_list": Case(),
    "webhook_page": Case({"pk": 1}),
    "webhook_change": Case({"pk": 1}),
    "proposal_list": Case({"pk": 2}),
    "proposal_step": Case({"pk": 1, "name": "defer"}),
    "sitting_step": Case({"pk": 4, "name": "postpone"}),
    "sitting_minutes_file": Case({"pk": 2, "kind": "pdf"}),
    "sitting_excerpt": Case({"pk": 2, "position": 1}),
    "sitting_attach": Case({"pk": 4}),
    "sitting_file": Case({"pk": 4, "file": 2}),
    "sitting_kit": Case({"pk": 4}),
    "sitting_pack": Case({"pk": 4}),
    "sitting_live": Case({"pk": 4}),
    "verify": Case({"code": "0123456789abcdef0123"}, open=True),
    "notice_list": Case(),
    "calendar_change": Case(),
    "calendar_feed": Case({"person": 2, "seal": "0" * 32}, open=True),
    "calendar_body_feed": Case({"person": 2, "seal": "0" * 32, "body": 2}, open=True),
    "notice_all_seen": Case(),
    "notice_preferences": Case(),
    "notice_page": Case({"pk": NOTICE, "seal": SEAL_OF_NOTICE}),
    "sitting_told": Case({"pk": 4}),
    "resolution_list": Case(),
    "resolution_sheet": Case(),
    "resolution_page": Case({"pk": 2}),
    "resolution_done": Case({"pk": 2}),
    "resolution_move": Case({"pk": 2}),
    "resolution_drop": Case({"pk": 2}),
    "resolution_excerpt": Case({"pk": 2}),
    "resolution_file": Case({"pk": 1, "file": 1}),
    "api_resolutions": Case(),
    "api_resolution": Case({"pk": 2}),
    "api_resolution_done": Case({"pk": 2}, body={"done_on": "2026-11-20"}),
    "api_resolution_move": Case({"pk": 2}, body={"due_on": "2026-12-20", "reason": "оору"}),
    "api_resolution_drop": Case({"pk": 3}, body={"reason": "кереги жок"}),
    "finding_list": Case(),
    "finding_page": Case({"pk": 1}),
    "charter": Case(),
    "charter_matrix": Case(),
    "charter_compare": Case(),
    "charter_what_if": Case({"pk": 2}),
    "school_year": Case(),
    "charter_versions": Case(),
    "charter_version": Case({"pk": 1}),
    "charter_made_of": Case({"pk": 2}),
    "charter_discard": Case({"pk": 2}),
    "charter_consider": Case({"pk": 2}),
    "charter_approve": Case({"pk": 2}),
    "charter_in_force": Case({"pk": 2}),
    "charter_rules": Case({"pk": 2}),
    "charter_value": Case({"pk": 2, "key": "council.agenda_notice_days"}),
    "charter_text": Case({"pk": 2, "module": "MK"}),
    "charter_clause_add": Case({"pk": 2, "module": "MK"}),
    "charter_clause": Case({"pk": 2, "module": "MK", "key": "mk.7.4"}),
    "charter_difference": Case({"pk": 2}),
    "charter_pdf": Case({"pk": 1}),
    "charter_docx": Case({"pk": 1}),
    "charter_template": Case(),
    "charter_check": Case({"mark": "0" * 64}, open=True),
    "charter_readers": Case({"pk": 1}),
    "token_list": Case(),
    "token_revoke": Case({"key": KEY_OF_A}),
}
DISTRICT: dict[str, Case] = ACCOUNT | {
    "home": Case(),
    "district_overview": Case({"slug": "sverdlov"}),
    "district_school": Case({"slug": "sverdlov", "school": "school-a"}),
    "district_school_check": Case({"slug": "sverdlov", "school": "school-a", "check": "ST-2"}),
    "district_sheet": Case({"slug": "sverdlov"}),
    "district_obligations": Case({"slug": "sverdlov"}),
    "district_obligation": Case({"slug": "sverdlov", "check": "ST-2"}),
    "frame": Case({"slug": "sverdlov"}),
    "frame_new": Case({"slug": "sverdlov"}),
    "frame_rule": Case({"slug": "sverdlov", "rule": RULE}),
    "frame_change": Case({"slug": "sverdlov", "rule": RULE}),
    "frame_ask": Case({"slug": "sverdlov", "rule": RULE}),
    "frame_publish": Case({"slug": "sverdlov", "rule": RULE}),
    "frame_end": Case({"slug": "sverdlov", "rule": RULE}),
    "frame_verify": Case({"slug": "sverdlov", "rule": RULE}),
    "frame_drop": Case({"slug": "sverdlov", "rule": RULE}),
    "shifts": Case({"slug": "sverdlov"}),
    "shift": Case({"slug": "sverdlov", "shift": SHIFT}),
    "shift_ask": Case({"slug": "sverdlov", "shift": SHIFT}),
    "shift_publish": Case({"slug": "sverdlov", "shift": SHIFT}),
    "district_matrix": Case({"slug": "sverdlov"}),
    "district_compare": Case({"slug": "sverdlov"}),
    "deviations": Case({"slug": "sverdlov"}),
    "district_tokens": Case({"slug": "sverdlov"}),
    "district_token_revoke": Case({"slug": "sverdlov", "key": KEY_OF_DISTRICT}),
    "fleet": Case(owner="meerim"),
    "fleet_retry": Case({"job": JOB}, owner="meerim"),
    "onboarding": Case({"slug": "sverdlov"}),
    "onboarding_new": Case({"slug": "sverdlov"}),
    "onboarding_list": Case({"slug": "sverdlov"}),
    "onboarding_batch": Case({"slug": "sverdlov", "batch": BATCH}),
    "onboarding_retry": Case({"slug": "sverdlov", "job": JOB}),
    "onboarding_school": Case({"slug": "sverdlov", "school": "school-a"}),
    "onboarding_deed": Case({"slug": "sverdlov", "school": "school-a", "deed": "suspend"}),
    "enter_school": Case({"slug": "school-a"}, owner="bakyt"),
    "api_districts": Case(),
    "api_fleet": Case(owner="meerim"),
    "api_onboarding": Case({"slug": "sverdlov"}, body={"name_ky": "№9"}),
    "api_onboarding_job": Case({"slug": "sverdlov", "job": JOB}),
    "api_onboarding_retry": Case({"slug": "sverdlov", "job": JOB}, body={}),
    **{
        f"api_school_{deed}": Case({"slug": "sverdlov", "school": "school-a"}, body=body, owner="meerim")
        for deed, body in DEEDS.items()
    },
    "api_standings": Case({"slug": "sverdlov"}),
    "api_obligations": Case({"slug": "sverdlov"}),
    "api_frame": Case({"slug": "sverdlov"}),
    "api_frame_rule": Case({"slug": "sverdlov", "rule": RULE}),
    "api_frame_publish": Case({"slug": "sverdlov", "rule": RULE}),
    "api_frame_answers": Case({"slug": "sverdlov", "rule": RULE}),
    "api_deviations": Case({"slug": "sverdlov"}),
    "api_district_matrix": Case({"slug": "sverdlov"}),
    "api_district_school": Case({"slug": "sverdlov", "school": "school-a"}),
}


def names(urlconf: str) -> set[str]:
    """Every route of a URL configuration by name; an unnamed one by its pattern."""
    return {pattern.name or str(pattern.pattern) for pattern in _patterns(get_resolver(urlconf).url_patterns)}


def path_of(name: str, case: Case, urlconf: str) -> str:
    """The address of a case."""
    path = reverse(name, urlconf=urlconf, kwargs=case.values or None)
    return f"{path}?{case.query}" if case.query else path


def _patterns(found: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for item in found:
        if isinstance(item, URLResolver):
            yield from _patterns(item.url_patterns)
        else:
            yield item
