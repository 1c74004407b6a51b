"""Pages of a school's host."""

from django.urls import path

from apps.web.activities import people as methodical
from apps.web.activities import school as work_of_school
from apps.web.activities import views as work
from apps.web.acts import act
from apps.web.acts import views as acts
from apps.web.bodies import directions, heads
from apps.web.bodies import people as composition
from apps.web.bodies import record as keeping
from apps.web.bodies import views as bodies
from apps.web.charters import compare, editing, readers, texts, versions, whatif
from apps.web.charters import papers as charter_papers
from apps.web.charters import views as charters
from apps.web.dossiers import archive, cards, studies
from apps.web.dossiers import views as dossiers
from apps.web.findings import views as findings
from apps.web.my import views as my
from apps.web.notices import feeds
from apps.web.notices import views as notices
from apps.web.papers import paper as one_paper
from apps.web.papers import views as papers_on_their_way
from apps.web.people import intake
from apps.web.people import views as people
from apps.web.plans import lessons, months
from apps.web.resolutions import views as resolutions
from apps.web.school import views as school
from apps.web.search import views as search
from apps.web.sittings import live, papers, proposals, record, series
from apps.web.sittings import views as sittings
from apps.web.tokens import views as tokens
from apps.web.webhooks import views as webhooks

urlpatterns = [
    path("", my.first, name="first_screen"),
    path("school/", school.overview, name="school_overview"),
    path("my/", my.my_page, name="my_page"),
    path("bodies/<int:pk>/desk/", my.desk, name="desk"),
    path("bodies/", bodies.bodies, name="body_list"),
    path("bodies/new/", keeping.create, name="body_new"),
    path("bodies/<int:pk>/", bodies.body, name="body_page"),
    path("bodies/<int:pk>/people/", composition.people, name="body_people"),
    path("bodies/<int:pk>/change/", keeping.change, name="body_change"),
    path("bodies/<int:pk>/dissolve/", keeping.dissolve, name="body_dissolve"),
    path("bodies/<int:pk>/members/add/", keeping.member_add, name="member_add"),
    path("bodies/<int:pk>/members/confirm/", keeping.member_confirm, name="member_confirm"),
    path("bodies/<int:pk>/offices/", heads.offices, name="body_head"),
    path("my/activities/", work.own, name="work_own"),
    path("activities/", work_of_school.school, name="work_school"),
    path("bodies/<int:pk>/activities/", work.work, name="work_list"),
    path("bodies/<int:pk>/activities/new/", work.new, name="work_new"),
    path("bodies/<int:pk>/activities/members/", methodical.members, name="work_members"),
    path("activities/<int:pk>/", work.record, name="work_page"),
    path("activities/<int:pk>/remove/", work.remove, name="work_remove"),
    path("bodies/<int:pk>/mentoring/", methodical.mentoring, name="mentoring_list"),
    path("mentoring/<int:pk>/", methodical.pair, name="mentoring_page"),
    path("mentoring/<int:pk>/<slug:name>/", methodical.pair_step, name="mentoring_step"),
    path("bodies/<int:pk>/months/", months.months, name="month_list"),
    path("months/<int:pk>/", months.month, name="month_page"),
    path("months/<int:pk>/<slug:name>/", months.month_step, name="month_step"),
    path("month-lines/<int:pk>/<slug:name>/", months.line_step, name="month_line"),
    path("bodies/<int:pk>/open-lessons/", lessons.lessons, name="lesson_list"),
    path("open-lessons/<int:pk>/", lessons.lesson, name="lesson_page"),
    path("open-lessons/<int:pk>/<slug:name>/", lessons.lesson_step, name="lesson_step"),
    path("bodies/<int:pk>/directions/", directions.directions, name="body_directions"),
    path("directions/<int:pk>/approve/", directions.approve, name="directions_approve"),
    path("memberships/<int:pk>/end/", keeping.member_end, name="member_end"),
    path("candidacies/<int:pk>/<slug:name>/", heads.step, name="candidacy_step"),
    path("dossiers/", dossiers.dossiers, name="dossier_list"),
    path("bodies/<int:pk>/dossier/", dossiers.dossier, name="body_dossier"),
    path("bodies/<int:pk>/dossier/list.pdf", dossiers.printed, name="dossier_print"),
    path("bodies/<int:pk>/dossier/<slug:item>/", dossiers.paper, name="dossier_paper"),
    path("bodies/<int:pk>/cards/", cards.bank, name="body_cards"),
    path("people/<int:pk>/card/", cards.card, name="person_card"),
    path("filed-papers/<int:pk>/files/<int:file>/", dossiers.filed_file, name="filed_file"),
    path("studies/", studies.studies, name="studies"),
    path("studies/list.pdf", studies.printed, name="studies_print"),
    path("studies/papers/<slug:item>/", studies.paper, name="studies_paper"),
    path("studies/books/<slug:item>/begin/", studies.begin, name="control_book_begin"),
    path("studies/books/<int:pk>/", studies.book, name="control_book"),
    path("studies/books/<int:pk>/close/", studies.close, name="control_book_close"),
    path("studies/entries/<int:pk>/followed/", studies.followed, name="control_entry_followed"),
    path("archive/", archive.archive, name="archive"),
    path("archive/new/", archive.new, name="archive_new"),
    path("archive/take-up/", archive.take_up, name="archive_take_up"),
    path("archive/<int:pk>/", archive.folder, name="archive_folder"),
    path("archive/<int:pk>/act.pdf", archive.act, name="archive_act"),
    path("acts/", acts.acts, name="act_list"),
    path("acts.xlsx", acts.sheet, name="act_sheet"),
    path("acts/new/", acts.new, name="act_new"),
    path("acts/record/", acts.record, name="act_record"),
    path("acts/<int:pk>/", act.act, name="act_page"),
    path("acts/<int:pk>/change/", acts.change, name="act_change"),
    path("acts/<int:pk>/do/<slug:name>/", act.do, name="act_do"),
    path("acts/<int:pk>/file/<slug:form>/", acts.file, name="act_file"),
    path("papers/", papers_on_their_way.papers, name="paper_list"),
    path("papers/new/", papers_on_their_way.new, name="paper_new"),
    path("papers/<int:pk>/", one_paper.paper, name="paper_page"),
    path("papers/<int:pk>/change/", papers_on_their_way.change, name="paper_change"),
    path("papers/<int:pk>/decision/", one_paper.decision, name="paper_decision"),
    path("papers/<int:pk>/do/<slug:name>/", one_paper.do, name="paper_do"),
    path("papers/<int:pk>/files/<int:file>/", one_paper.file, name="paper_file"),
    path("bodies/<int:pk>/papers/", papers_on_their_way.body_papers, name="body_papers"),
    path("bodies/<int:pk>/papers/waiting/", papers_on_their_way.waiting, name="body_papers_waiting"),
    path("people/", people.people, name="person_list"),
    path("people/new/", people.new, name="person_new"),
    path("people/intake/", intake.intake, name="person_intake"),
    path("people/<int:pk>/", people.person, name="person_page"),
    path("people/<int:pk>/change/", people.change, name="person_change"),
    path("people/<int:pk>/do/<slug:name>/", people.do, name="person_do"),
    path("offices/<int:pk>/end/", people.office_end, name="office_end"),
    path("absences/<int:pk>/end/", people.absence_end, name="absence_end"),
    path("bodies/<int:pk>/plan/", sittings.plan, name="sitting_plan"),
    path("bodies/<int:pk>/record/", record.record, name="sitting_record"),
    path("bodies/<int:pk>/questions/", proposals.proposals, name="proposal_list"),
    path("bodies/<int:pk>/series/", series.series, name="series_list"),
    path("series/<int:pk>/<slug:name>/", series.series_step, name="series_step"),
    path("proposals/<int:pk>/<slug:name>/", proposals.proposal_step, name="proposal_step"),
    path("sittings/", sittings.sittings, name="sitting_list"),
    path("sittings/<int:pk>/", sittings.sitting, name="sitting_page"),
    path("sittings/<int:pk>/record/", record.record_planned, name="sitting_record_planned"),
    path("sittings/<int:pk>/announce/", sittings.announce, name="sitting_announce"),
    path("sittings/<int:pk>/cancel/", sittings.cancel, name="sitting_cancel"),
    path("sittings/<int:pk>/sign/", sittings.sign, name="sitting_sign"),
    path("sittings/<int:pk>/do/<slug:name>/", sittings.step, name="sitting_step"),
    path("sittings/<int:pk>/minutes.<slug:kind>", papers.minutes_file, name="sitting_minutes_file"),
    path("sittings/<int:pk>/excerpt-<int:position>.pdf", papers.excerpt_file, name="sitting_excerpt"),
    path("sittings/<int:pk>/files/", papers.attach, name="sitting_attach"),
    path("sittings/<int:pk>/files/<int:file>/", papers.attached, name="sitting_file"),
    path("sittings/<int:pk>/kit.pdf", papers.kit, name="sitting_kit"),
    path("sittings/<int:pk>/pack/", papers.pack, name="sitting_pack"),
    path("sittings/<int:pk>/live/", live.live, name="sitting_live"),
    path("sittings/<int:pk>/live/worker.js", live.worker, name="sitting_live_worker"),
    path("verify/<slug:code>/", papers.verify, name="verify"),
    path("resolutions/", resolutions.resolutions, name="resolution_list"),
    path("resolutions.xlsx", resolutions.sheet, name="resolution_sheet"),
    path("resolutions/<int:pk>/", resolutions.resolution, name="resolution_page"),
    path("resolutions/<int:pk>/done/", resolutions.done, name="resolution_done"),
    path("resolutions/<int:pk>/move/", resolutions.move, name="resolution_move"),
    path("resolutions/<int:pk>/drop/", resolutions.drop, name="resolution_drop"),
    path("resolutions/<int:pk>/excerpt.pdf", resolutions.excerpt, name="resolution_excerpt"),
    path("resolutions/<int:pk>/files/<int:file>/", resolutions.proof, name="resolution_file"),
    path("notices/", notices.notices, name="notice_list"),
    path("notices/seen/", notices.seen, name="notice_all_seen"),
    path("notices/settings/", notices.preferences, name="notice_preferences"),
    path("notices/feed/", feeds.change, name="calendar_change"),
    path("calendar/<int:person>/<slug:seal>.ics", feeds.person_feed, name="calendar_feed"),
    path("calendar/<int:person>/<slug:seal>/<int:body>.ics", feeds.body_feed, name="calendar_body_feed"),
    path("notices/<int:pk>/<slug:seal>/", notices.notice, name="notice_page"),
    path("sittings/<int:pk>/told/", notices.told, name="sitting_told"),
    path("search/", search.results, name="search"),
    path("findings/", findings.findings, name="finding_list"),
    path("findings/<int:pk>/", findings.finding, name="finding_page"),
    path("charter/", charters.charter, name="charter"),
    path("webhooks/", webhooks.webhooks, name="webhook_list"),
    path("webhooks/<int:pk>/", webhooks.webhook, name="webhook_page"),
    path("webhooks/<int:pk>/change/", webhooks.change, name="webhook_change"),
    path("charter/matrix/", compare.school_matrix, name="charter_matrix"),
    path("charter/compare/", compare.school_compare, name="charter_compare"),
    path("charter/versions/<int:pk>/what-if/", whatif.draft, name="charter_what_if"),
    path("school-year/", whatif.year, name="school_year"),
    path("charter/versions/", versions.versions, name="charter_versions"),
    path("charter/versions/<int:pk>/", versions.version, name="charter_version"),
    path("charter/versions/<int:pk>/made-of/", versions.made_of, name="charter_made_of"),
    path("charter/versions/<int:pk>/discard/", versions.discard, name="charter_discard"),
    path("charter/versions/<int:pk>/consider/", versions.consider, name="charter_consider"),
    path("charter/versions/<int:pk>/approve/", versions.approve, name="charter_approve"),
    path("charter/versions/<int:pk>/in-force/", versions.in_force, name="charter_in_force"),
    path("charter/versions/<int:pk>/rules/", editing.rules, name="charter_rules"),
    path("charter/versions/<int:pk>/rules/<str:key>/", editing.value, name="charter_value"),
    path("charter/versions/<int:pk>/text/<str:module>/", texts.document, name="charter_text"),
    path("charter/versions/<int:pk>/text/<str:module>/add/", texts.add, name="charter_clause_add"),
    path("charter/versions/<int:pk>/text/<str:module>/<str:key>/", texts.clause, name="charter_clause"),
    path("charter/versions/<int:pk>/difference/", texts.compared, name="charter_difference"),
    path("charter/versions/<int:pk>/document.pdf", charter_papers.as_pdf, name="charter_pdf"),
    path("charter/versions/<int:pk>/document.docx", charter_papers.as_docx, name="charter_docx"),
    path("charter/template/", charter_papers.template, name="charter_template"),
    path("check/charter/<slug:mark>/", charter_papers.check, name="charter_check"),
    path("charter/versions/<int:pk>/readers/", readers.readers, name="charter_readers"),
    path("tokens/", tokens.school_tokens, name="token_list"),
    path("tokens/<slug:key>/revoke/", tokens.school_token_revoke, name="token_revoke"),
]
