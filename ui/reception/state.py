"""What the reception page knows, and the pure steps from one moment to the next."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from app.domain.cases import Case, Letter, Plan
from app.domain.catalogue import Matter, Situation, Way
from app.domain.commitment import Notice, Shown, Signature
from app.domain.hand_entry import Typed
from app.domain.people import Applicant, read_number, still_marked


class Step(StrEnum):
    """Where the visit stands; each page of the middle belongs to one."""

    APPLICANT = "applicant"
    MATTER = "matter"
    CHECKLIST = "checklist"
    SIGNING = "signing"
    SEALING = "sealing"
    DONE = "done"


STEPS = tuple(Step)


class Typing(StrEnum):
    """How far the form that takes the card's place has come; empty: it is not open."""

    NO = ""
    FIELDS = "fields"
    SECOND = "second"  # the second officer signs in


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed so far, and why."""

    typed: Typed
    reason: str
    words: str


@dataclass(frozen=True, slots=True)
class ScreenState:
    """One moment. `past` holds earlier moments with the name of the act that left them (undo)."""

    step: Step = Step.APPLICANT
    applicant: Applicant | None = None
    picture: bytes | None = None  # BMP of the photograph on that applicant's card
    new_address: str = ""  # appended to the card after it was printed
    matter: Matter | None = None
    situation: Situation | None = None
    plans: tuple[Plan, ...] = ()
    commitment_refused: bool = False
    case: Case | None = None
    notice: Notice | None = None
    promises: tuple[str, ...] = ()
    shown: tuple[Shown, ...] = ()
    signature: Signature | None = None
    missing_characters: tuple[str, ...] = ()
    letter: Letter | None = None
    typing: Typing = Typing.NO
    draft: Draft | None = None
    void_reason: str = ""  # the letter before is void; the one being sealed takes its place
    past: "tuple[tuple[str, ScreenState], ...]" = ()

    @property
    def commits(self) -> bool:
        """Whether any proof is replaced by the applicant's commitment here."""
        return any(plan.way is Way.COMMITMENT for plan in self.plans)


