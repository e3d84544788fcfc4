"""What the platform's answers mean for us: the message asked for, or one kind of trouble."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from app.contract.messages import Problem
from app.errors import Unavailable
from app.sync.client import Answer

M = TypeVar("M", bound=BaseModel)
GATEWAY = frozenset({429, 502, 503, 504})
LONGEST_WAIT = 3600
PERSON_NEEDED = frozenset({"sync.revoked", "sync.forked", "sync.too-old", "sync.signature"})


class TooLarge(Exception):
    """413, by the platform or by a gateway before it."""


class ChainBroken(Exception):
    """409: the platform's chain goes on elsewhere than what we sent."""

    def __init__(self, error: str, expected_seq: int, expected_prev: str) -> None:
        super().__init__(error)
        self.error, self.expected_seq, self.expected_prev = error, expected_seq, expected_prev


def message(answer: Answer, model: type[M]) -> M:
    """The message in a good answer."""
    accept(answer, 200)
    try:
        return model.model_validate(answer.value())
    except ValidationError:
        raise Unavailable("sync.not-a-platform", status=answer.status) from None


def accept(answer: Answer, *good: int) -> None:
    """Returns for a status in `good`; else raises what the status means."""
    if answer.status in good:
        return
    if answer.status == 413:
        raise TooLarge
    if answer.status == 409:
        raise _broken(answer)
    if answer.status in GATEWAY:
        raise Unavailable("sync.busy", seconds=retry_after(answer))
    if answer.status == 401:
        raise Unavailable("sync.revoked" if answer.error == "REVOKED" else "sync.signature")
    if answer.status == 426:
        raise Unavailable("sync.too-old")
    raise Unavailable("sync.not-a-platform", status=answer.status)


def retry_after(answer: Answer) -> int:
    """Seconds the other end asks us to wait; 0 when it does not say."""
    text = answer.headers.get("retry-after", "")
    return min(int(text), LONGEST_WAIT) if text.isascii() and text.isdigit() else 0


def _broken(answer: Answer) -> Exception:
    try:
        problem = Problem.model_validate(answer.value())
    except ValidationError:
        return Unavailable("sync.not-a-platform", status=answer.status)
    return ChainBroken(problem.error, problem.expected_seq or 0, problem.expected_prev or "")
