"""Every way in which a bundle is refused: nothing of it is written."""

import gzip
import io
import json
import random
import tarfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from apps.core.actor import Actor
from apps.core.errors import Fault, FaultKind
from tenants.context import public_scope
from tenants.portability import check_bundle
from tenants.portability.manifest import public_hex
from tenants.scope import SchoolRef
from tests.control.bundles import bring_in, forget_school, refused, world
from tests.control.conftest import FILE, NOW, Ask
from usul.control import errors
from usul.control.domain import moving
from usul.control.models import TrustedInstallation

pytestmark = pytest.mark.xdist_group("files")  # schools go and come back, and their roles are the server's


def test_a_school_that_is_here_is_not_overwritten(bundle: Path, operator: Actor, ask: Ask) -> None:
    before = world(ask)
    assert refused(operator, bundle) is errors.BUNDLE_EXISTS
    assert world(ask) == before


def test_name_and_district_are_checked(bundle: Path, operator: Actor, school_a: SchoolRef, ask: Ask) -> None:
    forget_school(school_a, ask)
    before = world(ask)
    taken = refused(operator, bundle, lambda by, path: bring_in(by, path, slug="school-b"))
    assert taken is errors.SLUG_TAKEN
    unknown = refused(operator, bundle, lambda by, path: moving.bring_in(by=by, path=path, district="x", now=NOW))
    assert unknown is errors.DISTRICT_UNKNOWN
    assert refused(operator, bundle.with_name("none.usul")) is errors.BUNDLE_MISSING
    nobody = replace(operator, permissions=frozenset())
    assert refused(nobody, bundle).code == "core.not_permitted"
    assert world(ask) == before


