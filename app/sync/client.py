"""The HTTP calls to the platform, nothing else: signed, pinned, bounded, never redirected."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from requests.adapters import BaseAdapter

from app.clock import Clock
from app.contract.json import BadJson, loads
from app.contract.signature import NONCE_HEADER, sign
from app.errors import Refused, Unavailable

CONNECT_SECONDS, READ_SECONDS, WHOLE_SECONDS = 5, 30, 120
MAX_ANSWER = 40 * 1024 * 1024  # the largest blob and a little
PIECE = 64 * 1024
WORTH_PACKING = 1024  # bytes; a smaller body would not shrink
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Identity:
    """Who we are at the platform."""

    terminal: str
    key: Ed25519PrivateKey


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def value(self) -> Any:
        """The JSON in it; Unavailable when it is none of ours."""
        try:
            return loads(self.body, limit=MAX_ANSWER)
        except BadJson:
            raise Unavailable("sync.not-a-platform", status=self.status) from None

    @property
    def error(self) -> str:
        """The platform's code of a refusal, or empty."""
        try:
            value = loads(self.body)
        except BadJson:
            return ""
        return str(value.get("error", "")) if isinstance(value, dict) else ""


class PlatformClient:
    """One platform, one connection pool, one request at a time."""

    def __init__(
        self,
        url: str,
        clock: Clock,
        *,
        identity: Identity | None = None,
        ca: Path | None = None,
        adapter: BaseAdapter | None = None,
    ) -> None:
        self.url = url.rstrip("/")
        self._check_address()
        self._clock, self._identity, self._nonce = clock, identity, ""
        self._session = requests.Session()
        self._session.trust_env = False  # else the environment replaces the pinned CA (sync 4.1)
        self._session.verify = authority(ca)
        self._session.headers.update(
            {"User-Agent": "zero-proof-counter", "Accept-Encoding": "identity"}
        )
        if adapter is not None:
            self._session.mount(self.url, adapter)

    def _check_address(self) -> None:
        parts = urlsplit(self.url)
        plain_here = parts.scheme == "http" and parts.hostname in LOOPBACK
        if not parts.hostname or not (parts.scheme == "https" or plain_here):
            raise Refused("", "sync.plain-http")

    @property
    def terminal(self) -> str:
        """Our name there; empty before enrolment."""
        return self._identity.terminal if self._identity else ""

    def become(self, identity: Identity) -> None:
        """Sign as this counter from now on."""
        self._identity, self._nonce = identity, ""

    def close(self) -> None:
        self._session.close()

    def signed(
        self, method: str, target: str, body: bytes | None = None, *, json: bool = True
    ) -> Answer:
        """A request under our key. A nonce that is used or too old is asked for and tried again."""
        headers = _describe(body, json)
        if body is not None and "Content-Encoding" in headers:
            body = gzip.compress(body, 6, mtime=0)
        broken = stale = False
        while True:
            try:
                answer = self._send(
                    method, target, body, headers | self._proof(method, target, body)
                )
            except requests.ConnectionError:  # also an idle connection the other end closed
                if broken:
                    raise Unavailable("sync.unreachable") from None
                broken = True
                continue
            self._nonce = answer.headers.get(NONCE_HEADER.lower(), "")
            if answer.status != 401 or answer.error != "NONCE":
                return answer
            if stale:
                raise Unavailable("sync.unreachable")
            stale = True

    def _proof(self, method: str, target: str, body: bytes | None) -> dict[str, str]:
        if self._identity is None:
            raise Unavailable("sync.not-enrolled")
        return sign(
            method,
            target,
            body,
            terminal=self._identity.terminal,
            key=self._identity.key,
            nonce=self._nonce,
            created=self._clock.now(),
        )

    def plain(self, method: str, target: str, body: bytes | None = None) -> Answer:
        """An unsigned request: enrolment and health."""
        try:
            return self._send(method, target, body, _describe(body, True))
        except requests.ConnectionError:
            raise Unavailable("sync.unreachable") from None

    def _send(
        self, method: str, target: str, body: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        try:
            with self._session.request(
                method,
                self.url + target,
                data=body,
                headers=dict(headers),
                timeout=(CONNECT_SECONDS, READ_SECONDS),
                allow_redirects=False,
                stream=True,
            ) as response:
                names = {name.lower(): value for name, value in response.headers.items()}
                return Answer(response.status_code, names, self._read(response))
        except requests.ConnectionError:
            raise
        except requests.RequestException:
            raise Unavailable("sync.unreachable") from None

    def _read(self, response: requests.Response) -> bytes:
        """The body, bounded in size and in time: a drop a second is no answer."""
        end = self._clock.monotonic() + WHOLE_SECONDS
        parts: list[bytes] = []
        total = 0
        for part in response.iter_content(PIECE):
            parts.append(part)
            total += len(part)
            if total > MAX_ANSWER or self._clock.monotonic() > end:
                raise Unavailable("sync.not-a-platform", status=response.status_code)
        return b"".join(parts)


def authority(ca: Path | None) -> str | bool:
    """Whose certificates a server's is checked with: a file's, else the system's."""
    if ca is None:
        return True
    if not ca.is_file():
        raise Unavailable("sync.ca-file")
    return str(ca)


def _describe(body: bytes | None, json: bool) -> dict[str, str]:
    if body is None:
        return {}
    if not json:
        return {"Content-Type": "application/octet-stream"}
    packed = {"Content-Encoding": "gzip"} if len(body) >= WORTH_PACKING else {}
    return {"Content-Type": "application/json", **packed}
