"""Views of the pattern book. They write nothing and ask no database."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from apps.web.blocks.dates import long_date
from apps.web.blocks.icons import icon_names
from apps.web.blocks.page import LANGUAGES
from apps.web.blocks.tables import ActiveFilter, Tab
from apps.web.blocks.verdicts import all_marks
from apps.web.design import forms as sample_forms
from apps.web.design.samples import TODAY, frame, say
from apps.web.design.samples import district as district_samples
from apps.web.design.samples import papers as paper_samples

COOKIE = "usul_language"
ERRORS = ("400", "403", "404", "409", "412", "429", "500", "503", "suspended", "unknown_host")
View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Message:
    """Looks like a message of django.contrib.messages."""

    level_tag: str
    text: str

    def __str__(self) -> str:
        return self.text


def _chosen(request: HttpRequest) -> str:
    codes = {choice.code for choice in LANGUAGES}
    for wanted in (request.GET.get("language"), request.COOKIES.get(COOKIE)):
        if wanted in codes:
            return str(wanted)
    return "ky"


def in_chosen_language(view: View) -> View:
    @require_safe
    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with translation.override(_chosen(request)):
            return view(request, *args, **kwargs)

    return inside


def _show(request: HttpRequest, name: str, **values: Any) -> HttpResponse:
    values.setdefault("page", frame.book_page(request, name))
    lines = {
        "points_up": (61, 63, 66, 70, 72, 78),
        "points_mixed": (14, 19, 15, 22, 20, 23),
        "points_down": (5, 8, 7, 10, 12, 14),
    }
    return render(request, f"design/{name}.html", {"today": TODAY, "messages": (), **lines, **values})


def _today() -> str:
    return long_date(TODAY, say("ky", "ru", "en"), weekday=True)


@in_chosen_language
def index(request: HttpRequest) -> HttpResponse:
    icons = sorted(name for name in icon_names() if not name.startswith("v-"))
    inks = ["ink", "muted", "link", "accent", "pass", "warn", "fail", "review", "pending", "cfg", "lost", "none"]
    kinds = ["success", "info", "warning", "error"]
    words = [
        say("Өзгөртүүлөр сакталды.", "Изменения сохранены.", "Changes are saved."),
        say(
            "Жаңы окуу жылынын календары жарыяланды.", "Опубликован календарь нового года.", "The new calendar is out."
        ),
        say("Протоколдун мөөнөтүнө 2 күн калды.", "До срока протокола 2 дня.", "Minutes are due in 2 days."),
        say("Файл окулган жок.", "Файл не прочитан.", "The file could not be read."),
    ]
    shown = [Message(kind, text) for kind, text in zip(kinds, words, strict=True)]
    return _show(request, "index", icons=icons, inks=inks, messages=shown)


@in_chosen_language
def marks(request: HttpRequest) -> HttpResponse:
    return _show(
        request,
        "marks",
        looks=all_marks(),
        documents=paper_samples.documents(),
        people=paper_samples.people(),
        origins=[paper_samples.provenance_value(), paper_samples.provenance_silent()],
        fresh=district_samples.fresh(),
        stale=district_samples.stale(),
    )


@in_chosen_language
def data(request: HttpRequest) -> HttpResponse:
    chosen = [ActiveFilter(say("Айыл мектептери", "Сельские школы", "Rural schools"), "#")]
    return _show(
        request,
        "data",
        active=chosen,
        kinds=district_samples.kinds(),
        matrix_small=district_samples.matrix(6, 5),
        matrix_large=district_samples.matrix(),
        columns=district_samples.columns(),
        rows=district_samples.sittings(),
        pages=district_samples.pages(),
        cursor=district_samples.cursor_pages(),
        tabs=district_samples.tabs(),
        month=district_samples.month(),
        plan=district_samples.plan_chart(),
        papers=district_samples.papers_chart(),
        verdicts=district_samples.verdict_chart(),
        heat=district_samples.heat_chart(),
    )


@in_chosen_language
def papers(request: HttpRequest) -> HttpResponse:
    old, new = paper_samples.clause_versions()
    return _show(
        request,
        "papers",
        arguments=paper_samples.arguments(),
        work=paper_samples.work(),
        lights=paper_samples.lights(),
        quorums=paper_samples.quorums(),
        entries=paper_samples.entries(),
        route=paper_samples.route(),
        refused=paper_samples.refused_route(),
        old=old,
        new=new,
        facts=paper_samples.facts(),
    )


@in_chosen_language
def forms(request: HttpRequest) -> HttpResponse:
    broken = request.GET.get("state") == "errors"
    states = [
        Tab(say("Бош", "Без ошибок", "Clean"), reverse("design:forms"), current=not broken),
        Tab(
            say("Каталар менен", "С ошибками", "With mistakes"),
            f"{reverse('design:forms')}?state=errors",
            current=broken,
        ),
    ]
    form = sample_forms.broken_form() if broken else sample_forms.clean_form()
    return _show(request, "forms", form=form, form_tabs=states)


@in_chosen_language
def district(request: HttpRequest) -> HttpResponse:
    return _show(
        request,
        "district",
        page=frame.district_page(request),
        matrix=district_samples.matrix(),
        plan=district_samples.plan_chart(),
        papers=district_samples.papers_chart(),
        sub=f"{_today()} · {say('12 мектеп · 516 мугалим', '12 школ · 516 учителей', '12 schools · 516 teachers')}",
        week=paper_samples.entries(),
        finding=paper_samples.failed_notice(),
        fresh=district_samples.fresh(),
    )


@in_chosen_language
def school(request: HttpRequest) -> HttpResponse:
    return _show(
        request,
        "school",
        page=frame.school_page(request),
        sub=_today(),
        arguments=paper_samples.arguments()[:2],
        columns=district_samples.columns(),
        rows=district_samples.sittings(),
        route=paper_samples.route(),
        month=district_samples.month(),
        fresh=district_samples.fresh(),
    )


@in_chosen_language
def sitting(request: HttpRequest) -> HttpResponse:
    title = say("№4 отурум", "Заседание №4", "Sitting 4")
    return _show(
        request,
        "sitting",
        page=frame.school_page(request, "sittings", say("Отурумдар", "Заседания", "Sittings"), title),
        title=title,
        lights=paper_samples.lights(),
        quorum=paper_samples.quorums()[0],
        finding=paper_samples.differing_notice(),
        documents=paper_samples.documents(),
        entries=paper_samples.entries(),
        people=paper_samples.people(),
    )


@in_chosen_language
def association(request: HttpRequest) -> HttpResponse:
    title = say("Табигый илимдер", "Естественные науки", "Natural sciences")
    return _show(
        request,
        "association",
        page=frame.school_page(
            request, "associations", say("Усулдук бирикмелер", "Объединения", "Associations"), title
        ),
        title=title,
        tabs=district_samples.tabs(),
        facts=paper_samples.facts(),
        rows=district_samples.sittings(),
        columns=district_samples.columns(),
    )


@in_chosen_language
def sign_in(request: HttpRequest) -> HttpResponse:
    return _show(request, "sign_in")


@in_chosen_language
def error(request: HttpRequest, name: str) -> HttpResponse:
    """An error page as the handlers draw it: without a context processor."""
    if name not in ERRORS:
        raise Http404(name)
    return HttpResponse(render_to_string(f"errors/{name}.html", {"reference": "7f3a91c2", "retry_after": 30}))


@in_chosen_language
def job(request: HttpRequest) -> HttpResponse:
    """Long work of twelve steps: each question finds it one step further."""
    total = 12
    given = request.GET.get("done", "7")
    done = min(int(given), total) if given.isdecimal() else 0
    step = say("Мектептерди кошуу", "Подключение школ", "Onboarding schools")
    if done == total:
        state = say("12 мектеп кошулду, ката жок", "Подключено 12 школ, ошибок нет", "12 schools are ready, no errors")
        return _show(request, "job", step=step, done=done, state=state, poll_url="")
    state = say("Мугалимдердин тизмелери окулууда", "Читаются списки учителей", "Reading the lists of teachers")
    return _show(request, "job", step=step, done=done, state=state, poll_url=f"{request.path}?done={done + 1}")


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """The language switch of the pattern book."""
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    answer = HttpResponseRedirect(target)
    if request.POST.get("language") in {choice.code for choice in LANGUAGES}:
        answer.set_cookie(COOKIE, request.POST["language"], samesite="Lax")
    return answer
