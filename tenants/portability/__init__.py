"""One school as one signed file, and back."""

from tenants.portability.export import export_school
from tenants.portability.load import Target, load_school
from tenants.portability.manifest import BundleError, BundleFault, Manifest
from tenants.portability.reading import check_bundle

__all__ = [
    "BundleError",
    "BundleFault",
    "Manifest",
    "Target",
    "check_bundle",
    "export_school",
    "load_school",
]
