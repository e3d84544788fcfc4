"""A change of the catalogue on its way to the public: no step without its duty (A6-1)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.duties import Act, require
from app.errors import Refused


class ChangeState(StrEnum):
    """Where a change stands; only a published one is live."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    GOOD = "reviewed-good"
    RETURNED = "returned"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class ChangeStep(StrEnum):
    """What somebody does to a change."""

    SUBMIT = "submit"
    FIND_GOOD = "find-good"
    SEND_BACK = "send-back"
    AMEND = "amend"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"


STEPS: Mapping[tuple[ChangeState, ChangeStep], tuple[ChangeState, Act]] = {
    (ChangeState.DRAFT, ChangeStep.SUBMIT): (ChangeState.SUBMITTED, Act.EDIT_CATALOGUE),
    (ChangeState.SUBMITTED, ChangeStep.FIND_GOOD): (ChangeState.GOOD, Act.REVIEW_CATALOGUE),
    (ChangeState.SUBMITTED, ChangeStep.SEND_BACK): (ChangeState.RETURNED, Act.REVIEW_CATALOGUE),
    (ChangeState.RETURNED, ChangeStep.AMEND): (ChangeState.DRAFT, Act.EDIT_CATALOGUE),
    (ChangeState.GOOD, ChangeStep.PUBLISH): (ChangeState.PUBLISHED, Act.PUBLISH_CATALOGUE),
    (ChangeState.PUBLISHED, ChangeStep.WITHDRAW): (ChangeState.WITHDRAWN, Act.PUBLISH_CATALOGUE),
}
OPINIONS = frozenset({ChangeStep.FIND_GOOD, ChangeStep.SEND_BACK})
AUTHORING = frozenset({ChangeStep.SUBMIT, ChangeStep.AMEND})


@dataclass(frozen=True, slots=True)
class Person:
    """Who acts, with the roles held."""

    number: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """One step taken: who, when, the words, and the digest of the content it was about."""

    step: ChangeStep
    officer: str
    at: str
    words: str
    digest: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the catalogue; `authors` are all who had a hand in its content."""

    id: str
    authors: frozenset[str]
    state: ChangeState = ChangeState.DRAFT
    history: tuple[Taken, ...] = ()

    @property
    def live(self) -> bool:
        """Does it bind anybody?"""
        return self.state is ChangeState.PUBLISHED


def draft(number: str, author: Person) -> Change:
    """A new change of this author."""
    require(author.roles, Act.EDIT_CATALOGUE)
    return Change(number, frozenset({author.number}))


def take(
    change: Change, step: ChangeStep, who: Person, *, at: str, digest: str, words: str = ""
) -> Change:
    """The change after a step; refused unless the table, the duty and the reviews allow it."""
    after, act = _row(change.state, step)
    require(who.roles, act)
    _check(change, step, who, digest, words)
    authors = change.authors | {who.number} if step in AUTHORING else change.authors
    done = Taken(step, who.number, at, words, digest)
    return replace(change, state=after, authors=authors, history=(*change.history, done))


def _row(state: ChangeState, step: ChangeStep) -> tuple[ChangeState, Act]:
    row = STEPS.get((state, step))
    if row is None:
        raise Refused("A6-1", "review.step", step=str(step), state=str(state))
    return row


def _check(change: Change, step: ChangeStep, who: Person, digest: str, words: str) -> None:
    if step in OPINIONS:
        _may_judge(change.authors, who.number, words)
    if step not in AUTHORING and step is not ChangeStep.WITHDRAW:
        _same_as_before(change.history[-1].digest, digest)


def _may_judge(authors: Collection[str], reviewer: str, words: str) -> None:
    """Nobody reviews his own work, and an opinion has words."""
    if reviewer in authors:
        raise Refused("A6-1", "review.own-work")
    if not words.strip():
        raise Refused("A6-1", "review.no-words")


def _same_as_before(known: str, digest: str) -> None:
    """What is reviewed was submitted, and what goes live was reviewed, to the byte."""
    if digest != known:
        raise Refused("A6-1", "review.content-changed")
