"""One round with the platform: blobs, operations, verdicts, then what changed there."""

import secrets
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.clock import Clock
from app.contract.json import dumps
from app.contract.messages import MAX_OPS, PullReply, PushReply
from app.contract.signature import from_base64
from app.contract.version import PROTOCOL
from app.errors import Unavailable
from app.store.database import Store
from app.sync import outbox, pulled, state, verdicts
from app.sync.answers import PERSON_NEEDED, ChainBroken, TooLarge, message
from app.sync.attachments import Attachments
from app.sync.client import PlatformClient
from app.sync.outbox import Waiting

BATCH = 200  # the knee of the curve (sync 5.5)
BATCH_BYTES = 512 * 1024
SMALLEST_BATCH = 4 * 1024
TRY_LARGER_S = 600  # a gateway's limit may have been lifted
LONGEST_DELAY_S = 300
MOST_BATCHES, MOST_PAGES, MOST_REWINDS = 60, 40, 2


@dataclass(frozen=True, slots=True)
class RoundResult:
    """How it went. line: clear (all through) | waiting | offline | stopped (a person is needed).

    `problem` is a code of app/problems.py; `retry_in` seconds; `server_time` ISO, empty if none.
    """

    line: str
    sent: int
    counts: Mapping[str, int]
    retry_in: float
    problem: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)
    server_time: str = ""


