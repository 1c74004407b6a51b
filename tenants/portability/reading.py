"""A bundle read with distrust: members exactly as the manifest lists them, none larger than it says, each with its digest."""

import gzip
import hashlib
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, cast

from tenants.portability.manifest import (
    LARGEST_MANIFEST,
    MANIFEST,
    SIGNATURE,
    BundleError,
    BundleFault,
    Manifest,
    Part,
    decoded,
)

DAMAGED = (tarfile.TarError, EOFError, OSError, zlib.error)


@contextmanager
def _undamaged() -> Iterator[None]:
    """Turns what a cut or damaged file raises while it is read into the reason a person is told."""
    try:
        yield
    except DAMAGED as error:
        raise BundleError(BundleFault.UNREADABLE, str(error) or type(error).__name__) from None


class Bundle:
    """An open bundle. Members are read in order, once."""

    def __init__(self, tar: tarfile.TarFile, manifest: Manifest) -> None:
        self._tar = tar
        self.manifest = manifest

    def parts(self) -> Iterator[tuple[str, Part, "Content"]]:
        """(member, what the manifest says of it, its content), in order.

        Raises:
            BundleError: a member is missing, unexpected, larger, smaller or different.
        """
        for member, part in self.manifest.members.items():
            content = Content(self._open(member), member, part)
            yield member, part, content
            content.finish()
        with _undamaged():
            if self._tar.next() is not None:
                raise BundleError(BundleFault.CHANGED, "there are more members than the manifest lists")

    def _open(self, member: str) -> IO[bytes]:
        with _undamaged():
            entry = self._tar.next()
            if entry is None:
                raise BundleError(BundleFault.UNREADABLE, f"{member} is missing: the file is cut off")
            if entry.name != member or not entry.isreg():
                raise BundleError(BundleFault.CHANGED, f"{entry.name} is where {member} should be")
            raw = self._tar.extractfile(entry)
            return cast("IO[bytes]", gzip.GzipFile(fileobj=raw))


class Content:
    """Content that must have the size and the digest of the manifest. Reads like a file."""

    def __init__(self, file: IO[bytes], member: str, part: Part) -> None:
        self._file, self._member, self._part = file, member, part
        self._digest, self._left = hashlib.sha256(), part.size

    def read(self, size: int = 1 << 20) -> bytes:
        """The next piece, never more in all than the manifest says; empty at the end.

        Raises:
            BundleError: damaged, or larger than the manifest says.
        """
        with _undamaged():
            piece = self._file.read(min(size, self._left) if self._left else 1)
        if piece and not self._left:
            raise BundleError(BundleFault.CHANGED, f"{self._member} is larger than the manifest says")
        self._left -= len(piece)
        self._digest.update(piece)
        return piece

    def finish(self) -> None:
        """Read what is left and compare."""
        while self.read():
            pass
        if self._left or self._digest.hexdigest() != self._part.sha256:
            raise BundleError(BundleFault.CHANGED, f"{self._member} is not what the manifest says")


@contextmanager
def open_bundle(path: Path, *, trusted: frozenset[str]) -> Iterator[Bundle]:
    """Open a bundle whose manifest is signed by a trusted installation.

    Raises:
        FileNotFoundError: there is no such file.
        BundleError: see `BundleFault`.
    """
    with path.open("rb") as file:
        with _undamaged():
            tar = tarfile.open(fileobj=file, mode="r:")  # noqa: SIM115 - the file is closed above
            raw, signature = _head(tar, MANIFEST, LARGEST_MANIFEST), _head(tar, SIGNATURE, 64)
        manifest = decoded(raw, signature, trusted=trusted)
        for part in manifest.files:
            name = PurePosixPath(part.name)
            if name.is_absolute() or ".." in name.parts or not name.parts or "\x00" in part.name:
                raise BundleError(BundleFault.CHANGED, f"the file name {part.name!r} leads out of the school's folder")
        yield Bundle(tar, manifest)


def _head(tar: tarfile.TarFile, name: str, limit: int) -> bytes:
    entry = tar.next()
    if entry is None or entry.name != name or not entry.isreg() or entry.size > limit:
        raise BundleError(BundleFault.UNREADABLE, f"the file does not begin with {name} as a bundle does")
    file = tar.extractfile(entry)
    return file.read() if file else b""


def check_bundle(path: Path, *, trusted: frozenset[str]) -> Manifest:
    """Read the whole bundle and compare everything with the signed manifest; nothing is written anywhere.

    Raises:
        FileNotFoundError: there is no such file.
        BundleError: see `BundleFault`.
    """
    with open_bundle(path, trusted=trusted) as bundle:
        for _member, _part, _content in bundle.parts():
            pass  # each is read to its end and compared before the next is given
        return bundle.manifest