def test_cut_off_anywhere_it_is_refused(bundle: Path, operator: Actor, school_a: SchoolRef, ask: Ask) -> None:
    forget_school(school_a, ask)
    before, whole = world(ask), bundle.read_bytes()
    end = whole.rstrip(b"\0")  # tar files end with empty blocks
    for length in (0, 1, 511, 512, 513, 2_000, len(end) // 3, len(end) // 2, len(end) - 1):
        bundle.write_bytes(whole[:length])
        assert refused(operator, bundle) in (errors.BUNDLE_UNREADABLE, errors.BUNDLE_FORGED, errors.BUNDLE_CHANGED), (
            length
        )
    assert world(ask) == before


def test_damaged_anywhere_it_is_refused_or_unharmed(
    bundle: Path, operator: Actor, school_a: SchoolRef, ask: Ask
) -> None:
    forget_school(school_a, ask)
    trusted = moving.trusted_keys()
    before, whole, manifest = world(ask), bundle.read_bytes(), check_bundle(bundle, trusted=trusted)
    dice, noticed = random.Random(1), 0
    for _ in range(120):
        place = dice.randrange(len(whole))
        damaged = bytearray(whole)
        damaged[place] ^= 1 << dice.randrange(8)
        bundle.write_bytes(damaged)
        try:
            assert check_bundle(bundle, trusted=trusted) == manifest  # a bit of padding
        except ValueError:
            noticed += 1
    assert noticed > 60
    bundle.write_bytes(whole[: len(whole) // 2] + b"x" + whole[len(whole) // 2 + 1 :])
    assert world(ask) == before


def rewritten(
    path: Path,
    *,
    change: Callable[[dict[str, object]], None] = lambda _values: None,
    members: Callable[[list[tuple[str, bytes]]], list[tuple[str, bytes]]] = lambda found: found,
    key: Ed25519PrivateKey | None = None,
    sign: bool = True,
) -> None:
    """The bundle as somebody else could have made it."""
    with tarfile.open(path) as tar:
        found = [(entry.name, tar.extractfile(entry).read()) for entry in tar]
    values = json.loads(found[0][1])
    key = key or moving.own_key()
    if sign:
        values["signer"] = public_hex(key)
    change(values)
    raw = json.dumps(values, ensure_ascii=False).encode()
    signature = key.sign(raw) if sign else found[1][1]
    with tarfile.open(path, "w") as tar:
        for name, content in [("manifest.json", raw), ("signature", signature), *members(found[2:])]:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))


def test_another_installation_has_to_be_trusted_first(
    bundle: Path, operator: Actor, school_a: SchoolRef, ask: Ask
) -> None:
    forget_school(school_a, ask)
    foreign = Ed25519PrivateKey.generate()
    rewritten(bundle, key=foreign)
    before = world(ask)
    assert refused(operator, bundle) is errors.BUNDLE_FOREIGN
    assert world(ask) == before
    for unusable in ("", "xy", "00", public_hex(foreign)[:-2]):
        with pytest.raises(Fault, match="key_unusable"):
            moving.trust(by=operator, name="Ош", key=unusable)
    moving.trust(by=operator, name="Ош", key=f" {public_hex(foreign).upper()} ")
    with public_scope():
        assert TrustedInstallation.objects.get().name == "Ош"
    assert bring_in(operator, bundle).id == school_a.id


def lie_about(which: str, /, **values: object) -> Callable[[dict[str, object]], None]:
    def change(found: dict[str, object]) -> None:
        part = next(part for part in (*found["tables"], *found["files"]) if part["name"] == which)
        part.update(values)

    return change


def with_bomb(found: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    bomb = gzip.compress(b"\0" * 200_000_000)
    return [(name, bomb if name == "tables/people_person.gz" else content) for name, content in found]


@pytest.mark.parametrize(
    ("how", "kind"),
    [
        ({"sign": False, "change": lambda values: values.update(slug="x")}, errors.BUNDLE_FORGED),
        ({"sign": False, "change": lambda values: values.update(signer="00" * 32)}, errors.BUNDLE_FORGED),
        ({"sign": False, "change": lambda values: values.update(signer="zz")}, errors.BUNDLE_FORGED),
        ({"change": lambda values: values.update(format=2)}, errors.BUNDLE_NEWER),
        ({"change": lambda values: values.pop("tables")}, errors.BUNDLE_UNREADABLE),
        ({"change": lambda values: values.update(applied=[["a"]])}, errors.BUNDLE_UNREADABLE),
        ({"change": lambda values: values["tables"][0].update(name='x"; DROP TABLE y')}, errors.BUNDLE_UNREADABLE),
        ({"change": lambda values: values["applied"].append(["people", "0099_future"])}, errors.BUNDLE_NEWER),
        ({"change": lambda values: values["applied"].append(["future", "0001_initial"])}, errors.BUNDLE_NEWER),
        ({"change": lie_about("people_person", rows=9)}, errors.BUNDLE_DIFFERENT),
        ({"change": lie_about("people_person", size=9)}, errors.BUNDLE_CHANGED),
        ({"change": lie_about("people_person", sha256="0" * 64)}, errors.BUNDLE_CHANGED),
        ({"change": lie_about("people_person", columns=["id"])}, errors.BUNDLE_DIFFERENT),
        ({"change": lie_about(FILE, name="../s_other/x")}, errors.BUNDLE_CHANGED),
        ({"change": lie_about(FILE, name="/etc/cron.d/x")}, errors.BUNDLE_CHANGED),
        ({"members": lambda found: found[:-1]}, errors.BUNDLE_UNREADABLE),
        ({"members": lambda found: found[::-1]}, errors.BUNDLE_CHANGED),
        ({"members": lambda found: [*found, ("files/extra.gz", b"x")]}, errors.BUNDLE_CHANGED),
        ({"members": lambda found: [(name, b"no gzip") for name, _content in found]}, errors.BUNDLE_UNREADABLE),
        ({"members": with_bomb}, errors.BUNDLE_CHANGED),
    ],
)
def test_lies_are_found_even_when_they_are_signed(
    bundle: Path, operator: Actor, school_a: SchoolRef, ask: Ask, how: dict[str, object], kind: FaultKind
) -> None:
    forget_school(school_a, ask)
    rewritten(bundle, **how)
    before = world(ask)
    assert refused(operator, bundle) is kind
    assert world(ask) == before


def test_a_link_in_the_place_of_a_table_is_refused(
    bundle: Path, operator: Actor, school_a: SchoolRef, ask: Ask
) -> None:
    forget_school(school_a, ask)
    with tarfile.open(bundle) as tar:
        found = [(entry, tar.extractfile(entry).read()) for entry in tar]
    with tarfile.open(bundle, "w") as tar:
        for number, (entry, content) in enumerate(found):
            if number == 2:
                entry.type, entry.linkname, entry.size = tarfile.SYMTYPE, "/etc/passwd", 0
            tar.addfile(entry, io.BytesIO(content))
    assert refused(operator, bundle) is errors.BUNDLE_CHANGED
