"""Version 1 of the API, on a school's host."""

from django.urls import path

from api.v1.activities.activities import ActivityDetail, ActivityList
from api.v1.activities.mentoring import PairDetail, PairList, PairOrder, PairReport
from api.v1.acts.views import (
    ActAnswer,
    ActDetail,
    ActDrafts,
    ActFile,
    ActList,
    ActRevoke,
    ActSign,
    ActSubmit,
)
from api.v1.bodies.directions import DirectionsApproval, DirectionsDetail
from api.v1.bodies.heads import (
    CandidacyAppoint,
    CandidacyApprove,
    CandidacyElect,
    CandidacyList,
    CandidacyWithdraw,
    Eligibility,
)
from api.v1.bodies.views import AlertList, BodyDetail, BodyDissolve, BodyList, MemberConfirm, MemberEnd, MemberList
from api.v1.charters.papers import CharterTemplate, VersionFile
from api.v1.charters.parts import ClauseDetail, ClauseList, VersionChoice, VersionValue
from api.v1.charters.views import (
    VersionApprove,
    VersionConsider,
    VersionDetail,
    VersionDifference,
    VersionInForce,
    VersionList,
    VersionReaders,
)
from api.v1.deletions.views import DeletionList
from api.v1.dossiers.archive import (
    BookClose,
    BookEntry,
    BookList,
    EntryFollowed,
    EntryList,
    FolderDestroy,
    FolderDetail,
    FolderHandOver,
    FolderList,
    FolderPrepare,
)
from api.v1.dossiers.views import (
    BodyDossier,
    CardDetail,
    CardList,
    FiledPaperDetail,
    FiledPaperList,
    FiledPaperOff,
    StudiesDossier,
)
from api.v1.findings.views import FindingList
from api.v1.frames.sides import Comparison, ComparisonClauses, Matrix
from api.v1.notices.views import NoticeList, NoticeOpened, SittingNotices
from api.v1.papers.views import PaperDetail, PaperList, PaperStep
from api.v1.people.views import (
    AbsenceEnd,
    OfficeEnd,
    PersonAbsence,
    PersonDetail,
    PersonLeaving,
    PersonList,
    PersonOffice,
    PersonReturn,
    PersonService,
)
from api.v1.plans.lessons import LessonDetail, LessonList
from api.v1.plans.months import MonthDetail, MonthList
from api.v1.policy.views import PolicyDetail
from api.v1.resolutions.views import (
    ResolutionDetail,
    ResolutionDone,
    ResolutionDrop,
    ResolutionExcerpt,
    ResolutionFile,
    ResolutionFiles,
    ResolutionList,
    ResolutionMove,
)
from api.v1.schema_views import docs, document
from api.v1.school.views import SchoolDetail
from api.v1.search.views import Search
from api.v1.sittings.files import SittingFile, SittingFiles, SittingPack
from api.v1.sittings.life import MinutesFile, SittingDeeds, SittingPlan, SittingStep
from api.v1.sittings.proposals import ProposalDetail, ProposalList, ProposalSend
from api.v1.sittings.series import SeriesDetail, SeriesList
from api.v1.sittings.views import SittingDetail, SittingList, SittingMinutes
from api.v1.webhooks.views import DeliveryList, WebhookDetail, WebhookList, WebhookSecret

