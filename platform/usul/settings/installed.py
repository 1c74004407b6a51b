"""The only place that says which application lives where.

SHARED_APPS have their tables in the `public` schema, TENANT_APPS once in every school's schema. No application is in both.
"""

SHARED_APPS: tuple[str, ...] = (
    "django_tenants",
    "tenants",
    "apps.core",
    "apps.accounts",
    "apps.district",
    "usul.control",
    "apps.web",
    "api",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "allauth",
    "allauth.account",
    "knox",
    "axes",
    "django_prometheus",
    "django_structlog",
)

TENANT_APPS: tuple[str, ...] = (
    "apps.audit",
    "apps.documents",
    "apps.people",
    "apps.calendars",
    "apps.charters",
    "apps.acts",
    "apps.bodies",
    "apps.sittings",
    "apps.plans",
    "apps.activities",
    "apps.proposals",
    "apps.dossiers",
    "apps.compliance",
    "apps.notices",
)

# Rights on tables of schema public, by model, for the roles portal, district and school. A model that is not named here is the
# portal's alone. Rows a school may write are bound to it by row-level security (tenants/roles.py).
SHARED_GRANTS: dict[str, dict[str, tuple[str, ...]]] = {
    "district.DirtyMark": {"portal": ("SELECT", "INSERT", "UPDATE", "DELETE"), "school": ("INSERT",)},
    "district.SchoolStanding": {"portal": ("SELECT", "INSERT", "UPDATE", "DELETE"), "district": ("SELECT",)},
    "district.StandingCell": {"portal": ("SELECT", "INSERT", "UPDATE", "DELETE"), "district": ("SELECT",)},
    "district.DistrictEvent": {"portal": ("SELECT", "INSERT")},
    "control.Deed": {"portal": ("SELECT", "INSERT")},
    # written by the owner alone, in one transaction with the change they tell of
    "tenants.Blueprint": {"portal": ("SELECT",)},
    "tenants.SchemaVersion": {"portal": ("SELECT",)},
    "tenants.SchoolMigration": {"portal": ("SELECT",)},
    "tenants.SchoolSchema": {"portal": ("SELECT",)},
    "tenants.District": {"portal": ("SELECT", "INSERT", "UPDATE", "DELETE"), "district": ("SELECT",)},
    "tenants.School": {"portal": ("SELECT", "INSERT", "UPDATE", "DELETE"), "district": ("SELECT",)},
}
