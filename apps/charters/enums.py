"""Codes of a school's rules as the school keeps them."""

from apps.rulebook.codes import Code


class CharterSlot(Code):
    """For whom a charter module is in force."""

    ASSOCIATION = "association", "усулдук бирикме", "методическое объединение", "association"
    HEAD = "head", "бирикменин жетекчиси", "руководитель объединения", "association head"
    COUNCIL = "council", "кеңеш", "совет", "council"


class ProfileState(Code):
    """How far a set of rules has come."""

    DRAFT = "draft", "долбоор", "проект", "draft"
    IN_FORCE = "in_force", "күчүндө", "действует", "in force"
    SUPERSEDED = "superseded", "алмаштырылган", "заменено", "superseded"
