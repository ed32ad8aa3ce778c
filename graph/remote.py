"""Another server over HTTP: one address, whoever one is by the environment, patience, and one clear line on failure.

Nothing is sent anywhere else: redirects are not followed, proxies and .netrc not asked, certificates always checked.
"""

from __future__ import annotations

import ssl
from collections.abc import Collection, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception, retry_if_result, stop_after_attempt

from ontology import RemoteError

__all__ = ["Credentials", "Patience", "Remote", "one_line", "open_remote", "read_credentials"]

_BUSY = {408, 425, 429, 500, 502, 503, 504}
_LONGEST_WAIT = 60.0
_USER, _PASSWORD, _TOKEN = "BYLINE_USER", "BYLINE_PASSWORD", "BYLINE_TOKEN"


@dataclass(frozen=True)
class Credentials:
    """Who one is to a server: a user with a password, or a token; never shown."""

    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @property
    def variables(self) -> str:
        """The variables of the environment that they were read from; none where there are none."""
        return _TOKEN if self.token else f"{_USER} and {_PASSWORD}" if self.user else ""

    def auth(self) -> httpx.Auth | None:
        """How they are shown to the server."""
        return _Bearer(self.token) if self.token else _Asked(self.user, self.password) if self.user else None


@dataclass(frozen=True)
class Patience:
    """How often a request is tried, how many seconds after the first failure, and how long an answer may take."""

    attempts: int = 5
    pause: float = 0.5
    timeout: float = 60.0


def read_credentials(environment: Mapping[str, str]) -> Credentials:
    """The credentials that the environment holds; a token goes before a password.

    Raises RemoteError where half of them is missing, without saying the other half.
    """
    user, password = environment.get(_USER, ""), environment.get(_PASSWORD, "")
    token = environment.get(_TOKEN, "").strip()
    if not (token.isascii() and (token.isprintable() or not token)):
        raise RemoteError(f"{_TOKEN} holds characters that no token has: set it again")
    if not token and bool(user) != bool(password):
        raise RemoteError(f"{_USER if user else _PASSWORD} is set alone: set both {_USER} and {_PASSWORD}")
    return Credentials(token=token) if token else Credentials(user, password)


class _Bearer(httpx.Auth):
    """A token in every request (RFC 6750)."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The request with the token."""
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


