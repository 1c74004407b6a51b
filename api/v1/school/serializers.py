"""The school as its own API shows it."""

from rest_framework import serializers

from api.v1.serializers import StrictSerializer


class SchoolSerializer(StrictSerializer):
    """Directory facts of the school."""

    id = serializers.UUIDField(help_text="Identity; never changes.")
    slug = serializers.CharField(help_text="First label of the host name.")
    name = serializers.SerializerMethodField(help_text="Official name in the language of the request.")
    names = serializers.SerializerMethodField(help_text="Official name by language code.")
    district = serializers.CharField(source="district_slug", help_text="Slug of the district that oversees the school.")
    status = serializers.CharField()

    def get_name(self, school: object) -> str:
        return school.name(self.context["language"])  # type: ignore[attr-defined]

    def get_names(self, school: object) -> dict[str, str]:
        return dict(school.names)  # type: ignore[attr-defined]
