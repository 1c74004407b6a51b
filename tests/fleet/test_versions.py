"""Which schools a release of the code may serve: those at its own version, and those that newer ones have only added to."""

import pytest

from tenants.fleet.run import migrate_fleet
from tenants.provisioning import compilation
from tenants.routing import directory
from tests.fleet.conftest import Ask, Fleet
from tests.fleet.releases import COLUMN, FILL, INDEX, Releases
from tests.fleet.test_run import QUICK


def test_a_school_behind_or_ahead_of_the_code_is_not_served(fleet: Fleet, releases: Releases, ask: Ask) -> None:
    school = fleet(2)[0]
    assert directory.may_serve(school)
    lagging = releases.add(INDEX, attributes="may_lag = True")
    directory.forget()
    assert directory.may_serve(school), lagging
    releases.add(COLUMN.format(name="first"))
    directory.forget()
    assert not directory.may_serve(school)
    assert migrate_fleet(course=QUICK).complete
    directory.forget()
    assert directory.may_serve(school)
    releases.remove_last()  # as code of the release before sees it
    directory.forget()
    assert directory.may_serve(school)


@pytest.mark.parametrize(
    ("operation", "served"),
    [
        (COLUMN.format(name="first"), True),
        ('migrations.CreateModel("Side", [("id", models.BigAutoField(primary_key=True))])', True),
        (INDEX, True),
        (FILL, True),
        ('migrations.AlterField("event", "door", models.CharField(max_length=10, null=True))', True),
        ('migrations.AddField("event", "key", models.IntegerField(db_default=0))', True),
        ('migrations.AddField("event", "key", models.IntegerField(default=0))', False),
        ('migrations.RemoveField("event", "door")', False),
        ('migrations.RenameField("event", "door", "gate")', False),
        ('migrations.AlterField("event", "door", models.CharField(max_length=12))', False),
        ('migrations.RunSQL("ALTER TABLE audit_event DROP COLUMN door")', False),
    ],
)
def test_older_code_goes_on_beside_what_only_adds(releases: Releases, operation: str, served: bool) -> None:
    key = ("audit", releases.add(operation))
    assert (key not in compilation.current().breaking) is served