urlpatterns = [
    path("school/", SchoolDetail.as_view(), name="api_school"),
    path("bodies/", BodyList.as_view(), name="api_bodies"),
    path("bodies/<int:pk>/", BodyDetail.as_view(), name="api_body"),
    path("bodies/alerts/", AlertList.as_view(), name="api_alerts"),
    path("bodies/<int:pk>/dissolve/", BodyDissolve.as_view(), name="api_body_dissolve"),
    path("bodies/<int:pk>/members/", MemberList.as_view(), name="api_members"),
    path("bodies/<int:pk>/members/confirm/", MemberConfirm.as_view(), name="api_members_confirm"),
    path("bodies/<int:pk>/candidacies/", CandidacyList.as_view(), name="api_candidacies"),
    path("bodies/<int:pk>/directions/", DirectionsDetail.as_view(), name="api_directions"),
    path("bodies/<int:pk>/directions/approval/", DirectionsApproval.as_view(), name="api_directions_approval"),
    path("memberships/<int:pk>/end/", MemberEnd.as_view(), name="api_member_end"),
    path("candidacies/<int:pk>/elect/", CandidacyElect.as_view(), name="api_candidacy_elect"),
    path("candidacies/<int:pk>/approve/", CandidacyApprove.as_view(), name="api_candidacy_approve"),
    path("candidacies/<int:pk>/appoint/", CandidacyAppoint.as_view(), name="api_candidacy_appoint"),
    path("candidacies/<int:pk>/withdraw/", CandidacyWithdraw.as_view(), name="api_candidacy_withdraw"),
    path("eligibility/", Eligibility.as_view(), name="api_eligibility"),
    path("policy/matrix/", Matrix.as_view(), name="api_matrix"),
    path("policy/comparison/", Comparison.as_view(), name="api_comparison"),
    path("policy/comparison/clauses/", ComparisonClauses.as_view(), name="api_comparison_clauses"),
    path("people/", PersonList.as_view(), name="api_people"),
    path("people/<int:pk>/", PersonDetail.as_view(), name="api_person"),
    path("people/<int:pk>/offices/", PersonOffice.as_view(), name="api_person_office"),
    path("people/<int:pk>/absences/", PersonAbsence.as_view(), name="api_person_absence"),
    path("people/<int:pk>/return/", PersonReturn.as_view(), name="api_person_return"),
    path("people/<int:pk>/service/", PersonService.as_view(), name="api_person_service"),
    path("absences/<int:pk>/end/", AbsenceEnd.as_view(), name="api_absence_end"),
    path("people/<int:pk>/leaving/", PersonLeaving.as_view(), name="api_person_leaving"),
    path("offices/<int:pk>/end/", OfficeEnd.as_view(), name="api_office_end"),
    path("acts/", ActList.as_view(), name="api_acts"),
    path("acts/drafts/", ActDrafts.as_view(), name="api_act_drafts"),
    path("acts/<int:pk>/", ActDetail.as_view(), name="api_act"),
    path("acts/<int:pk>/sign/", ActSign.as_view(), name="api_act_sign"),
    path("acts/<int:pk>/submit/", ActSubmit.as_view(), name="api_act_submit"),
    path("acts/<int:pk>/answer/", ActAnswer.as_view(), name="api_act_answer"),
    path("acts/<int:pk>/revoke/", ActRevoke.as_view(), name="api_act_revoke"),
    path("acts/<int:pk>/file/<slug:form>/", ActFile.as_view(), name="api_act_file"),
    path("activities/", ActivityList.as_view(), name="api_activities"),
    path("activities/<int:pk>/", ActivityDetail.as_view(), name="api_activity"),
    path("mentoring/", PairList.as_view(), name="api_mentoring"),
    path("mentoring/<int:pk>/", PairDetail.as_view(), name="api_pair"),
    path("mentoring/<int:pk>/order/", PairOrder.as_view(), name="api_pair_order"),
    path("mentoring/<int:pk>/reports/", PairReport.as_view(), name="api_pair_report"),
    path("monthly-plans/", MonthList.as_view(), name="api_monthly_plans"),
    path("monthly-plans/<int:pk>/", MonthDetail.as_view(), name="api_monthly_plan"),
    path("open-lessons/", LessonList.as_view(), name="api_open_lessons"),
    path("open-lessons/<int:pk>/", LessonDetail.as_view(), name="api_open_lesson"),
    path("sittings/", SittingList.as_view(), name="api_sittings"),
    path("sittings/<int:pk>/", SittingDetail.as_view(), name="api_sitting"),
    path("sittings/plan/", SittingPlan.as_view(), name="api_sitting_plan"),
    path("sittings/<int:pk>/steps/", SittingStep.as_view(), name="api_sitting_step"),
    path("sittings/<int:pk>/deeds/", SittingDeeds.as_view(), name="api_sitting_deed"),
    path("sittings/<int:pk>/minutes.<slug:kind>", MinutesFile.as_view(), name="api_sitting_minutes_file"),
    path("sittings/<int:pk>/files/", SittingFiles.as_view(), name="api_sitting_files"),
    path("sittings/<int:pk>/files/<int:file>/", SittingFile.as_view(), name="api_sitting_file"),
    path("sittings/<int:pk>/pack/", SittingPack.as_view(), name="api_sitting_pack"),
    path("series/", SeriesList.as_view(), name="api_series_list"),
    path("series/<int:pk>/", SeriesDetail.as_view(), name="api_series"),
    path("sittings/<int:pk>/minutes/", SittingMinutes.as_view(), name="api_sitting_minutes"),
    path("resolutions/", ResolutionList.as_view(), name="api_resolutions"),
    path("resolutions/<int:pk>/", ResolutionDetail.as_view(), name="api_resolution"),
    path("resolutions/<int:pk>/done/", ResolutionDone.as_view(), name="api_resolution_done"),
    path("resolutions/<int:pk>/move/", ResolutionMove.as_view(), name="api_resolution_move"),
    path("resolutions/<int:pk>/drop/", ResolutionDrop.as_view(), name="api_resolution_drop"),
    path("resolutions/<int:pk>/files/", ResolutionFiles.as_view(), name="api_resolution_files"),
    path("resolutions/<int:pk>/files/<int:file>/", ResolutionFile.as_view(), name="api_resolution_file"),
    path("resolutions/<int:pk>/excerpt.pdf", ResolutionExcerpt.as_view(), name="api_resolution_excerpt"),
    path("sittings/<int:pk>/notices/", SittingNotices.as_view(), name="api_sitting_notices"),
    path("notices/", NoticeList.as_view(), name="api_notices"),
    path("notices/<int:pk>/opened/", NoticeOpened.as_view(), name="api_notice_opened"),
    path("deletions/", DeletionList.as_view(), name="api_deletions"),
    path("webhooks/", WebhookList.as_view(), name="api_webhooks"),
    path("webhooks/<int:pk>/", WebhookDetail.as_view(), name="api_webhook"),
    path("webhooks/<int:pk>/secret/", WebhookSecret.as_view(), name="api_webhook_secret"),
    path("webhooks/<int:pk>/deliveries/", DeliveryList.as_view(), name="api_webhook_deliveries"),
    path("search/", Search.as_view(), name="api_search"),
    path("proposals/", ProposalList.as_view(), name="api_proposals"),
    path("proposals/send/", ProposalSend.as_view(), name="api_proposal_send"),
    path("proposals/<int:pk>/", ProposalDetail.as_view(), name="api_proposal"),
    path("papers/", PaperList.as_view(), name="api_papers"),
    path("papers/<int:pk>/", PaperDetail.as_view(), name="api_paper"),
    path("papers/<int:pk>/steps/", PaperStep.as_view(), name="api_paper_step"),
    path("bodies/<int:pk>/dossier/", BodyDossier.as_view(), name="api_dossier"),
    path("studies/", StudiesDossier.as_view(), name="api_studies"),
    path("filed-papers/", FiledPaperList.as_view(), name="api_filed_papers"),
    path("filed-papers/<int:pk>/", FiledPaperDetail.as_view(), name="api_filed_paper"),
    path("filed-papers/<int:pk>/take-off/", FiledPaperOff.as_view(), name="api_filed_paper_off"),
    path("cards/", CardList.as_view(), name="api_cards"),
    path("people/<int:pk>/card/", CardDetail.as_view(), name="api_card"),
    path("folders/", FolderList.as_view(), name="api_folders"),
    path("folders/<int:pk>/", FolderDetail.as_view(), name="api_folder"),
    path("folders/<int:pk>/prepare/", FolderPrepare.as_view(), name="api_folder_prepare"),
    path("folders/<int:pk>/hand-over/", FolderHandOver.as_view(), name="api_folder_hand_over"),
    path("folders/<int:pk>/destroy/", FolderDestroy.as_view(), name="api_folder_destroy"),
    path("control-books/", BookList.as_view(), name="api_control_books"),
    path("control-books/<int:pk>/close/", BookClose.as_view(), name="api_control_book_close"),
    path("control-books/<int:pk>/entries/", BookEntry.as_view(), name="api_control_book_entry"),
    path("control-entries/", EntryList.as_view(), name="api_control_entries"),
    path("control-entries/<int:pk>/followed/", EntryFollowed.as_view(), name="api_control_entry_followed"),
    path("findings/", FindingList.as_view(), name="api_findings"),
    path("charter-versions/", VersionList.as_view(), name="api_charter_versions"),
    path("charter-versions/<int:pk>/", VersionDetail.as_view(), name="api_charter_version"),
    path("charter-versions/<int:pk>/difference/", VersionDifference.as_view(), name="api_charter_difference"),
    path("charter-versions/<int:pk>/values/<str:key>/", VersionValue.as_view(), name="api_charter_value"),
    path("charter-versions/<int:pk>/choices/<str:key>/", VersionChoice.as_view(), name="api_charter_choice"),
    path("charter-versions/<int:pk>/clauses/", ClauseList.as_view(), name="api_charter_clauses"),
    path("charter-versions/<int:pk>/clauses/<str:key>/", ClauseDetail.as_view(), name="api_charter_clause"),
    path("charter-versions/<int:pk>/consider/", VersionConsider.as_view(), name="api_charter_consider"),
    path("charter-versions/<int:pk>/approve/", VersionApprove.as_view(), name="api_charter_approve"),
    path("charter-versions/<int:pk>/in-force/", VersionInForce.as_view(), name="api_charter_in_force"),
    path("charter-versions/<int:pk>/acknowledgements/", VersionReaders.as_view(), name="api_charter_readers"),
    path("charter-versions/<int:pk>/document.<slug:form>", VersionFile.as_view(), name="api_charter_file"),
    path("charter-template/", CharterTemplate.as_view(), name="api_charter_template"),
    path("policy/", PolicyDetail.as_view(), name="api_policy"),
    path("openapi.json", document, name="api_document"),
    path("docs/", docs, name="api_docs"),
]