def _after(state: ScreenState, act: str, **changes: object) -> ScreenState:
    past = (*state.past, (act, replace(state, past=())))
    return replace(state, past=past, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Met:
    """Who a card is about, with what only the screen shows of it."""

    applicant: Applicant
    picture: bytes | None = None
    new_address: str = ""


def with_applicant(state: ScreenState, met: Met) -> ScreenState:
    """A card was read, or its data typed: a new visit, or the first step of this one."""
    return ScreenState(step=Step.MATTER, **_of(met))


def _of(met: Met) -> dict[str, Any]:
    """Nothing of the card before stays beside another person's."""
    return {field.name: getattr(met, field.name) for field in fields(met)}


def with_typing() -> ScreenState:
    """No card: the form is open, and empty."""
    return ScreenState(typing=Typing.FIELDS)


def with_draft(state: ScreenState, draft: Draft) -> ScreenState:
    """Something was typed; kept so that a window built anew has it."""
    return replace(state, draft=draft)


def with_entry(state: ScreenState, draft: Draft) -> ScreenState:
    """The fields are as they should be; the second officer is asked."""
    return replace(state, typing=Typing.SECOND, draft=draft)


def with_entry_open(state: ScreenState) -> ScreenState:
    """Back to the fields."""
    return replace(state, typing=Typing.FIELDS)


def _marked_as_before(state: ScreenState, met: Met) -> Met:
    """The typed person's own card, or any once the case has its number: the mark stays."""
    before, read = state.applicant, met.applicant
    if before is None:
        return met
    same = read_number(read.number).number == before.number
    stays = same or state.case is not None
    return replace(met, applicant=still_marked(before, read)) if stays else met


def with_other_applicant(state: ScreenState, met: Met) -> ScreenState:
    """Wrong person's card: the visit and its number go on; a refusal was the other person's."""
    if state.step not in (Step.MATTER, Step.CHECKLIST):
        return state
    met = _marked_as_before(state, met)
    if not state.commitment_refused:
        return _after(state, "applicant", **_of(met))
    return _after(
        state,
        "applicant",
        step=Step.MATTER,
        **_of(met),
        matter=None,
        situation=None,
        plans=(),
        commitment_refused=False,
    )


def with_matter(
    state: ScreenState, matter: Matter, situation: Situation, plans: tuple[Plan, ...]
) -> ScreenState:
    """A matter was picked; what was made for another matter does not survive."""
    return _after(
        state,
        "matter",
        step=Step.CHECKLIST,
        matter=matter,
        situation=situation,
        plans=plans,
        commitment_refused=False,
        signature=None,
        shown=(),
        notice=None,
    )


def with_letter_to_read(
    state: ScreenState,
    case: Case,
    notice: Notice,
    promises: tuple[str, ...],
    missing_characters: tuple[str, ...],
) -> ScreenState:
    """The case has its number and a draft; the applicant reads, or nothing is to be signed."""
    return _after(
        state,
        "letter",
        step=Step.SIGNING if state.commits else Step.SEALING,
        case=case,
        notice=notice,
        promises=promises,
        missing_characters=missing_characters,
    )


def with_signature(
    state: ScreenState, signature: Signature, shown: tuple[Shown, ...]
) -> ScreenState:
    """Signed on the applicant's page, with what had been shown there before."""
    return _after(state, "signature", step=Step.SEALING, signature=signature, shown=shown)


def with_refusal(state: ScreenState, case: Case) -> ScreenState:
    """The applicant does not commit: the next ways are taken (A14-1), nobody is turned away."""
    return _after(
        state,
        "refusal",
        step=Step.CHECKLIST,
        case=case,
        plans=case.plans,
        commitment_refused=True,
        signature=None,
        shown=(),
    )


def with_sealed(state: ScreenState, case: Case, letter: Letter) -> ScreenState:
    """Sealed: from here on nothing is undone, only voided and made anew."""
    return replace(state, step=Step.DONE, case=case, letter=letter, past=(), void_reason="")


def with_sealed_case(case: Case) -> ScreenState:
    """A case sealed earlier, as the page after sealing showed it."""
    return ScreenState(
        step=Step.DONE,
        applicant=case.applicant,
        plans=case.plans,
        commitment_refused=case.commitment_refused,
        case=case,
        letter=case.letters[-1],
    )


def with_voiding(state: ScreenState, reason: str) -> ScreenState:
    """The letter shown shall be made anew; it is not void before the new one is sealed."""
    return replace(state, step=Step.SEALING, void_reason=reason)


def without_voiding(state: ScreenState) -> ScreenState:
    """The officer thinks better of it: the sealed letter stays what it is."""
    return replace(state, step=Step.DONE, void_reason="")


def to_checklist(state: ScreenState) -> ScreenState:
    """Back to the moment before the letter was drawn; the case keeps its number."""
    while state.past and state.step not in (Step.CHECKLIST, Step.MATTER):
        state = undone(state)
    return state


def back(state: ScreenState) -> ScreenState:
    """One act back for the clerk: past a half-read letter, to the checklist it was made from."""
    before = undone(state)
    return undone(before) if before.step is Step.SIGNING else before


def undone(state: ScreenState) -> ScreenState:
    """The moment before the last act; the case's number, once given, stays with the case."""
    if not state.past or state.step is Step.DONE:
        return state
    before = state.past[-1][1]
    return replace(before, case=state.case, past=state.past[:-1])


def missing(state: ScreenState) -> str:
    """Code of what keeps the primary button grey, empty when it may be pressed."""
    match state.step:
        case Step.APPLICANT:
            return "" if state.typing else "card"
        case Step.MATTER:
            return "matter"
        case Step.SIGNING:
            return "signature"
        case Step.SEALING if state.missing_characters:
            return "characters"
        case _:
            return ""
