"""Calendar feeds: read by calendar programs, which cannot sign in; made, renewed and ended by the person they belong to."""

import hashlib
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.core.permissions import Permission
from apps.core.scopes import Wanted, scope_of_view
from apps.notices import errors
from apps.notices.calendar import Place
from apps.notices.domain.feeds import feed_of
from apps.notices.domain.own import end_feed, renew_feed
from apps.notices.links import FEED, feed_path, is_seal
from apps.notices.queries.feeds import bodies_of
from apps.people.models import Person
from apps.web.blocks.dates import known_language
from apps.web.findings.present import reader_language
from apps.web.guard import DOING, READING, page
from apps.web.request import UsulRequest
from apps.web.show import actor_of

LANGUAGE = "lang"
OPEN = scope_of_view(Wanted.Kind.NONE, open_to_strangers=True)


def schema_of(request: UsulRequest) -> str:
    """What addresses of this school are sealed with."""
    if request.school is None:
        message = "Notices and feeds belong to a school."
        raise LookupError(message)
    return request.school.schema


def person_of(request: UsulRequest) -> Person:
    """The staff record of the reader.

    Raises:
        Fault: the account has none here.
    """
    actor = actor_of(request)
    person = Person.objects.filter(pk=actor.person_id).first() if actor.person_id else None
    if person is None:
        raise errors.NO_STAFF_RECORD()
    return person


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed with its address, and the same for programs that open `webcal:` by themselves."""

    name: str
    url: str
    webcal: str


def feeds_of(request: UsulRequest, person: Person) -> list[Feed]:
    """The person's feed and one for each body; none before the person has asked for them."""
    if not person.feed_key:
        return []
    schema, language = schema_of(request), reader_language()
    found = [(_("All my sittings and tasks"), feed_path(schema, person.pk, person.feed_key))]
    for body in bodies_of(person.pk, actor_of(request).today):
        found.append((body.name, feed_path(schema, person.pk, person.feed_key, body.pk)))
    feeds = []
    for name, path in found:
        url = request.build_absolute_uri(f"{path}?{LANGUAGE}={language}")
        feeds.append(Feed(name, url, "webcal" + url[url.index(":") :]))
    return feeds


@page(Permission.SCHOOL_READ, methods=DOING)
def change(request: UsulRequest) -> HttpResponse:
    """Make the feeds, give them new addresses, or end them."""
    if request.POST.get("do") == "end":
        end_feed(by=actor_of(request))
        messages.success(request, _("The calendar addresses lead nowhere any more."))
    else:
        renew_feed(by=actor_of(request))
        messages.success(request, _("Your calendar addresses are ready. Addresses you had before lead nowhere now."))
    return HttpResponseRedirect(reverse("notice_preferences") + "#calendar")


@OPEN
@page(None, methods=READING)
def person_feed(request: UsulRequest, person: int, seal: str) -> HttpResponse:
    """All sittings and tasks of a person."""
    return _feed(request, person, seal, None)


@OPEN
@page(None, methods=READING)
def body_feed(request: UsulRequest, person: int, seal: str, body: int) -> HttpResponse:
    """Sittings of one body, for a person who sits in it."""
    return _feed(request, person, seal, body)


def _feed(request: UsulRequest, person_id: int, seal: str, body: int | None) -> HttpResponse:
    school = request.school
    if school is None:
        raise Http404
    parts = () if body is None else (body,)
    content = feed_of(
        school,
        person_id,
        is_sealed=lambda key: is_seal(seal, FEED, school.schema, person_id, key, *parts),
        today=timezone.localdate(),
        place=Place(school.schema, request.build_absolute_uri("/").rstrip("/"), _language(request)),
        body_id=body,
    )
    if content is None:
        raise Http404
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["ETag"] = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    answer["Cache-Control"] = "private, max-age=0"
    answer["Content-Disposition"] = 'inline; filename="usul.ics"'
    answer["Referrer-Policy"] = "no-referrer"
    if request.headers.get("If-None-Match") == answer["ETag"]:
        return HttpResponse(status=304, headers={"ETag": answer["ETag"]})
    return answer


def _language(request: UsulRequest) -> str:
    return known_language(request.GET.get(LANGUAGE, "ky"))
