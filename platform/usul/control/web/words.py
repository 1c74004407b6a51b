"""What the control room calls its deeds, states and entries of the log."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from apps.web.forms import PageForm
from usul.control.web import forms


@dataclass(frozen=True, slots=True)
class Words:
    """How a deed is offered.

    Attributes:
        label: of the button, and the title of its page.
        binds: what it means, told before it is done.
        done: told afterwards.
        grave: the button is a warning.
    """

    label: Any
    binds: Any
    done: Any
    icon: str
    form: type[PageForm] = forms.SureForm
    grave: bool = False


DEEDS: dict[str, Words] = {
    "administrator": Words(
        _("Let the administrator in"),
        _(
            "The person gets a letter with the way in and sets a password. They administer the school: enter its people, its "
            "rules and its calendar, and let others in."
        ),
        _("The letter is on its way."),
        "key",
        forms.AdministratorForm,
    ),
    "suspend": Words(
        _("Suspend the school"),
        _("Nobody can work in the school until it is resumed. Nothing of its data changes."),
        _("The school is suspended."),
        "lock",
        forms.SuspendForm,
        grave=True,
    ),
    "resume": Words(
        _("Resume the school"),
        _("The school's people can work again at once."),
        _("The school is in use again."),
        "refresh",
    ),
    "rename": Words(
        _("Change the address"),
        _(
            "The old address leads to the new one for half a year and is never given to another school. Data stay where they are."
        ),
        _("The address is changed."),
        "edit",
        forms.SlugForm,
    ),
    "add-host": Words(
        _("Add a host"),
        _("The school opens under this host as well. Its owner has to point it to this installation."),
        _("The host is added."),
        "globe",
        forms.HostForm,
    ),
    "remove-host": Words(
        _("Remove a host"),
        _("The host leads to the school's main address for half a year and is never given to another school."),
        _("The host is removed."),
        "globe",
        forms.OwnHostForm,
    ),
    "merge": Words(
        _("Merge into another school"),
        _(
            "The school is closed. The school that takes over can read its people and papers and cannot change them. "
            "Deletion is forbidden until somebody lifts that."
        ),
        _("The school is closed; the other one can read what it left."),
        "people",
        forms.MergeForm,
        grave=True,
    ),
    "split": Words(
        _("Split the school"),
        _(
            "A new school begins with a copy of everything this one has today. Accounts are not copied: people are let in anew."
        ),
        _("The new school is being set up."),
        "plus",
        forms.SplitForm,
    ),
    "export": Words(
        _("Take the data out"),
        _(
            "Everything of the school goes into one signed file: records, papers, files. It can be fetched here for seven days. "
            "Whoever holds the file can read all of it."
        ),
        _("The file is being written; it will be on this page."),
        "download",
    ),
    "close": Words(
        _("Close the school"),
        _("Nobody can enter any more. Everything is kept for the days of grace and can be taken back until then."),
        _("The school is closed."),
        "archive",
        forms.ReasonForm,
        grave=True,
    ),
    "reopen": Words(
        _("Take the closing back"),
        _("The school is in use again. People have to be let in anew."),
        _("The school is in use again."),
        "refresh",
    ),
    "hold": Words(
        _("Forbid deletion"),
        _(
            "Whatever the days of grace say, nothing is deleted while this stands: for a court, an inspection, a dispute."
        ),
        _("Deletion is forbidden."),
        "seal",
        forms.ReasonForm,
    ),
    "release": Words(
        _("Allow deletion again"),
        _("From then on the days of grace decide."),
        _("Deletion is allowed again."),
        "seal",
    ),
    "delete": Words(
        _("Delete the school's data"),
        _(
            "Everything of the school is deleted and cannot be brought back. Its names are never given to another school."
        ),
        _("The deletion is under way."),
        "trash",
        grave=True,
    ),
}

LOG: dict[str, Any] = {
    "school.requested": _("Asked for"),
    "school.administrator": _("Administrator let in"),
    "job.retried": _("Setting-up tried again"),
    "school.suspended": _("Suspended"),
    "school.resumed": _("Resumed"),
    "school.renamed": _("Address changed"),
    "host.added": _("Host added"),
    "host.removed": _("Host removed"),
    "school.closed": _("Closed"),
    "school.reopened": _("Closing taken back"),
    "school.held": _("Deletion forbidden"),
    "school.released": _("Deletion allowed again"),
    "school.deletion_requested": _("Deletion asked for"),
    "school.merged": _("Merged into another school"),
    "school.took_over": _("Took another school over"),
    "school.split": _("A copy became a school of its own"),
    "school.export_requested": _("Data asked for as a file"),
    "school.exported": _("Data taken out"),
    "school.import_requested": _("Loading of a bundle asked for"),
    "school.imported": _("Brought in from a bundle"),
    "school.restored_beside": _("Loaded beside the living school"),
}
# what of an entry's values a person may read
TOLD = ("who", "reason", "slug", "former", "into", "host")
