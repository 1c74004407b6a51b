"""One school as one signed file, and back."""

from tenants.portability.compare import Compared, compare_schools
from tenants.portability.export import export_school
from tenants.portability.load import Target, load_school, refuse_newer
from tenants.portability.manifest import BundleError, BundleFault, Manifest
from tenants.portability.reading import check_bundle

__all__ = [
    "BundleError",
    "BundleFault",
    "Compared",
    "Manifest",
    "Target",
    "check_bundle",
    "compare_schools",
    "export_school",
    "load_school",
    "refuse_newer",
]
