"""Frames: a district officer, a deputy director, an association head."""

from dataclasses import replace

from django.http import HttpRequest
from django.urls import reverse

from apps.web.blocks.page import Crumb, NavItem, Page, Person, Year, theme_of
from apps.web.design.samples import TODAY, say


def _years() -> list[Year]:
    labels = [
        say(f"{y}–{y + 1}-окуу жылы", f"{y}–{y + 1} учебный год", f"{y}–{y + 1} school year") for y in (2026, 2025)
    ]
    return [Year("#", label, current=number == 0) for number, label in enumerate(labels)]


def _district_navigation(current: str) -> list[NavItem]:
    items = [
        (
            "district",
            "bars",
            say("Райондун абалы", "Состояние района", "District"),
            0,
            say("Район", "Район", "District"),
        ),
        ("schools", "school", say("Мектептер", "Школы", "Schools"), 12, ""),
        ("duties", "plan", say("Милдеттер", "Обязанности", "Duties"), 0, ""),
        ("inbox", "upload", say("Кабыл алуу", "Приём отчётов", "Submissions"), 37, say("Кабыл алуу", "Приём", "Inbox")),
        ("calendar", "calendar", say("Циклограмма", "Циклограмма", "Calendar"), 0, ""),
        ("charters", "charter", say("Жоболор", "Положения", "Charters"), 0, ""),
        ("reports", "download", say("Отчёттор", "Отчёты", "Reports"), 0, ""),
    ]
    return _items(items, current)


def _school_navigation(current: str) -> list[NavItem]:
    items = [
        ("school", "home", say("Мектеп", "Школа", "School"), 0, ""),
        (
            "associations",
            "people",
            say("Усулдук бирикмелер", "Методические объединения", "Associations"),
            0,
            say("Бирикмелер", "МО", "Groups"),
        ),
        ("sittings", "lesson", say("Отурумдар", "Заседания", "Sittings"), 3, ""),
        ("plans", "plan", say("Пландар", "Планы", "Plans"), 0, ""),
        ("charters", "charter", say("Жобо", "Положение", "Charter"), 0, ""),
        ("orders", "order", say("Буйруктар", "Приказы", "Orders"), 0, ""),
        ("archive", "archive", say("Архив", "Архив", "Archive"), 0, ""),
    ]
    return _items(items, current)


def _items(items: list[tuple[str, str, str, int, str]], current: str) -> list[NavItem]:
    return [NavItem("#", icon, label, count, key == current, short) for key, icon, label, count, short in items]


def _base(request: HttpRequest, place: str, person: Person, navigation: list[NavItem]) -> Page:
    return Page(
        language=say("ky", "ru", "en"),
        place=place,
        home_url=reverse("design:index"),
        language_url=reverse("design:language"),
        next_url=request.path,
        navigation=navigation,
        person=person,
        account_url="#",
        sign_out_url=reverse("design:language"),
        search_url=reverse("design:index"),
        notices_url="#",
        notices_count=2,
        years=_years(),
        theme=theme_of(request.COOKIES.get("usul_theme")),
        draft_owner="sample-school-33-aida",
        today=TODAY,
    )


def district_page(request: HttpRequest, current: str = "district") -> Page:
    place = say(
        "Ак-Талаа районунун билим берүү бөлүмү", "Ак-Талинский отдел образования", "Ak-Talaa education department"
    )
    person = Person("Бекова Чолпон", say("РББ, методист", "РОО, методист", "District methodist"))
    return _base(request, place, person, _district_navigation(current))


def school_page(request: HttpRequest, current: str = "school", *trail: str) -> Page:
    place = say("№33 орто мектеп", "Средняя школа №33", "School No. 33")
    person = Person("Осмонов Бакыт", say("ОТИ боюнча орун басар", "Зам. директора по УВР", "Deputy director"))
    page = _base(request, place, person, _school_navigation(current))
    crumbs = [Crumb(place, reverse("design:school")), *(Crumb(label, "#") for label in trail[:-1])]
    return replace(page, crumbs=[*crumbs, Crumb(trail[-1])] if trail else ())


def book_page(request: HttpRequest, current: str) -> Page:
    """The frame of the pattern book itself: its chapters are its navigation."""
    chapters = [
        ("index", "grid", say("Негиздер", "Основы", "Foundations")),
        ("marks", "check", say("Белгилер", "Знаки", "Marks")),
        ("data", "bars", say("Маалымат", "Данные", "Data")),
        ("papers", "document", say("Кагаздар", "Документы", "Papers")),
        ("forms", "edit", say("Формалар", "Формы", "Forms")),
        ("district", "school", say("Район", "Район", "District")),
        ("school", "home", say("Мектеп", "Школа", "School")),
        ("sitting", "lesson", say("Отурум", "Заседание", "Sitting")),
        ("association", "people", say("Бирикме", "Объединение", "Association")),
        ("sign_in", "key", say("Кирүү", "Вход", "Sign in")),
    ]
    page = district_page(request)
    items = [NavItem(reverse(f"design:{name}"), icon, label, 0, name == current) for name, icon, label in chapters]
    return replace(page, navigation=items, place=say("Үлгүлөр китеби", "Книга образцов", "Pattern book"))
