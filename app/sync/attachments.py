"""Sends blobs in chunks that can be taken up again, by digest (facts: sync 1.2)."""

from collections.abc import Iterable

from app.clock import Clock
from app.contract.messages import CHUNK
from app.errors import Unavailable
from app.store import letters
from app.store.database import Store
from app.sync import blob_notes
from app.sync.answers import TooLarge, accept
from app.sync.client import Answer, PlatformClient

SMALLEST = 8 * 1024
TRY_AGAIN_S = 600  # a blob that no gateway took
RESTARTS = 3


class Attachments:
    """The blobs of one counter; a gateway's limit is learned once, and tried again now and then."""

    def __init__(self, store: Store, client: PlatformClient, clock: Clock) -> None:
        self._store, self._client, self._clock = store, client, clock
        self._chunk = CHUNK
        self._grow_at = 0.0
        self._parked: dict[str, float] = {}

    def send(self, digests: Iterable[str]) -> None:
        """Those the platform does not have whole; what cannot pass is parked, others pass it."""
        wanted = list(dict.fromkeys(digests))
        with self._store.read() as rx:
            done = blob_notes.blobs_done(rx, wanted)
        self._perhaps_grow()
        for digest in wanted:
            if digest not in done and self._parked.get(digest, 0.0) <= self._clock.monotonic():
                self._send_one(digest)

    def _perhaps_grow(self) -> None:
        if self._chunk < CHUNK and self._clock.monotonic() >= self._grow_at:
            self._chunk = min(CHUNK, self._chunk * 4)
            self._grow_at = self._clock.monotonic() + TRY_AGAIN_S

    def _send_one(self, digest: str) -> None:
        with self._store.read() as rx:
            data, offset = letters.blob(rx, digest), blob_notes.blob_sent(rx, digest)
        if data is None:
            return
        restarts = 0
        while restarts <= RESTARTS:
            try:
                answer = self._chunk_of(digest, data, offset)
            except TooLarge:
                if not self._shrink(digest, len(data), offset):
                    return
                continue
            told = _told(answer, len(data))
            restarts += told <= offset
            offset = told
            self._note(digest, sent=offset, done=offset == len(data))
            if offset == len(data):
                return

    def _chunk_of(self, digest: str, data: bytes, offset: int) -> Answer:
        target = f"/v1/blobs/{digest}?offset={offset}&length={len(data)}"
        piece = data[offset : offset + self._chunk]
        answer = self._client.signed("PATCH", target, piece, json=False)
        if not (answer.status == 409 and "upload-offset" in answer.headers):
            accept(answer, 204)
        return answer

    def _shrink(self, digest: str, size: int, offset: int) -> bool:
        """Half the chunk; False when even the smallest does not pass and the blob is parked."""
        now = self._clock.monotonic()
        self._grow_at = now + TRY_AGAIN_S
        if min(self._chunk, size - offset) > SMALLEST:
            self._chunk = max(SMALLEST, min(self._chunk, size - offset) // 2)
            return True
        self._parked[digest] = now + TRY_AGAIN_S
        self._note(digest, sent=offset, done=False, parked_size=size)
        return False

    def _note(self, digest: str, *, sent: int, done: bool, parked_size: int = 0) -> None:
        with self._store.write() as tx:
            blob_notes.keep_blob(tx, digest, sent=sent, done=done, parked_size=parked_size)


def _told(answer: Answer, size: int) -> int:
    text = answer.headers.get("upload-offset", "")
    if not (text.isascii() and text.isdigit()) or int(text) > size:
        raise Unavailable("sync.not-a-platform", status=answer.status)
    return int(text)
