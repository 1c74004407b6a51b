"""Sending a message to an address that somebody typed in, without letting it reach the inside of the network.

The name is resolved once, every address it has must be a public one, and the connection goes to that very address: a name that changes its
answer in between gains nothing. Redirects are not followed, the answer's body is not read.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

TIMEOUT = 5.0
PORTS = {"https": 443, "http": 80}


class Unreachable(Exception):  # noqa: N818
    """The message was not delivered; the text is a word for the log: `private`, `name`, `tls`, `timeout`, `refused`."""


@dataclass(frozen=True, slots=True)
class Target:
    """A parsed address."""

    scheme: str
    host: str
    port: int
    path: str


def target_of(url: str, *, anywhere: bool) -> Target | None:
    """The parts of a usable address; None for another scheme, a name and password in it, no host, or a private address written out.

    Args:
        anywhere: also plain HTTP and private addresses, for closed networks.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        return None
    allowed = ("https", "http") if anywhere else ("https",)
    if parts.scheme not in allowed or not parts.hostname or parts.username or parts.password or not 0 < port < 65536:
        return None
    if not anywhere and _is_written_private(parts.hostname):
        return None
    return Target(parts.scheme, parts.hostname, port, _path(parts))


def _path(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _is_written_private(host: str) -> bool:
    try:
        return not is_public(host)
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet; addresses that wrap another are judged by the inner one."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if inner is not None:
            return inner.is_global and not inner.is_multicast
        if found in ipaddress.ip_network("64:ff9b::/96"):
            return ipaddress.IPv4Address(int(found) & 0xFFFFFFFF).is_global
    return found.is_global and not found.is_multicast


def addresses(host: str, port: int, *, anywhere: bool) -> list[str]:
    """Every address of a name.

    Raises:
        Unreachable: the name is unknown, or one of its addresses is private.
    """
    try:
        found = [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        raise Unreachable("name") from None
    if not anywhere and not all(is_public(one) for one in found):
        raise Unreachable("private")
    return list(dict.fromkeys(found))


def post(target: Target, body: bytes, headers: Mapping[str, str], *, anywhere: bool) -> int:
    """Send the body; returns the status of the answer.

    Raises:
        Unreachable: no answer came.
    """
    address = addresses(target.host, target.port, anywhere=anywhere)[0]
    connection = http.client.HTTPConnection(target.host, target.port, timeout=TIMEOUT)
    try:
        connection.sock = _connected(target, address)
        connection.request("POST", target.path, body=body, headers=dict(headers))
        return connection.getresponse().status
    except ssl.SSLError:
        raise Unreachable("tls") from None
    except TimeoutError:
        raise Unreachable("timeout") from None
    except (OSError, http.client.HTTPException):
        raise Unreachable("refused") from None
    finally:
        connection.close()


def _connected(target: Target, address: str) -> socket.socket:
    plain = socket.create_connection((address, target.port), timeout=TIMEOUT)
    if target.scheme == "http":
        return plain
    return ssl.create_default_context().wrap_socket(plain, server_hostname=target.host)
