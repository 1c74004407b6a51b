"""What a person is told when a bundle is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from apps.core.errors import FaultKind
from tenants.portability import BundleError, BundleFault
from usul.control import errors


class BundleGoneError(LookupError):
    """The bundle a job was to load is not kept any more."""


KINDS: dict[BundleFault, FaultKind] = {
    BundleFault.UNREADABLE: errors.BUNDLE_UNREADABLE,
    BundleFault.CHANGED: errors.BUNDLE_CHANGED,
    BundleFault.FORGED: errors.BUNDLE_FORGED,
    BundleFault.FOREIGN: errors.BUNDLE_FOREIGN,
    BundleFault.NEWER: errors.BUNDLE_NEWER,
    BundleFault.EXISTS: errors.BUNDLE_EXISTS,
    BundleFault.DIFFERENT: errors.BUNDLE_DIFFERENT,
}


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turn what a bad bundle raises into a fault with its reason.

    Raises:
        Fault: instead of a `BundleError`, and when there is no such file.
    """
    try:
        yield
    except FileNotFoundError:
        raise errors.BUNDLE_MISSING(path=str(path)) from None
    except BundleError as refused:
        raise KINDS[refused.fault](detail=refused.detail) from refused
