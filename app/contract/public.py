"""What anybody may ask: is this letter real? No counter's key, nothing personal in the answer."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from app.contract.messages import LetterNumber, Line, Message, Mode, Time

MAX_CHECK_BYTES = 1024


class CheckRequest(Message):
    """Number and check code as they stand on the paper."""

    number: LetterNumber
    code: Annotated[str, StringConstraints(pattern=r"^[0-9A-Z-]{4,20}$")]


class CheckReply(Message):
    """What the paper must agree with; a wrong code and an unknown number are both "not-here"."""

    state: Literal["valid", "void", "not-here"]
    sealed_at: Time | Literal[""]
    kind: Literal["commitment", "receipt", ""]
    unit: Line
    matter: Line
    replaced: bool
    mode: Mode