class Engine:
    """Keeps what it learned of the line between rounds; one round at a time, on one lane."""

    def __init__(self, store: Store, client: PlatformClient, clock: Clock) -> None:
        self._store, self._client, self._clock = store, client, clock
        self._attachments = Attachments(store, client, clock)
        self._boot_id = str(uuid.uuid4())
        self._failures = 0
        self._max_ops, self._max_bytes = BATCH, BATCH_BYTES
        self._try_larger = 0.0
        self._parked_until = 0.0
        self._withheld: set[str] = set()
        self._server_time = ""
        self._sent = 0

    def round(self) -> RoundResult:
        """Never raises what the line, the platform or a gateway may do; says it instead."""
        self._sent, self._server_time = 0, ""
        try:
            self._push_all()
            self._pull_all()
        except Unavailable as trouble:
            return self._trouble(trouble)
        except (TooLarge, ChainBroken):  # where none belongs
            return self._trouble(Unavailable("sync.not-a-platform", status=409))
        self._failures = 0
        with self._store.write() as tx:
            state.forget(tx, "stopped")
            counts = outbox.counts(tx)
        open_ones = counts["outbox"] + counts["deferred"] + counts["held"]
        return RoundResult(
            line="waiting" if open_ones else "clear",
            sent=self._sent,
            counts=counts,
            retry_in=60.0 if open_ones else 30.0,
            server_time=self._server_time,
        )

    def _trouble(self, trouble: Unavailable) -> RoundResult:
        self._failures += 1
        stopped = trouble.code in PERSON_NEEDED
        asked = trouble.facts.get("seconds", 0)
        with self._store.write() as tx:
            if stopped:
                state.put(tx, stopped=trouble.code)
            counts = outbox.counts(tx)
        return RoundResult(
            line="stopped" if stopped else "offline",
            sent=self._sent,
            counts=counts,
            retry_in=max(delay(self._failures), float(asked)),
            problem=trouble.code,
            facts=trouble.facts,
            server_time=self._server_time,
        )

    def _push_all(self) -> None:
        """Every operation in order, then those a gateway would not take, one by one."""
        self._perhaps_larger()
        asked: set[str] = set()
        rewinds = 0
        for _ in range(MOST_BATCHES):
            batch = self._next(asked)
            if not batch:
                break
            try:
                self._push(batch)
                asked.update(each.op_id for each in batch)
            except TooLarge:
                self._shrink(batch)
            except ChainBroken as broken:
                rewinds += 1
                self._rewind(broken, rewinds)
        self._try_parked()

    def _next(self, asked: set[str]) -> tuple[Waiting, ...]:
        with self._store.read() as rx:
            deferred = outbox.blobs_awaited(rx)
        self._attachments.send(deferred)
        with self._store.read() as rx:
            again = [each for each in outbox.worth_asking_again(rx) if each not in asked]
            return outbox.next_batch(
                rx, max_ops=self._max_ops, max_bytes=self._max_bytes, again=again
            )

    def _push(self, batch: Sequence[Waiting]) -> None:
        self._attachments.send(digest for each in batch for digest in each.blobs)
        withheld = self._withheld.intersection(each.op_id for each in batch)
        body = dumps(self._request(batch, withheld))
        with self._store.write() as tx:
            outbox.mark_tried(tx, [each.op_id for each in batch])
        reply = message(self._client.signed("POST", "/v1/sync/push", body), PushReply)
        self._keep(batch, reply)
        if any(result.code == "ID_REUSE" for result in reply.results):
            raise Unavailable("sync.forked", error="ID_REUSE")
        if reply.backoff_s:
            raise Unavailable("sync.busy", seconds=reply.backoff_s)

    def _request(self, batch: Sequence[Waiting], withheld: set[str]) -> dict[str, object]:
        with self._store.read() as rx:
            epoch, cursor = outbox.current_epoch(rx), int(state.get(rx, "cursor", "0"))
        return {
            "protocol": PROTOCOL,
            "terminal": self._client.terminal,
            "epoch": epoch,
            "boot_id": self._boot_id,
            "cursor": cursor,
            "ops": [each.wire(withheld=each.op_id in withheld) for each in batch],
        }

    def _keep(self, batch: Sequence[Waiting], reply: PushReply) -> None:
        with self._store.write() as tx:
            key = from_base64(state.get(tx, "platform_key"))
            verdicts.apply(tx, batch, reply, key)
            for each in batch:
                if each.op_id in self._withheld:
                    outbox.park(tx, each.op_id, each.size)
        self._server_time = reply.server_time
        self._max_ops = min(self._max_ops, reply.max_batch)
        self._withheld.difference_update(each.op_id for each in batch)
        self._sent += len(reply.results)

    def _shrink(self, batch: Sequence[Waiting]) -> None:
        """Half as much; a single operation goes on without its body, so that others pass it."""
        self._try_larger = self._clock.monotonic() + TRY_LARGER_S
        if len(batch) > 1:
            self._max_ops = max(1, len(batch) // 2)
            total = sum(each.size for each in batch)
            self._max_bytes = max(SMALLEST_BATCH, min(self._max_bytes, total) // 2)
        elif batch[0].op_id in self._withheld:
            raise Unavailable("sync.parked", size=batch[0].size)
        else:
            self._withheld.add(batch[0].op_id)
            self._parked_until = self._clock.monotonic() + TRY_LARGER_S

    def _perhaps_larger(self) -> None:
        if self._max_ops < BATCH and self._clock.monotonic() >= self._try_larger:
            self._max_ops = min(BATCH, max(2, self._max_ops * 4))
            self._max_bytes = min(BATCH_BYTES, self._max_bytes * 4)
            self._try_larger = self._clock.monotonic() + TRY_LARGER_S

    def _try_parked(self) -> None:
        """Each again with its body, until one is still too large."""
        if self._clock.monotonic() < self._parked_until:
            return
        with self._store.read() as rx:
            waiting = [outbox.one(rx, op_id) for op_id in outbox.parked(rx)]
        for each in waiting:
            try:
                self._push([each])
            except TooLarge:
                self._parked_until = self._clock.monotonic() + TRY_LARGER_S
                return

    def _rewind(self, broken: ChainBroken, times: int) -> None:
        """GAP: send again from where the platform is, if our chain leads there. Else stop."""
        with self._store.write() as tx:
            ours = outbox.hash_at(tx, broken.expected_seq - 1)
            if broken.error == "GAP" and ours == broken.expected_prev and times <= MOST_REWINDS:
                outbox.rewind(tx, broken.expected_seq)
                return
        raise Unavailable("sync.forked", error=broken.error)

    def _pull_all(self) -> None:
        for _ in range(MOST_PAGES):
            with self._store.read() as rx:
                cursor = int(state.get(rx, "cursor", "0"))
            target = f"/v1/sync/pull?cursor={cursor}&limit={MAX_OPS}"
            answer = self._client.signed("GET", target)
            if answer.status == 410:  # too old to go on from: take everything anew
                with self._store.write() as tx:
                    state.put(tx, cursor=0)
                return
            reply = message(answer, PullReply)
            self._server_time = reply.server_time
            with self._store.write() as tx:
                pulled.keep(tx, reply)
            if not reply.more:
                return


def delay(failures: int) -> float:
    """Seconds to wait: full jitter, from 1 up to a cap that is reached and never passed."""
    longest = min(LONGEST_DELAY_S, 2 ** min(failures, 16))
    return 1 + secrets.randbelow(max(1, longest - 1) * 1000) / 1000
