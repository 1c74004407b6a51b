"""Codes of people as the school keeps them."""

from apps.rulebook.codes import Code


class MailMode(Code):
    """How a person wants to be told by mail. Notices inside the product are always kept."""

    AT_ONCE = "at_once", "дароо", "сразу", "at once"
    DAILY = "daily", "күнүнө бир жолу", "раз в день", "once a day"
    NEVER = "never", "почтасыз", "без почты", "no mail"
