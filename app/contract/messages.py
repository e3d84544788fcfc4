"""What crosses the wire (facts: sync 1.3): strict, bounded, extra keys refused.

`Operation.body` is a plain object here and is checked by its own model (`BODIES`), so that one bad
body is a verdict on one operation and not the end of its batch.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

MAX_OPS = 500
MAX_PUSH_BYTES = 4 * 1024 * 1024  # unpacked
MAX_WIRE_BYTES = 512 * 1024  # as sent
MAX_OPERATION_BYTES = 64 * 1024
MAX_BLOB_BYTES = 32 * 1024 * 1024
CHUNK = 256 * 1024

TERMINAL = r"^[0-9]{6}-[A-Z0-9]{1,8}$"
UUID = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
CASE_NUMBER = r"^[0-9]{6}-[A-Z0-9]{1,8}-[0-9]{4}-[0-9]{6}$"
LETTER_NUMBER = r"^[0-9]{6}-[A-Z0-9]{1,8}-[0-9]{4}-[0-9]{6}-[0-9]{2}$"

Hex64 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
BlobName = Annotated[str, StringConstraints(pattern=r"^sm3:[0-9a-f]{64}$")]
Terminal = Annotated[str, StringConstraints(pattern=TERMINAL, max_length=40)]
OpId = Annotated[str, StringConstraints(pattern=UUID)]
CaseNumber = Annotated[str, StringConstraints(pattern=CASE_NUMBER, max_length=52)]
LetterNumber = Annotated[str, StringConstraints(pattern=LETTER_NUMBER, max_length=56)]
Code = Annotated[str, StringConstraints(max_length=80)]
Line = Annotated[str, StringConstraints(max_length=200)]
Words = Annotated[str, StringConstraints(max_length=2000)]
Time = Annotated[
    str,
    StringConstraints(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?"
        r"(Z|[+-][0-9]{2}:[0-9]{2})$",
        max_length=40,
    ),
]
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Base64 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]+={0,2}$", max_length=800)]
Count = Annotated[int, Field(ge=0, le=2**53)]
Mode = Literal["training", "live"]
Verdict = Literal["applied", "duplicate", "conflict", "rejected", "deferred", "held"]


class Message(BaseModel):
    """What all of them share."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)


class Operation(Message):
    """One act of one counter. `body` is null when a gateway found it too large (code WITHHELD)."""

    op_id: OpId
    seq: Annotated[int, Field(ge=1, le=2**53)]
    prev: Hex64
    hash: Hex64
    type: Annotated[str, StringConstraints(pattern=r"^[a-z]+(\.[a-z-]+)+$", max_length=40)]
    entity: Annotated[str, StringConstraints(pattern=r"^[a-z]+:[0-9A-Za-z-]{1,64}$")]
    base_version: Count
    actor: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    at_wall: Time
    at_mono: Count
    blobs: Annotated[list[BlobName], Field(max_length=20)]
    body: dict[str, Any] | None

    def hashed(self) -> dict[str, Any]:
        """What `hash` is over: everything but itself."""
        return {name: getattr(self, name) for name in HASHED}


HASHED = tuple(name for name in Operation.model_fields if name != "hash")


class PushRequest(Message):
    """A batch in order of `seq`; it may begin with older operations that have no final verdict."""

    protocol: Annotated[int, Field(ge=0, le=10_000)]
    terminal: Terminal
    epoch: Annotated[int, Field(ge=1, le=2**31)]
    boot_id: OpId
    cursor: Count
    ops: Annotated[list[Operation], Field(max_length=MAX_OPS)]


class OperationResult(Message):
    """The platform's verdict; final ones are kept there and given again, the same, for ever."""

    op_id: OpId
    status: Verdict
    code: Code | None
    version: Count
    server_seq: Count


class Receipt(Message):
    """Signed by the platform over all other fields: one leaf a result, in the order of the reply.

    `root` is over this batch's leaves, `log_root` over the platform's log of `log_size` leaves.
    """

    log: Literal["sm3-rfc6962"]
    terminal: Terminal
    epoch: Count
    mode: Mode
    leaves: Annotated[int, Field(ge=0, le=MAX_OPS)]
    root: Hex64
    log_size: Count
    log_root: Hex64
    server_time: Time
    alg: Code
    key: Hex64
    signature: Base64


class PushReply(Message):
    """Answer to a push."""

    server_time: Time
    next_seq: Count
    max_batch: Annotated[int, Field(ge=1, le=MAX_OPS)]
    backoff_s: Annotated[int, Field(ge=0, le=86_400)]
    results: Annotated[list[OperationResult], Field(max_length=MAX_OPS)]
    missing_blobs: Annotated[list[BlobName], Field(max_length=MAX_OPS * 20)]
    receipt: Receipt | None


class Change(Message):
    """One entity as the platform has it now."""

    server_seq: Count
    entity: Annotated[str, StringConstraints(max_length=80)]
    number: CaseNumber
    version: Count
    state: Code


class PullReply(Message):
    """Changes of the own hall after the cursor."""

    server_time: Time
    cursor: Count
    more: bool
    changes: Annotated[list[Change], Field(max_length=MAX_OPS)]


