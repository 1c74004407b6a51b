"""Papers on their way as a program reads and writes them."""

from typing import Any

from rest_framework import serializers

from api.v1.fields import CodeSerializerField, ReferenceField, StrictDateField
from api.v1.serializers import StrictSerializer
from apps.acts.models import Act
from apps.bodies.models import Body
from apps.people.models import Person
from apps.proposals.enums import RECIPIENTS, Deed, Level, PaperKind, PaperState, StepState
from apps.proposals.models import Paper
from apps.proposals.queries.way import Way
from apps.rulebook.catalogues import Contest
from apps.rulebook.enums import ActKind, ReportForm, Role
from apps.rulebook.enums import Body as DecidingBody
from apps.sittings.models import AgendaItem, Sitting


class PaperContentSerializer(StrictSerializer):
    """What a paper says. Fields that its kind has no use for are left aside."""

    title = serializers.CharField(max_length=300)
    text = serializers.CharField(max_length=20_000, allow_blank=True, default="")
    person = ReferenceField(Person.objects.all(), allow_null=True, default=None)
    used_from = StrictDateField(allow_null=True, default=None, help_text="First day a plan or exam material is used.")
    contest = CodeSerializerField(Contest, allow_null=True, default=None)
    contest_name = serializers.CharField(max_length=200, allow_blank=True, default="")
    level = CodeSerializerField(Level, allow_null=True, default=None)
    recipient = CodeSerializerField(
        Role, allow_null=True, default=None, help_text=f"One of {', '.join(role.value for role in RECIPIENTS)}."
    )
    form = CodeSerializerField(ReportForm, allow_null=True, default=None)


class PaperEntrySerializer(PaperContentSerializer):
    """A paper is put forward. `body` is empty where the school's leadership does it itself."""

    kind = CodeSerializerField(PaperKind)
    body = ReferenceField(Body.objects.all(), allow_null=True, default=None)
    year = serializers.IntegerField(help_text="Calendar year the academic year begins in.")


class StepOfWaySerializer(StrictSerializer):
    """A step of the way. `clauses` are those that ask for it; an empty list: the usual way, no rule asks."""

    deed = CodeSerializerField(Deed)
    state = CodeSerializerField(StepState)
    body = CodeSerializerField(DecidingBody, allow_null=True)
    kind = CodeSerializerField(ActKind, allow_null=True)
    recipient = CodeSerializerField(Role, allow_null=True)
    day = serializers.DateField(allow_null=True)
    clauses = serializers.ListField(child=serializers.CharField(), source="sources")


class PaperDecisionSerializer(StrictSerializer):
    """How a body deals with the paper: in a question of an agenda or by an act."""

    link = serializers.IntegerField(allow_null=True, help_text="What `unlink` takes.")
    decided_by = CodeSerializerField(DecidingBody)
    body = serializers.IntegerField(allow_null=True)
    kind = CodeSerializerField(ActKind)
    state = CodeSerializerField(StepState)
    day = serializers.DateField(allow_null=True)
    item = serializers.IntegerField(allow_null=True)
    act = serializers.IntegerField(allow_null=True)


class PaperOnItsWaySerializer(StrictSerializer):
    """A paper with its way."""

    id = serializers.IntegerField()
    kind = CodeSerializerField(PaperKind)
    body = serializers.IntegerField(allow_null=True)
    year = serializers.IntegerField()
    title = serializers.CharField()
    text = serializers.CharField(allow_blank=True)
    person = serializers.IntegerField(allow_null=True)
    used_from = serializers.DateField(allow_null=True)
    contest = CodeSerializerField(Contest, allow_null=True)
    contest_name = serializers.CharField(allow_blank=True)
    level = CodeSerializerField(Level, allow_null=True)
    recipient = CodeSerializerField(Role, allow_null=True)
    form = CodeSerializerField(ReportForm, allow_null=True)
    handed_on = serializers.DateField(allow_null=True)
    received_on = serializers.DateField(allow_null=True)
    result = serializers.CharField(allow_blank=True)
    result_on = serializers.DateField(allow_null=True)
    withdrawn_on = serializers.DateField(allow_null=True)
    withdrawn_why = serializers.CharField(allow_blank=True)
    state = CodeSerializerField(PaperState)
    steps = StepOfWaySerializer(many=True)
    decisions = PaperDecisionSerializer(many=True)
    version = serializers.IntegerField()
    updated_at = serializers.DateTimeField()


PLAIN = (
    "kind",
    "title",
    "text",
    "used_from",
    "contest",
    "contest_name",
    "level",
    "recipient",
    "form",
    "handed_on",
    "received_on",
    "result",
    "result_on",
    "withdrawn_on",
    "withdrawn_why",
    "updated_at",
)


def shown(way: Way) -> dict[str, Any]:
    """A paper and its way as the API shows them."""
    row: Paper = way.paper
    values = {name: getattr(row, name) for name in PLAIN} | {
        "id": row.pk,
        "body": row.body_id,
        "person": row.person_id,
        "year": row.year.start_year,
        "state": way.state,
        "steps": way.steps,
        "decisions": [
            {
                "link": one.passage.pk if one.passage else None,
                "decided_by": one.decided_by,
                "body": one.body.pk if one.body else None,
                "kind": one.kind,
                "state": one.state,
                "day": one.day,
                "item": one.item.pk if one.item else None,
                "act": one.act.pk if one.act else None,
            }
            for one in way.decisions
        ],
        "version": row.row_version,
    }
    return dict(PaperOnItsWaySerializer(values).data)


class PaperStepSerializer(StrictSerializer):
    """A step.

    `agenda` takes the sitting, `question` the item (and what the body did), `act` the act, `unlink` the link; `hand_in` and `receive` the
    day, `result` the result and the day, `withdraw` the reason. Without `on` the day is today.
    """

    step = serializers.ChoiceField(
        choices=("agenda", "question", "act", "unlink", "hand_in", "receive", "result", "withdraw")
    )
    sitting = ReferenceField(Sitting.objects.select_related("body"), allow_null=True, default=None)
    item = ReferenceField(AgendaItem.objects.select_related("sitting__body"), allow_null=True, default=None)
    kind = CodeSerializerField(ActKind, allow_null=True, default=None)
    act = ReferenceField(Act.objects.all(), allow_null=True, default=None)
    link = serializers.IntegerField(allow_null=True, default=None)
    result = serializers.CharField(max_length=300, allow_blank=True, default="")
    reason = serializers.CharField(max_length=300, allow_blank=True, default="")
    on = StrictDateField(allow_null=True, default=None)
