"""How the sign-in library behaves here: accounts are opened by schools and districts, never by a stranger at the door."""

from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Closed sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody registers by themselves."""
        return False


def client_address(request: HttpRequest) -> str:
    """Where a request came from, as our own proxy saw it: what wrong passwords are counted by."""
    return str(get_adapter(request).get_client_ip(request))
