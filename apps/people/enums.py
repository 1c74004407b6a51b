"""Codes of people as the school keeps them."""

from apps.rulebook.codes import Code


class MailMode(Code):
    """How a person wants to be told by mail. Notices inside the product are always kept."""

    AT_ONCE = "at_once", "дароо", "сразу", "at once"
    DAILY = "daily", "күнүнө бир жолу", "раз в день", "once a day"
    NEVER = "never", "почтасыз", "без почты", "no mail"


class AbsenceKind(Code):
    """Why a member of the staff is not at work."""

    LEAVE = "leave", "эмгек өргүүсү", "отпуск", "leave"
    ILLNESS = "illness", "оорусу боюнча", "болезнь", "illness"
    TRIP = "trip", "иш сапар", "командировка", "business trip"
    COURSE = "course", "квалификация жогорулатуу курсу", "курсы повышения квалификации", "training course"
    PARENTAL = "parental", "бала багуу өргүүсү", "отпуск по уходу за ребёнком", "parental leave"
    OTHER = "other", "башка себеп", "иная причина", "another reason"
