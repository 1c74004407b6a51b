"""Releases that are still to come: further migrations of one school application, written into a package of their own."""

import importlib
import itertools
import linecache
import shutil
import sys
from pathlib import Path

from tenants.fleet import versions
from tenants.provisioning import blueprint

FILE = """
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
import uuid

def fill(apps, schema_editor):
    alias = schema_editor.connection.alias
    for event in apps.get_model("audit", "Event").objects.using(alias):
        event.actor_name = event.actor_name.upper()
        event.save(using=alias)

def refuse_unlucky(apps, schema_editor):
    alias = schema_editor.connection.alias
    if apps.get_model("audit", "Event").objects.using(alias).filter(actor_name="unlucky").exists():
        raise ValueError("an unlucky row")

class Migration(migrations.Migration):
    {attributes}
    dependencies = [("{app}", "{after}")]
    operations = [{operations}]
"""
COLUMN = 'migrations.AddField("event", "{name}", models.CharField(max_length=20, null=True))'
INDEX = 'migrations.AddIndex("event", models.Index(fields=["actor_name"], name="event_actor"))'
FILL = "migrations.RunPython(fill, migrations.RunPython.noop)"
_numbers = itertools.count()


class Releases:
    """The application's own migrations, and those added by the test."""

    def __init__(self, folder: Path, app: str) -> None:
        self.app = app
        self.module = f"{app}_of_tomorrow_{next(_numbers)}"
        self.folder = folder / self.module
        real = importlib.import_module(f"apps.{app}.migrations")
        shutil.copytree(Path(real.__path__[0]), self.folder, ignore=shutil.ignore_patterns("__pycache__"))
        self.names = sorted(path.stem for path in self.folder.glob("0*.py"))
        self.number = itertools.count(len(self.names) + 1)

    def add(self, *operations: str, attributes: str = "") -> str:
        """One more migration; returns its name."""
        name = f"{next(self.number):04}_tomorrow"
        text = FILE.format(app=self.app, after=self.names[-1], operations=", ".join(operations), attributes=attributes)
        (self.folder / f"{name}.py").write_text(text)
        self.names.append(name)
        self.changed()
        return name

    def remove_last(self) -> None:
        """Take the last one back."""
        (self.folder / f"{self.names.pop()}.py").unlink()
        self.changed()

    def changed(self) -> None:
        """Let the process read the migrations again, as a new release would."""
        for name in [name for name in sys.modules if name.startswith(self.module)]:
            del sys.modules[name]
        importlib.invalidate_caches()
        linecache.clearcache()
        forget()


def forget() -> None:
    """What a process remembers of the migrations on disk."""
    blueprint.forget()
    versions.forget()
