"""«Жобо менен тааныштым»: who is asked, who has signed, who is missing."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.bodies.queries.readers import readers_of
from apps.charters.domain.acknowledge import acknowledge
from apps.charters.enums import ProfileState
from apps.charters.models import PolicyProfile
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.people.models import Person
from apps.web.blocks.page import Crumb
from apps.web.charters.forms import PaperReaderForm
from apps.web.charters.versions import crumbs_of, title_of
from apps.web.guard import WORKING, found, page
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show


@page(Permission.SCHOOL_READ, methods=WORKING)
def readers(request: UsulRequest, pk: int) -> HttpResponse:
    """The acknowledgement sheet of a version. One signs for oneself; the paper sheet is entered by whoever keeps the charter."""
    profile: PolicyProfile = found(PolicyProfile.objects.all(), pk=pk)
    if profile.state is ProfileState.DRAFT:
        raise NOT_FOUND()
    actor = actor_of(request)
    rows = readers_of(profile, actor.today)
    missing = [row for row in rows if row.asked and row.signed_on is None]
    signed = [row for row in rows if row.signed_on is not None]
    mine = next((row for row in signed if row.person.pk == actor.person_id), None)
    may_enter = actor.may(Permission.CHARTER_EDIT)
    deed = request.POST.get("deed", "")
    form = PaperReaderForm(
        request.POST if deed == "paper" else None,
        people=[row.person for row in missing],
        initial={"signed_on": actor.today},
    )
    back = HttpResponseRedirect(reverse("charter_readers", args=[pk]))
    if deed == "own" and actor.person_id is not None:
        person: Person = found(Person.objects.all(), pk=actor.person_id)
        acknowledge(by=actor, profile=profile, person=person, signed_on=actor.today)
        messages.success(request, _("Your acknowledgement is on record."))
        return back

    def enter() -> None:
        data = form.cleaned_data
        person = form.people[data["person"]]
        acknowledge(by=actor, profile=profile, person=person, signed_on=data["signed_on"], on_paper=True)

    if deed == "paper" and form.is_valid() and form.attempt(enter):
        messages.success(request, _("The signature is on record."))
        return back
    values = {
        "profile": profile,
        "missing": missing,
        "signed": signed,
        "asked": sum(row.asked for row in rows),
        "mine": mine,
        "may_sign": actor.person_id is not None and mine is None,
        "form": form if may_enter and missing else None,
        "title": title_of(profile),
    }
    crumbs = (*crumbs_of(profile), Crumb(_("Acknowledgements")))
    status = 422 if form.errors else 200
    return show(request, "charters/readers.html", values, section="charter", crumbs=crumbs, status=status)
