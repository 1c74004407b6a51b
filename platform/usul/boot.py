"""How a process of Usul gets its settings: USUL_ENV names them, whatever starts the process."""

from usul.env import load, process_environment, set_for_children


def choose_settings() -> None:
    """Point Django to `usul.settings.<USUL_ENV>`. A DJANGO_SETTINGS_MODULE that is already set wins."""
    if not process_environment().get("DJANGO_SETTINGS_MODULE"):
        set_for_children(DJANGO_SETTINGS_MODULE=f"usul.settings.{load()['USUL_ENV']}")
