"""The school's own DOCX template of its charter. It is tried out before it is kept: what cannot be filled does not come in."""

from typing import Any

from django.db import transaction

from apps.acts import errors
from apps.audit.domain.record import record_event
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.documents.domain.files import accept
from apps.documents.enums import FileKind
from apps.documents.models import StoredFile
from apps.documents.sniffing import checked_kind, checked_name
from apps.documents.template import TemplateFault, fill

OF_TEMPLATE = ("charter_template", 0)


@transaction.atomic
def set_template(*, by: Actor, name: str, content: bytes, sample: dict[str, Any]) -> StoredFile:
    """Keep a template in place of the one before.

    Args:
        sample: values of a charter; the template must be able to take them.

    Raises:
        Fault: not permitted; no DOCX file or an unsafe one; a place that no charter fills.
    """
    require(by, Permission.CHARTER_EDIT)
    if checked_kind(checked_name(name), content) is not FileKind.DOCX:
        raise errors.TEMPLATE_NOT_DOCX(field="file")
    try:
        fill(content, sample)
    except TemplateFault as fault:
        raise errors.TEMPLATE_UNUSABLE(
            field="file", reason=str(fault)[:200], known=", ".join(sorted(sample))
        ) from fault
    return accept(by=by, name=name, content=content, subject=OF_TEMPLATE)


@transaction.atomic
def remove_template(*, by: Actor) -> None:
    """Go back to the common form.

    Raises:
        Fault: not permitted.
    """
    require(by, Permission.CHARTER_EDIT)
    gone, _by_model = templates().delete()
    if gone:
        record_event(by=by, action="charter.template_removed", subject=("charter", 0))


def templates() -> Any:
    """The templates kept, newest last."""
    return StoredFile.objects.filter(subject_type=OF_TEMPLATE[0], subject_id=OF_TEMPLATE[1]).order_by("pk")
