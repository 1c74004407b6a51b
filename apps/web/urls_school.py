"""Pages of a school's host."""

from django.urls import path

from apps.web.bodies import views as bodies
from apps.web.charters import editing, papers, readers, texts, versions
from apps.web.charters import views as charters
from apps.web.findings import views as findings
from apps.web.notices import feeds
from apps.web.notices import views as notices
from apps.web.resolutions import views as resolutions
from apps.web.school import views as school
from apps.web.sittings import record
from apps.web.sittings import views as sittings
from apps.web.tokens import views as tokens

urlpatterns = [
    path("", school.overview, name="school_overview"),
    path("bodies/", bodies.bodies, name="body_list"),
    path("bodies/<int:pk>/", bodies.body, name="body_page"),
    path("bodies/<int:pk>/plan/", sittings.plan, name="sitting_plan"),
    path("bodies/<int:pk>/record/", record.record, name="sitting_record"),
    path("sittings/", sittings.sittings, name="sitting_list"),
    path("sittings/<int:pk>/", sittings.sitting, name="sitting_page"),
    path("sittings/<int:pk>/record/", record.record_planned, name="sitting_record_planned"),
    path("sittings/<int:pk>/announce/", sittings.announce, name="sitting_announce"),
    path("sittings/<int:pk>/cancel/", sittings.cancel, name="sitting_cancel"),
    path("sittings/<int:pk>/sign/", sittings.sign, name="sitting_sign"),
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
    path("findings/", findings.findings, name="finding_list"),
    path("findings/<int:pk>/", findings.finding, name="finding_page"),
    path("charter/", charters.charter, name="charter"),
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
    path("charter/versions/<int:pk>/document.pdf", papers.as_pdf, name="charter_pdf"),
    path("charter/versions/<int:pk>/document.docx", papers.as_docx, name="charter_docx"),
    path("charter/template/", papers.template, name="charter_template"),
    path("check/charter/<slug:mark>/", papers.check, name="charter_check"),
    path("charter/versions/<int:pk>/readers/", readers.readers, name="charter_readers"),
    path("tokens/", tokens.school_tokens, name="token_list"),
    path("tokens/<slug:key>/revoke/", tokens.school_token_revoke, name="token_revoke"),
]
