"""Codes of a school's rules as the school keeps them."""

from apps.rulebook.codes import Code


class ProfileState(Code):
    """How far a set of rules has come."""

    DRAFT = "draft", "долбоор", "проект", "draft"
    IN_FORCE = "in_force", "күчүндө", "действует", "in force"
    SUPERSEDED = "superseded", "алмаштырылган", "заменено", "superseded"
