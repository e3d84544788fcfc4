"""A seal's custody: whose it is to keep, who may set it, on which letters, and for how long.

An e-seal stands for the one of brass (国办发〔2025〕33号): it has a keeper, a list of who may use
it and a book of its uses. It is registered, renewed and withdrawn by two persons, never by one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from app.errors import Refused

ARTICLE = "国办发〔2025〕33号"
KINDS = ("commitment", "receipt")  # the letters of a case


class SealState(StrEnum):
    """Only a registered seal is set; letters sealed before stay as they are."""

    REGISTERED = "registered"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Binding:
    """Who keeps the seal, who may set it, and on which kinds of letter."""

    keeper: str
    officers: tuple[str, ...]
    kinds: tuple[str, ...] = KINDS


@dataclass(frozen=True, slots=True)
class KeptSeal:
    """A seal as the registry knows it. `digest`: SM3 of its file; `at`: of the last act on it."""

    digest: str
    seal_id: str
    name: str
    maker: str
    valid_from: str
    valid_until: str
    training: bool
    binding: Binding
    registered_by: str
    confirmed_by: str
    at: str
    state: SealState = SealState.REGISTERED
    replaces: str = ""  # digest of the seal before it
    reason: str = ""  # why it was withdrawn


def may_set(kept: KeptSeal | None, officer: str, kind: str) -> KeptSeal:
    """Refused unless the seal is registered, for this officer and for this kind of letter."""
    if kept is None:
        raise Refused(ARTICLE, "custody.not-registered")
    in_use(kept)
    if officer not in kept.binding.officers:
        listed = ", ".join(kept.binding.officers)
        raise Refused(ARTICLE, "custody.not-bound", officer=officer, officers=listed)
    if kind not in kept.binding.kinds:
        raise Refused(ARTICLE, "custody.other-kind", seal=kept.name, kind=kind)
    return kept


def in_use(kept: KeptSeal) -> None:
    """Refused for a seal that was replaced or withdrawn."""
    if kept.state is not SealState.REGISTERED:
        on_day = kept.at[:10]
        raise Refused(ARTICLE, f"custody.{kept.state}", seal=kept.name, on=on_day)


def two_persons(asked_by: str, confirmed_by: str) -> None:
    """Nobody confirms what they asked for themselves."""
    if not asked_by.strip() or not confirmed_by.strip():
        raise Refused(ARTICLE, "custody.second-missing")
    if asked_by.strip() == confirmed_by.strip():
        raise Refused(ARTICLE, "custody.same-person")


def bound(binding: Binding) -> Binding:
    """The binding as it is kept, each named once; refused while a part of it is empty."""
    keeper = binding.keeper.strip()
    officers, kinds = _once(binding.officers), _once(binding.kinds)
    if not keeper:
        raise Refused(ARTICLE, "custody.no-keeper")
    if not officers:
        raise Refused(ARTICLE, "custody.nobody")
    if not kinds or not set(kinds) <= set(KINDS):
        raise Refused(ARTICLE, "custody.no-kind")
    return Binding(keeper, officers, kinds)


def registered(new: KeptSeal, known: Iterable[KeptSeal]) -> KeptSeal:
    """The new entry; refused for a seal that is or was in the registry."""
    if any(each.digest == new.digest for each in known):
        raise Refused(ARTICLE, "custody.known", seal=new.name)
    return new


def renewed(old: KeptSeal, new: KeptSeal, known: Iterable[KeptSeal]) -> tuple[KeptSeal, KeptSeal]:
    """The old entry, out of use, and the new one that names it; both bear the act's persons."""
    in_use(old)
    made = registered(replace(new, replaces=old.digest), known)
    before = replace(
        old,
        state=SealState.REPLACED,
        registered_by=new.registered_by,
        confirmed_by=new.confirmed_by,
        at=new.at,
    )
    return before, made


def withdrawn(old: KeptSeal, reason: str) -> KeptSeal:
    """The entry out of use for good; there is a reason."""
    in_use(old)
    if not reason.strip():
        raise Refused(ARTICLE, "reason.missing")
    return replace(old, state=SealState.WITHDRAWN, reason=reason.strip())


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))
