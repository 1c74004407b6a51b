"""District-wide reports. Figures of schools and bodies; no name of a person and no text of minutes."""

from typing import Any

from rest_framework import serializers

from api.v1.serializers import StrictSerializer
from apps.district.queries.overview import Coverage, Obligation, SchoolRow


class DistrictSerializer(StrictSerializer):
    """A district the caller may read."""

    id = serializers.UUIDField()
    slug = serializers.CharField()
    kind = serializers.CharField()
    name = serializers.CharField()
    parent = serializers.UUIDField(source="parent_id", allow_null=True)  # type: ignore[assignment]


class MarkSerializer(StrictSerializer):
    """Summary of one obligation."""

    check = serializers.CharField()
    verdict = serializers.CharField()
    severity = serializers.CharField(allow_blank=True)
    reading_dependent = serializers.BooleanField(help_text="True when another admitted reading gives another verdict.")


class StandingSerializer(StrictSerializer):
    """A school of the district in one academic year."""

    school = serializers.UUIDField(source="school.id")
    slug = serializers.CharField(source="school.slug")
    name = serializers.CharField(source="school.name")
    status = serializers.CharField(source="school.status")
    rhythm = serializers.CharField(help_text="in_rhythm, slipping, late or silent.")
    worst = serializers.SerializerMethodField()
    as_of = serializers.SerializerMethodField(help_text="Day of evaluation; null while nothing was pushed.")
    computed_at = serializers.SerializerMethodField()
    calendar_version = serializers.SerializerMethodField()
    modules = serializers.SerializerMethodField(help_text="Charter modules in force by body.")
    activity = serializers.SerializerMethodField(help_text="Counts of records.")
    marks = serializers.SerializerMethodField()

    def get_worst(self, row: SchoolRow) -> str | None:
        return row.standing.worst if row.standing else None

    def get_as_of(self, row: SchoolRow) -> str | None:
        return row.standing.as_of.isoformat() if row.standing else None

    def get_computed_at(self, row: SchoolRow) -> str | None:
        return row.standing.computed_at.isoformat() if row.standing else None

    def get_calendar_version(self, row: SchoolRow) -> int | None:
        return row.standing.calendar_version if row.standing else None

    def get_modules(self, row: SchoolRow) -> dict[str, list[str]]:
        return dict(row.standing.modules) if row.standing else {}

    def get_activity(self, row: SchoolRow) -> dict[str, int]:
        return dict(row.standing.activity) if row.standing else {}

    def get_marks(self, row: SchoolRow) -> list[dict[str, Any]]:
        return [
            {
                "check": check,
                "verdict": mark.verdict,
                "severity": mark.severity,
                "reading_dependent": mark.starred,
            }
            for check, mark in sorted(row.marks.items())
        ]


class CoverageSerializer(StrictSerializer):
    """What the figures rest on."""

    schools = serializers.IntegerField()
    reporting = serializers.IntegerField()
    oldest = serializers.DateTimeField(allow_null=True)
    newest = serializers.DateTimeField(allow_null=True)


class StandingsSerializer(StrictSerializer):
    """All schools of a district in one year."""

    district = serializers.CharField()
    year = serializers.IntegerField()
    coverage = CoverageSerializer()
    schools = StandingSerializer(many=True)


class ObligationSerializer(StrictSerializer):
    """One obligation over the district."""

    check = serializers.CharField(source="check_id")
    title = serializers.SerializerMethodField()
    regulated = serializers.IntegerField(help_text="Schools whose own rules regulate the point.")
    passed = serializers.IntegerField()
    failed = serializers.IntegerField()
    share = serializers.FloatField(
        allow_null=True, help_text="PASS / (PASS + FAIL) among the schools that regulate it."
    )
    reading_dependent = serializers.IntegerField(source="starred")
    counts = serializers.DictField(child=serializers.IntegerField(), help_text="Schools by summary verdict.")

    def get_title(self, obligation: Obligation) -> str:
        titles: dict[str, str] = self.context["titles"]
        return titles.get(obligation.check_id, obligation.check_id)


class ObligationsSerializer(StrictSerializer):
    """All obligations of a district in one year."""

    district = serializers.CharField()
    year = serializers.IntegerField()
    coverage = CoverageSerializer()
    obligations = ObligationSerializer(many=True)


class CellSerializer(StrictSerializer):
    """One obligation of one school, with its findings."""

    check = serializers.CharField(source="check_id")
    verdict = serializers.CharField()
    severity = serializers.CharField(allow_blank=True)
    reading_dependent = serializers.BooleanField(source="starred")
    tally = serializers.DictField(child=serializers.IntegerField())
    findings = serializers.ListField(child=serializers.DictField())


class SchoolSummarySerializer(StandingSerializer):
    """One school with every obligation and its findings."""

    cells = serializers.SerializerMethodField()

    def get_cells(self, row: SchoolRow) -> list[dict[str, Any]]:
        return list(CellSerializer(self.context["cells"], many=True).data)


def coverage_data(coverage: Coverage) -> dict[str, Any]:
    """Coverage as plain data."""
    return dict(CoverageSerializer(coverage).data)
