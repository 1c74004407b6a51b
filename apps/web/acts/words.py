"""Papers in words, wherever one is named."""

from django.utils.translation import gettext as _

from apps.acts.enums import ActState
from apps.acts.models import Act
from apps.web.blocks.dates import long_date
from apps.web.findings.present import reader_language


def act_words(act: Act) -> str:
    """`буйрук №14, 2026-жылдын 1-сентябры · түзүү`; a draft says that it is one."""
    language = reader_language()
    number = f" №{act.number}" if act.number else ""
    purpose = f" · {act.purpose.label.in_(language)}" if act.purpose else ""
    draft = f" ({act.state.label.in_(language)})" if act.state is ActState.DRAFT else ""
    return f"{act.kind.label.in_(language)}{number}, {long_date(act.act_date, language)}{purpose}{draft}"


def act_title(act: Act) -> str:
    """The heading of a paper's page."""
    kind = act.kind.label.in_(reader_language())
    named = f"{kind} №{act.number}" if act.number else kind
    return named[:1].upper() + named[1:]


def hand_words(act: Act) -> str:
    """Who signed, in which office, or which body decided; empty when nobody is named."""
    language = reader_language()
    if act.decided_by is not None:
        return act.decided_by.label.in_(language)
    role = act.signed_role.label.in_(language) if act.signed_role else ""
    return ", ".join(part for part in (act.signed_by.short_name if act.signed_by else "", role) if part)


def state_words(act: Act) -> str:
    """How far the paper has come; a revoked one says so."""
    if act.revoked_on is not None:
        return _("revoked")
    return act.state.label.in_(reader_language())