class _Asked(httpx.Auth):
    """Digest or Basic, whichever the server asks for: a password is not sent in clear to who would take a hash."""

    def __init__(self, user: str, password: str) -> None:
        self._user, self._password = user, password
        self._agreed: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The request as it is until the server asks, then as it wants it."""
        if self._agreed is None:
            response = yield request
            asked = response.headers.get("WWW-Authenticate", "").lower() if response.status_code == 401 else ""
            if "digest" in asked:
                self._agreed = httpx.DigestAuth(self._user, self._password)
            elif response.status_code == 401 and ("basic" in asked or not asked):
                self._agreed = httpx.BasicAuth(self._user, self._password)
            else:
                return
        yield from self._agreed.auth_flow(request)


@contextmanager
def open_remote(
    address: str, credentials: Credentials | None = None, patience: Patience | None = None
) -> Iterator[Remote]:
    """A server at an address, until the block ends; no credentials at all means that it never gets any.

    Raises RemoteError where the address is none.
    """
    who, how = credentials or Credentials(), patience or Patience()
    client = httpx.Client(
        auth=who.auth(),
        timeout=how.timeout,
        verify=ssl.create_default_context(),  # the system's authorities, or those of SSL_CERT_FILE
        trust_env=False,
        headers={"User-Agent": "byline"},
    )
    with client:
        yield Remote(_checked(address), client, credentials, how)


def _checked(address: str) -> str:
    if "@" in address:
        raise RemoteError(f"an address with @ shows a password to others: set {_USER} and {_PASSWORD} instead")
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as exc:
        raise RemoteError(f"{address!r} is no address ({exc}): write it as a browser would show it") from exc
    if url.scheme not in ("http", "https") or not url.host or url.fragment:
        raise RemoteError(f"{address!r} is no address of a server: it begins with http or https, and has no #")
    return str(url)


@dataclass(frozen=True)
class Remote:
    """A server that one talks to; where `credentials` is None, it is never told who one is."""

    address: str
    client: httpx.Client = field(repr=False)
    credentials: Credentials | None
    patience: Patience

    def send(
        self,
        method: str,
        *,
        address: str = "",
        graph: str = "",
        content: bytes | Mapping[str, str] = b"",
        kind: str = "",
        accept: str = "*/*",
        fine: Collection[int] = (),
        first: bool = False,
    ) -> httpx.Response:
        """The answer to a request, tried again where the server was busy or away; `content` may be a form.

        `graph` becomes a parameter of the address. Where it is the `first` request, nobody being there is told at once.
        Raises RemoteError for every answer that is neither a success nor among the `fine` ones.
        """
        url = httpx.URL(address or self.address)
        request = self.client.build_request(
            method,
            url.copy_merge_params({"graph": graph}) if graph else url,
            content=content if isinstance(content, bytes) and content else None,
            data=content if isinstance(content, Mapping) else None,
            headers={"Accept": accept} | ({"Content-Type": kind} if kind else {}),
        )
        response = self._patiently(request, first=first)
        if not (response.is_success or response.status_code in fine):
            raise RemoteError(f"{_shown(url)}: {_refusal(response, self)}")
        return response

    def _patiently(self, request: httpx.Request, *, first: bool) -> httpx.Response:
        retrying = Retrying(
            stop=stop_after_attempt(self.patience.attempts),
            retry=retry_if_result(lambda r: r.status_code in _BUSY) | retry_if_exception(lambda e: _passes(e, first)),
            wait=self._wait,
            retry_error_callback=lambda state: state.outcome.result() if state.outcome else None,
        )
        try:
            return retrying(self.client.send, request)
        except httpx.TransportError as exc:
            raise RemoteError(f"{_shown(request.url)}: {_failure(exc, self.patience)}") from exc

    def _wait(self, state: RetryCallState) -> float:
        """Twice as long each time, or as long as the server asks (RFC 9110, 10.2.3)."""
        outcome = state.outcome
        if outcome is not None and not outcome.failed:
            asked = outcome.result().headers.get("Retry-After", "")
            if asked.isascii() and asked.isdigit():
                return min(float(asked), _LONGEST_WAIT)
        return min(self.patience.pause * 2.0 ** (state.attempt_number - 1), _LONGEST_WAIT)


def _shown(url: httpx.URL) -> str:
    """An address without its parameters, which may hold a key."""
    return str(url.copy_with(query=None))


def _passes(error: BaseException, first: bool) -> bool:
    return isinstance(error, httpx.TransportError) and not (first and isinstance(error, httpx.ConnectError))


def _failure(error: httpx.TransportError, patience: Patience) -> str:
    if isinstance(error, httpx.TimeoutException):
        return f"no answer within {patience.timeout:g} seconds: try again, or give it longer with --timeout"
    if "CERTIFICATE" in str(error).upper():
        return f"its certificate does not hold ({error}): for one of your own, set SSL_CERT_FILE to its authority"
    if isinstance(error, httpx.ConnectError):
        return f"nobody answers ({error}): check the address, and that the server runs"
    return f"the connection broke ({one_line(str(error))}): run the same command again"


def _refusal(response: httpx.Response, remote: Remote) -> str:
    """What an answer says that is no success, and what to do about it."""
    status, who = response.status_code, remote.credentials
    said = f"{status} {response.reason_phrase}".strip()
    if response.is_redirect:
        return f"{said}: it sends on to {response.headers.get('Location', '?')}: give that address if you trust it"
    if status in (401, 403):
        return f"{said}: {_unknown(who)}"
    if status in _BUSY:
        return f"{said} after {remote.patience.attempts} attempts{_reason(response)}: try again later"
    return f"{said}{_reason(response)}"


def _unknown(who: Credentials | None) -> str:
    if who is None:
        return "it wants to know who asks, and Byline tells such a service nothing: use one that is open"
    if not who.variables:
        return f"it wants to know who you are: set {_USER} and {_PASSWORD}, or {_TOKEN}"
    return f"it does not admit you: check {who.variables}, and that you may write there"


def _reason(response: httpx.Response) -> str:
    """What the server says itself, unless that is a page for people."""
    text = "" if "html" in response.headers.get("Content-Type", "") else one_line(response.text)
    return f" ({text})" if text else ""


def one_line(text: str, limit: int = 120) -> str:
    """What a server says, without control characters and not at length."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * limit]).split())
    return line if len(line) <= limit else f"{line[:limit].rstrip()} …"
