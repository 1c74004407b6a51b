"""The chain of a body's signed papers: each link holds the hash of the one before, so that nothing can be changed or left out unseen."""

from datetime import date
from typing import Any

from apps.audit.domain.once import digest_of
from apps.bodies.models import Body
from apps.core.actor import Actor
from apps.sittings.enums import SealKind
from apps.sittings.models import Minutes, Seal
from apps.sittings.queries.chain import link_hash


def seal(*, by: Actor, minutes: Minutes, kind: SealKind, content: dict[str, Any], on: date) -> Seal:
    """Add a link; the body's row is the turn that writers wait for. Part of signing and correcting."""
    body_id = minutes.body_id or minutes.sitting.body_id
    Body.objects.select_for_update().get(pk=body_id)
    last = Seal.objects.filter(body=body_id).order_by("-position").first()
    link = Seal(
        body_id=body_id,
        position=last.position + 1 if last else 1,
        kind=kind,
        minutes=minutes,
        content=content,
        content_hash=digest_of(content),
        previous=last.hash if last else "",
        sealed_by=by.name,
        sealed_on=on,
    )
    link.hash = link_hash(link)
    link.save()
    return link
