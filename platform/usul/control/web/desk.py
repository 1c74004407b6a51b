"""What every page of the control room starts from: the district, and who acts in it with the rights held there."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.district.queries.reach import Reached
from apps.web.blocks.page import Crumb
from apps.web.district.report import place_of
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show


@dataclass(frozen=True, slots=True)
class Desk:
    """A district in which somebody may set schools up."""

    by: Actor
    place: Reached

    @property
    def slug(self) -> str:
        """Slug of the district."""
        return self.place.district.slug

    def url(self, name: str, *args: object) -> str:
        """Address of a page of this district."""
        return reverse(name, args=[self.slug, *args])

    def crumbs(self, *below: Crumb) -> tuple[Crumb, ...]:
        """The way from the district to a page below the list of its schools."""
        district = Crumb(self.place.district.name, self.url("district_overview"))
        if not below:
            return (district, Crumb(_("Setting up schools")))
        return (district, Crumb(_("Setting up schools"), self.url("onboarding")), *below)


def desk_of(request: UsulRequest, slug: str, needs: Permission = Permission.SCHOOL_ONBOARD) -> Desk:
    """The district, if this right is held over it.

    Raises:
        Fault: `core.not_found`, alike for a district out of reach and for one that does not exist.
    """
    place = place_of(request, slug, needs)
    return Desk(replace(actor_of(request), permissions=place.rights), place)


def answer(
    request: UsulRequest, desk: Desk, template: str, values: dict[str, Any], *below: Crumb, status: int = 200
) -> HttpResponse:
    """A page of the desk in its frame."""
    return show(
        request,
        f"control/{template}.html",
        {"desk": desk, **values},
        section="onboarding",
        crumbs=desk.crumbs(*below),
        district=desk.place,
        status=status,
    )
