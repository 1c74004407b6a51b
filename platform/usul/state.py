"""The state folder: generated secrets and the data of the embedded servers."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from usul.env import EnvironmentFault


def secret_key(state_dir: Path) -> str:
    """The signing key kept in the state folder; made on first use, readable by its owner only."""
    path = state_dir / "secret-key"
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        pass
    except OSError as error:
        raise EnvironmentFault(f"The secret key {path} cannot be read: {error.strerror}.") from None
    key = secrets.token_urlsafe(48)
    try:
        state_dir.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    except OSError as error:
        raise EnvironmentFault(
            f"The state folder {state_dir} cannot be written: {error.strerror}. "
            "Free some space, or set USUL_STATE_DIR to a folder you may write."
        ) from None
    with os.fdopen(handle, "w") as file:
        file.write(key)
    return key


def derived_password(key: str, purpose: str) -> str:
    """A password that both sides compute from the secret key, so that none is stored."""
    return hmac.new(key.encode(), f"usul:{purpose}".encode(), hashlib.sha256).hexdigest()[:40]
