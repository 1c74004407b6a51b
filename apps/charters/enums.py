"""Codes of a school's rules as the school keeps them."""

from apps.rulebook.codes import Code


class ProfileState(Code):
    """How far a set of rules has come."""

    DRAFT = "draft", "долбоор", "проект", "draft"
    IN_FORCE = "in_force", "күчүндө", "действует", "in force"
    SUPERSEDED = "superseded", "алмаштырылган", "заменено", "superseded"


class CharterStage(Code):
    """Where a version stands on its way from draft to replaced; worked out from its state, its papers and the day."""

    DRAFT = "draft", "долбоор", "проект", "draft"
    CONSIDERED = "considered", "каралды", "рассмотрена", "considered"
    NEEDS_AGAIN = "needs_again", "кайра бекитүү керек", "нужно утвердить заново", "needs approval again"
    APPROVED = "approved", "бекитилди", "утверждена", "approved"
    COMING = "coming", "күчүнө кирет", "вступит в силу", "comes into force"
    IN_FORCE = "in_force", "күчүндө", "действует", "in force"
    REPLACED = "replaced", "алмаштырылды", "заменена", "replaced"
