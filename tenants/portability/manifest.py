"""What a bundle says of itself, and how it is signed.

A bundle is a tar file: `manifest.json`, `signature`, then `tables/<name>.gz` and `files/<name>.gz`, each as the manifest lists them.
The manifest names size and SHA-256 of every other member; the signature (Ed25519) covers the manifest. So one signature covers all.
"""

import json
import re
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from tenants.fleet.compiled import Key

FORMAT = 1
MANIFEST, SIGNATURE = "manifest.json", "signature"
TABLES, FILES = "tables/", "files/"
NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")
LARGEST_MANIFEST = 64 * 1024 * 1024


class BundleFault(StrEnum):
    """Why a bundle is refused."""

    UNREADABLE = "unreadable"  # not a bundle, cut off, or damaged
    CHANGED = "changed"  # a part is not what the manifest says
    FORGED = "forged"  # the signature does not fit the manifest
    FOREIGN = "foreign"  # signed by an installation that is not trusted here
    NEWER = "newer"  # made by a later release
    EXISTS = "exists"  # the school is here already
    DIFFERENT = "different"  # what was read back from the database is not what was loaded


class BundleError(ValueError):
    """A refused bundle. Nothing of it has been written."""

    def __init__(self, fault: BundleFault, detail: str) -> None:
        super().__init__(f"{fault.value}: {detail}")
        self.fault = fault
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Part:
    """A table or a file: its name, content size in bytes and SHA-256; for a table also columns and number of rows."""

    name: str
    size: int
    sha256: str
    rows: int = 0
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything about a bundle but its content.

    Attributes:
        school: identity, slug, official names by language, district slug: plain text values.
        applied: migrations of the schema, as rows of django_migrations.
        digest: of these.
        fingerprint: of the catalog, without the school's own name.
        server: PostgreSQL major; fingerprints of different majors are not compared.
        sequences: next value of each identity sequence.
        taken_at: moment of the snapshot, ISO 8601.
        signer: public key of the installation, hexadecimal.
    """

    school: dict[str, str]
    applied: tuple[Key, ...]
    digest: str
    fingerprint: str
    server: int
    tables: tuple[Part, ...]
    files: tuple[Part, ...]
    sequences: dict[str, int]
    taken_at: str
    signer: str
    format: int = FORMAT

    def encoded(self) -> bytes:
        """The bytes that are signed."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, indent=1).encode()

    @property
    def members(self) -> dict[str, Part]:
        """Parts by their name in the tar file, in the order in which they follow."""
        return {f"{TABLES}{part.name}.gz": part for part in self.tables} | {
            f"{FILES}{part.name}.gz": part for part in self.files
        }


def public_hex(key: Ed25519PrivateKey) -> str:
    """The public half as it is written in manifests and lists of trusted installations."""
    return key.public_key().public_bytes_raw().hex()


def decoded(raw: bytes, signature: bytes, *, trusted: frozenset[str]) -> Manifest:
    """The manifest, once its signature has been found good and its signer trusted.

    Raises:
        BundleError: unreadable, forged, foreign or newer.
    """
    values = _values(raw)
    signer = str(values.get("signer", ""))
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(signer)).verify(signature, raw)
    except (InvalidSignature, ValueError):
        raise BundleError(BundleFault.FORGED, "the signature does not fit the manifest") from None
    if signer not in trusted:
        raise BundleError(BundleFault.FOREIGN, signer)
    if values.get("format") != FORMAT:
        raise BundleError(BundleFault.NEWER, f"bundle format {values.get('format')}, this release reads {FORMAT}")
    try:
        return _manifest(values)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BundleError(BundleFault.UNREADABLE, f"the manifest lacks {error}") from None


def _values(raw: bytes) -> dict[str, Any]:
    try:
        found = json.loads(raw)
    except ValueError:
        raise BundleError(BundleFault.UNREADABLE, "the manifest is no JSON") from None
    if not isinstance(found, dict):
        raise BundleError(BundleFault.UNREADABLE, "the manifest is no object")
    return found


def _manifest(values: dict[str, Any]) -> Manifest:
    tables = tuple(_part(part) for part in values["tables"])
    for part in tables:
        if not NAME.fullmatch(part.name) or not all(NAME.fullmatch(column) for column in part.columns):
            message = f"a usable name of table {part.name!r}"
            raise ValueError(message)
    return Manifest(
        school={str(name): str(value) for name, value in values["school"].items()},
        applied=tuple((str(app), str(name)) for app, name in values["applied"]),
        digest=str(values["digest"]),
        fingerprint=str(values["fingerprint"]),
        server=int(values["server"]),
        tables=tables,
        files=tuple(_part(part) for part in values["files"]),
        sequences={str(name): int(value) for name, value in values["sequences"].items()},
        taken_at=str(values["taken_at"]),
        signer=str(values["signer"]),
    )


def _part(values: dict[str, Any]) -> Part:
    return Part(
        name=str(values["name"]),
        size=int(values["size"]),
        sha256=str(values["sha256"]),
        rows=int(values["rows"]),
        columns=tuple(str(column) for column in values["columns"]),
    )