class EnrolRequest(Message):
    """One-time code and the counter's new public key; `proof` is that key's signature over both."""

    protocol: Annotated[int, Field(ge=0, le=10_000)]
    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{20}$")]
    alg: Code
    public_key: Base64
    proof: Base64


class PlatformKey(Message):
    """What receipts are checked with."""

    alg: Code
    key: Hex64
    public_key: Base64


class EnrolReply(Message):
    """What the counter is from now on."""

    server_time: Time
    terminal: Terminal
    division: Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
    station: Annotated[str, StringConstraints(max_length=24)]
    hall: Code
    epoch: Annotated[int, Field(ge=1, le=2**31)]
    mode: Mode
    platform_key: PlatformKey
    pack: Code
    catalogue: Code
    calendar: Code


class HandBody(Message):
    """Why the person's data were typed, by whom, and who vouched for them; never taken off."""

    reason: Literal["card-damaged", "reader-out-of-order", "no-chip", "other"]
    words: Annotated[str, StringConstraints(max_length=100)]
    typed_by: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    confirmed_by: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    at: Time


class ApplicantBody(Message):
    """The person; the name in its assigned spelling (the string as read stays at the counter).

    `hand` is there only when the data were typed: a message without it is written as before.
    """

    name: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    sex: Code
    ethnic_group: Code
    birth: Code
    address: Line
    number: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    document: Code
    issuer: Line
    valid_from: Code
    valid_until: Code
    source: Literal["card", "typed"]
    simulated: bool
    hand: Annotated[HandBody | None, Field(exclude_if=lambda value: value is None)] = None


class PassedOver(Message):
    """A way not taken and the code of the reason."""

    way: Code
    code: Code


class PlanBody(Message):
    """One proof and the way that replaces it."""

    proof: Code
    name: Line
    way: Code
    article: Code
    why: Words
    afterwards: Words
    instead: Words
    passed_over: Annotated[list[PassedOver], Field(max_length=12)]


class FollowUpBody(Message):
    """A check after approval on commitment (A8-3)."""

    proof: Code
    due: Day
    provisional: bool
    afterwards: Words


class LetterBody(Message):
    """A sealed letter; its bytes travel as a blob. `check` is a digest of number and check code."""

    number: LetterNumber
    kind: Literal["commitment", "receipt"]
    sm3: Hex64
    sealed_at: Time
    trusted_time: bool
    check: Hex64


class CaseSubmit(Message):
    """case.submit: a case with its first sealed letter."""

    number: CaseNumber
    state: Literal["waiting", "approved"]
    mode: Mode
    pack: Code
    catalogue: Code
    matter: Code
    matter_name: Line
    situation: Code
    unit_name: Line
    applicant: ApplicantBody
    plans: Annotated[list[PlanBody], Field(max_length=60)]
    categories: Annotated[list[Code], Field(max_length=12)]
    exclusions: Annotated[list[Code], Field(max_length=12)]
    checked: Annotated[list[Code], Field(max_length=60)]
    commitment_refused: bool
    opened_at: Time
    decided_at: Time | Literal[""]
    officer: Code
    follow_ups: Annotated[list[FollowUpBody], Field(max_length=60)]
    letter: LetterBody
    simulated_devices: Annotated[list[Line], Field(max_length=20)]


class LetterVoid(Message):
    """letter.void: both letters stay; without `replacement` the case is void too."""

    number: CaseNumber
    letter: LetterNumber
    reason: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    voided_at: Time
    replacement: LetterBody | None


class CaseAbandon(Message):
    """case.abandon: the number stays used."""

    number: CaseNumber
    mode: Mode
    matter: Code
    reason: Annotated[str, StringConstraints(max_length=500)]
    opened_at: Time
    abandoned_at: Time


BODIES: dict[str, type[CaseSubmit] | type[LetterVoid] | type[CaseAbandon]] = {
    "case.submit": CaseSubmit,
    "letter.void": LetterVoid,
    "case.abandon": CaseAbandon,
}


class LetterView(Message):
    """A letter as the platform has it."""

    letter: LetterBody
    voided_because: Annotated[str, StringConstraints(max_length=500)]
    replaced_by: LetterNumber | Literal[""]


class HistoryLine(Message):
    """One act on a case: who, when at the counter, when received."""

    version: Count
    op_id: OpId
    type: Code
    actor: Code
    at_wall: Time
    received_at: Time
    server_seq: Count


class CaseView(Message):
    """The platform's own record of a case, for its own hall; `case` is null if abandoned unsent."""

    number: CaseNumber
    state: Code
    version: Count
    server_seq: Count
    mode: Mode
    terminal: Terminal
    case: CaseSubmit | None
    letters: Annotated[list[LetterView], Field(max_length=100)]
    history: Annotated[list[HistoryLine], Field(max_length=1000)]


class Problem(Message):
    """Every answer that is not what was asked for."""

    error: Code
    message: Words
    expected_seq: Count | None = None
    expected_prev: Hex64 | None = None
    oldest_protocol: Count | None = None
