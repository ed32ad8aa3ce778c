"""Another server: who is told what, what is tried again, and what each failure says in one line."""

from __future__ import annotations

import base64
import shutil
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from graph.remote import Credentials, Patience, open_remote, read_credentials
from ontology import RemoteError
from tests.graph.push.stores import SOON, gate

Answer = tuple[int, dict[str, str]]
NOBODY = "http://127.0.0.1:9"
ME = Credentials("me", "se/cret é")


def send(decide: Callable[[int], Answer | None], who: Credentials | None = None, how: Patience = SOON) -> list[str]:
    """What a gate that always answers itself was told of who asks."""
    with gate(NOBODY, decide) as server:
        try:
            with open_remote(f"{server.address}/store?key=hidden", who, how) as remote:
                remote.send("PUT", graph="urn:g", content=b"x")
        finally:
            send.seen = server.seen  # type: ignore[attr-defined]
    return [told for _, _, told in server.seen]


def fails(decide: Callable[[int], Answer | None], who: Credentials | None = None, how: Patience = SOON) -> str:
    with pytest.raises(RemoteError) as error:
        send(decide, who, how)
    message = str(error.value)
    assert message.isprintable()
    assert "hidden" not in message
    assert "se/cret" not in message
    return message


def test_what_is_busy_is_asked_again() -> None:
    assert len(send(lambda n: (503, {}) if n < 3 else (204, {}))) == 3
    assert len(send(lambda n: (429, {"Retry-After": "0"}) if n < 3 else (204, {}))) == 3
    assert "503 Service Unavailable after 3 attempts (busy with something" in fails(lambda _: (503, {}))


def test_what_is_wrong_is_not_asked_again() -> None:
    assert "400 Bad Request (busy with something" in fails(lambda _: (400, {}))
    assert len(send.seen) == 1  # type: ignore[attr-defined]
    assert fails(lambda _: (400, {"Content-Type": "text/html"})).endswith("400 Bad Request")


def test_a_password_is_sent_when_it_is_asked_for_and_only_then() -> None:
    assert send(lambda _: (204, {}), ME) == [""]
    asked = {"WWW-Authenticate": 'Basic realm="store"'}
    told = send(lambda n: (401, asked) if n == 1 else (204, {}), ME)
    assert told == ["", f"Basic {base64.b64encode('me:se/cret é'.encode()).decode()}"]


def test_who_takes_a_digest_gets_no_password() -> None:
    asked = {"WWW-Authenticate": 'Digest realm="store", nonce="n", qop="auth", algorithm="MD5"'}
    told = send(lambda n: (401, asked) if n < 3 else (204, {}), ME)
    assert told[-1].startswith('Digest username="me", realm="store"')
    assert not any("Basic" in each or "se/cret" in each for each in told)


def test_a_token_is_sent_at_once() -> None:
    assert send(lambda _: (204, {}), Credentials(token="t0k")) == ["Bearer t0k"]
    assert "it does not admit you: check BYLINE_TOKEN" in fails(lambda _: (401, {}), Credentials(token="t0k"))


@pytest.mark.parametrize(
    ("who", "message"),
    [
        (Credentials(), "set BYLINE_USER and BYLINE_PASSWORD, or BYLINE_TOKEN"),
        (ME, "check BYLINE_USER and BYLINE_PASSWORD"),
        (None, "Byline tells such a service nothing"),
    ],
)
def test_who_is_not_admitted_learns_what_to_set(who: Credentials | None, message: str) -> None:
    assert message in fails(lambda _: (401, {"WWW-Authenticate": "Basic"}), who)
    assert message in fails(lambda _: (403, {}), who)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_nobody_is_sent_on(status: int) -> None:
    with gate(NOBODY, lambda _: (204, {})) as other:
        message = fails(lambda _: (status, {"Location": f"{other.address}/store"}), Credentials(token="t0k"))
    assert f"it sends on to {other.address}/store: give that address if you trust it" in message
    assert other.seen == []


def test_proxies_and_netrc_are_not_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login a password b\n", encoding="utf-8")
    with gate(NOBODY, lambda _: (204, {})) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.address)
        monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
        assert send(lambda _: (204, {})) == [""]
    assert proxy.seen == []


def test_nobody_there_is_said_at_once() -> None:
    said = pytest.raises(RemoteError, match=r"nobody answers .*check the address, and that the server runs")
    with open_remote(NOBODY, None, Patience(attempts=5, pause=60)) as remote, said:
        remote.send("GET", first=True)


def test_who_does_not_answer_is_not_waited_for() -> None:
    wait = threading.Event()

    def never(_: int) -> Answer:
        wait.wait(5)
        return 204, {}

    with gate(NOBODY, never) as server, open_remote(server.address, None, Patience(2, 0.01, 0.2)) as remote:
        with pytest.raises(RemoteError, match=r"no answer within 0.2 seconds: .*--timeout"):
            remote.send("GET")
        wait.set()


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[str]:
    """A server whose certificate nobody vouches for."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl to make a certificate with")
    make = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run([*make, *names], cwd=tmp_path, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"https://127.0.0.1:{server.server_port}/store"
        server.shutdown()
        thread.join()


def test_certificates_are_checked(secure: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_remote(secure, None, SOON) as remote, pytest.raises(RemoteError, match=r"does not hold .*SSL_CERT_FILE"):
        remote.send("GET", first=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    with open_remote(secure, None, SOON) as remote, pytest.raises(RemoteError, match="501 Unsupported method"):
        remote.send("GET")


@pytest.mark.parametrize("address", ["", "store", "ftp://x/", "http://", "http://a:b/", "http://a/#b", "file:///etc"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(RemoteError, match="is no address"), open_remote(address):
        pass


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    for password in ("secret", "se/cret"):
        address = f"http://me:{password}@127.0.0.1/"
        with pytest.raises(RemoteError, match="set BYLINE_USER") as error, open_remote(address):
            pass
        assert password not in str(error.value)


def test_the_environment_says_who_one_is() -> None:
    assert read_credentials({}) == Credentials()
    assert read_credentials({"BYLINE_USER": "a", "BYLINE_PASSWORD": "b"}) == Credentials("a", "b")
    assert read_credentials({"BYLINE_TOKEN": "t\n", "BYLINE_USER": "a"}) == Credentials(token="t")
    assert "b" not in repr(Credentials("a", "b", "b"))
    with pytest.raises(RemoteError, match="BYLINE_USER is set alone"):
        read_credentials({"BYLINE_USER": "a"})
    with pytest.raises(RemoteError, match="BYLINE_TOKEN holds characters"):
        read_credentials({"BYLINE_TOKEN": "a\nb"})
