"""Texts of libraries that our readers meet: which they are, and whether every language has them.

Kyrgyz is missing in some libraries and wrong in places in others. What we say instead stands in `locale_libraries/`
and comes before the library's own catalogue.
"""

import importlib.util
from functools import cache
from pathlib import Path

import polib

from usul.messages.catalogues import LANGUAGES, SOURCE_LANGUAGE, faults_of, load, path_of, words
from usul.messages.extraction import Found, Key, collect, sources

# files and folders of each library whose texts reach a page, a form or an answer of the API
MET = {
    "django": [
        "contrib/auth/forms.py",
        "contrib/auth/models.py",
        "contrib/auth/password_validation.py",
        "contrib/auth/validators.py",
        "core/paginator.py",
        "core/validators.py",
        "db/models/base.py",
        "db/models/constraints.py",
        "db/models/fields/__init__.py",
        "db/models/fields/related.py",
        "forms/fields.py",
        "forms/formsets.py",
        "forms/forms.py",
        "forms/models.py",
        "forms/utils.py",
        "forms/widgets.py",
        "template/defaultfilters.py",
        "utils/dateformat.py",
        "utils/dates.py",
        "utils/ipv6.py",
        "utils/text.py",
        "utils/timesince.py",
    ],
    "rest_framework": [
        "exceptions.py",
        "fields.py",
        "pagination.py",
        "relations.py",
        "serializers.py",
        "validators.py",
    ],
    "django_filters": ["fields.py", "filters.py"],
    "knox": ["auth.py"],
    "allauth": ["account", "core", "mfa", "templates/account", "templates/allauth", "templates/mfa"],
}
# where libraries keep their catalogues, when not in `<library>/locale`
CATALOGUES = {"django": ("conf/locale", "contrib/auth/locale")}


@cache
def home(library: str) -> Path:
    """The installed folder of the library."""
    found = importlib.util.find_spec(library)
    if found is None or not found.submodule_search_locations:
        raise LookupError(library)
    return Path(next(iter(found.submodule_search_locations)))


def met() -> dict[Key, Found]:
    """Every text of the libraries that our readers can meet."""
    texts: dict[Key, Found] = {}
    for library, names in MET.items():
        place = home(library)
        texts |= collect(sources([place / name for name in names]), place.parent)
    return texts


def given_by_libraries(language: str) -> set[Key]:
    """The texts that the libraries translate themselves."""
    given = set()
    for library in MET:
        for folder in CATALOGUES.get(library, ("locale",)):
            compiled = path_of(home(library) / folder, language).with_suffix(".mo")
            if compiled.exists():
                given |= {Key(entry.msgid, entry.msgctxt) for entry in polib.mofile(str(compiled)) if all(words(entry))}
    return given


def check(place: Path) -> list[str]:
    """Faults of the catalogues below `place`, one sentence each."""
    faults = []
    needed = met()
    for language in LANGUAGES:
        if language == SOURCE_LANGUAGE:
            continue
        path = path_of(place, language)
        ours = {Key(entry.msgid, entry.msgctxt): entry for entry in load(path)}
        given = given_by_libraries(language)
        for key in sorted(needed.keys() - given - ours.keys(), key=lambda key: key.text):
            faults.append(f"{path}: no library and no entry of ours translates {key.text!r}")
        for key, entry in ours.items():
            faults += [f"{path}: {key.text!r} {fault}" for fault in faults_of(entry, language)]
            if key not in needed:
                faults.append(f"{path}: {key.text!r} is not said by any library any more")
    return faults
