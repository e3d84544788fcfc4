"""The HTTP call to a time stamp service (RFC 3161, 3.4): one question, one bounded answer."""

from pathlib import Path
from urllib.parse import urlsplit

import requests

from app.clock import Clock
from app.errors import Unavailable
from app.sync.client import CONNECT_SECONDS, authority

QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"


class TimeStampLine:
    """Plain http will do: only a digest goes out, and what comes back is signed."""

    def __init__(self, url: str, clock: Clock, *, seconds: float, ca: Path | None = None) -> None:
        """`seconds`: how long an answer may take altogether."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Unavailable("time-stamp.address")
        self._url, self._clock, self._seconds = url, clock, seconds
        self._verify = authority(ca)

    def ask(self, question: bytes, most: int) -> bytes:
        """The answer's bytes, at most `most`; Unavailable for everything else."""
        end = self._clock.monotonic() + self._seconds
        with requests.Session() as session:
            session.trust_env = False
            try:
                return self._asked(session, question, most, end)
            except requests.RequestException:
                raise Unavailable("time-stamp.unreachable") from None

    def _asked(self, session: requests.Session, question: bytes, most: int, end: float) -> bytes:
        with session.post(
            self._url,
            data=question,
            headers={"Content-Type": QUERY, "Accept": REPLY, "Accept-Encoding": "identity"},
            timeout=(min(CONNECT_SECONDS, self._seconds), self._seconds),
            verify=self._verify,
            allow_redirects=False,
            stream=True,
        ) as response:
            if response.status_code != 200:
                raise Unavailable("time-stamp.no-answer")
            return self._read(response, most, end)

    def _read(self, response: requests.Response, most: int, end: float) -> bytes:
        """Byte by byte, for a larger piece would be waited for past the end."""
        answer = bytearray()
        for part in response.iter_content(1):
            answer += part
            if len(answer) > most or self._clock.monotonic() > end:
                raise Unavailable("time-stamp.no-answer")
        return bytes(answer)
