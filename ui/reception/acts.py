"""What the reception page asks of services and devices; all but the quick ones run on a lane."""

from dataclasses import dataclass
from datetime import date

from app.domain import ladder, search
from app.domain.cases import Case, Plan
from app.domain.catalogue import Catalogue, Matter, Situation, Way
from app.domain.commitment import Notice, Signature
from app.domain.people import Applicant, masked, read_number, spelled
from app.services import (
    drawing,
    hand_entry,
    paper_trail,
    preview,
    printing,
    reception,
    seal_registry,
    sealing,
    status,
)
from app.services.office import Session
from app.services.paper_trail import Count
from app.services.sealing import Sealed
from hardware.devices.id_card import IdCard
from ui.desk import Desk, Pin, SealAbout
from ui.reception.applicant_window import ApplicantPage
from ui.reception.state import Draft, Met, ScreenState
from ui.tasks import Report
from ui.widgets.pdf_view import PageImage

COPIES = 2  # one for the applicant, one for the file
PREVIEW_DPI = 110


@dataclass(frozen=True, slots=True)
class Made:
    """A draft for the applicant's eyes, with all that is told."""

    case: Case
    notice: Notice
    promises: tuple[str, ...]
    missing_characters: tuple[str, ...]
    pages: tuple[PageImage, ...]


# --- quick: no device, no disk ---


def today(desk: Desk) -> date:
    return desk.office.clock.now().date()


def stamp(desk: Desk) -> str:
    return desk.office.now()


def find(catalogue: Catalogue, text: str, usage: dict[str, int]) -> tuple[Matter, ...]:
    return search.find(catalogue, text, usage)


def plans(desk: Desk, matter: Matter, situation: Situation) -> tuple[Plan, ...]:
    return ladder.plans(matter, situation, on=today(desk))


def tags(desk: Desk, matter: Matter) -> tuple[str, ...]:
    """The words of Art. 8 and of the national rule that make the check come first."""
    words = {**desk.office.reference.pack.exclusions, **desk.office.reference.pack.categories}
    return tuple(words.get(tag, tag) for tag in sorted(matter.categories | matter.exclusions))


def applicant_page(desk: Desk, now: ScreenState, instead: dict[Way, str]) -> ApplicantPage:
    """What the applicant may see of the case."""
    if now.applicant is None or now.matter is None or now.notice is None:
        raise ValueError("nothing to show yet")
    return ApplicantPage(
        name=now.applicant.name,
        number=masked(now.applicant.number),
        matter=now.matter.name,
        hall=desk.office.installation.hall_name,
        relieved=tuple((plan.proof_name, instead[plan.way]) for plan in now.plans),
        notice=now.notice,
        promises=now.promises,
    )


# --- the card (lane serial) ---


def read_card(desk: Desk) -> Met:
    """The card on the reader: an applicant, the photograph, the newest address."""
    card = desk.card_reader().read()
    return Met(to_applicant(card), card.picture, card.new_address or "")


def to_applicant(card: IdCard) -> Applicant:
    """A person's facts out of a card; a foreigner without a Chinese name keeps the English one."""
    name = card.name or card.english_name
    return Applicant(
        name=spelled(name),
        raw_name=card.raw.get("name", "") or name,
        sex=card.sex,
        ethnic_group=card.ethnic_group or card.nationality,
        birth=card.birth,
        address=card.address,
        number=card.number,
        document=card.document,
        issuer=card.issuer,
        valid_from=card.valid_from,
        valid_until=card.valid_until,
        source="card",
        simulated=card.simulated,
    )


# --- no card: typed (the faults at once, the confirmation on lane store) ---


def entry_faults(desk: Desk, draft: Draft) -> tuple[tuple[str, str], ...]:
    """Field and code of what is wrong, the reason last."""
    found = hand_entry.faults(desk.office, draft.typed)
    why = hand_entry.reason_fault(draft.reason, draft.words)
    return (*found, ("reason", why)) if why else found


def confirm_entry(desk: Desk, draft: Draft, officer: str, password: str) -> Applicant:
    """The typed person, vouched for by the second officer."""
    return hand_entry.confirm(
        desk.office, draft.typed, draft.reason, draft.words, officer, password
    )


# --- the case (lane store) ---


def usage(desk: Desk) -> dict[str, int]:
    return reception.usage(desk.office)


def make_letter(desk: Desk, now: ScreenState) -> Made:
    """Open the case, or bring the open one to what the screen says; draw its letter."""
    case = _case_for(desk, now)
    draft = drawing.compose_draft(desk.office, case)
    return Made(
        case,
        drawing.notice_for(desk.office, case),
        tuple(paragraph.text for paragraph in draft.facts.commitment),
        draft.missing,
        _pages(draft.pdf),
    )


def _case_for(desk: Desk, now: ScreenState) -> Case:
    if now.applicant is None or now.matter is None or now.situation is None:
        raise ValueError("no applicant or matter yet")
    case = now.case
    if case is None:
        case = reception.open_case(
            desk.office, now.applicant, now.matter, now.situation, simulated_devices=desk.simulated
        )
    elif not _is_of(case, now.applicant):
        case = reception.change_applicant(desk.office, case, now.applicant)
    if (case.matter_code, case.situation_code) != (now.matter.code, now.situation.code):
        case = reception.change_matter(desk.office, case, now.matter, now.situation)
    if now.commitment_refused and not case.commitment_refused:
        return reception.refuse_commitment(desk.office, case)
    if case.commitment_refused and not now.commitment_refused:
        return reception.accept_commitment(desk.office, case)
    return case


def _is_of(case: Case, applicant: Applicant) -> bool:
    same_number = read_number(applicant.number).number == case.applicant.number
    same_source = applicant.source == case.applicant.source
    return same_number and same_source and applicant.raw_name == case.applicant.raw_name


def draw_signed(desk: Desk, now: ScreenState, signature: Signature) -> tuple[PageImage, ...]:
    return _pages(drawing.compose_draft(desk.office, _opened(now), signature).pdf)


def refuse_commitment(desk: Desk, now: ScreenState) -> Case:
    return reception.refuse_commitment(desk.office, _opened(now))


def reveal_number(desk: Desk, now: ScreenState, reason: str) -> None:
    subject = now.case.number if now.case else "visit"
    reception.reveal_number(desk.office, subject, reason)


def load_case(desk: Desk, number: str) -> Case:
    return reception.load_case(desk.office, number)


def abandon(desk: Desk, case: Case, reason: str) -> Case:
    return reception.abandon(desk.office, case, reason)


def resolve_prints(desk: Desk, number: str, came_out: bool) -> None:
    """Somebody looked at the printer: the copies nobody could vouch for are there, or are not."""
    case = reception.load_case(desk.office, number)
    mine = {letter.number for letter in case.letters}
    for copy in printing.unconfirmed(desk.office):
        if copy.letter in mine:
            printing.resolve(desk.office, copy, came_out=came_out)


def void_case(desk: Desk, now: ScreenState, reason: str) -> Case:
    if now.letter is None:
        raise ValueError("no letter yet")
    return sealing.void_case(desk.office, _opened(now), now.letter.number, reason)


def where(desk: Desk, number: str) -> tuple[str, tuple[Count, ...]]:
    """Where the case is (here, sent, received, trouble), and its letters' copies by state."""
    case = reception.load_case(desk.office, number)
    prints = [
        each for letter in case.letters for each in printing.prints_of(desk.office, letter.number)
    ]
    return status.where(desk.office, number), paper_trail.counts(prints)


def _opened(now: ScreenState) -> Case:
    if now.case is None:
        raise ValueError("no case yet")
    return now.case


def _pages(pdf: bytes) -> tuple[PageImage, ...]:
    return tuple(PageImage(*page) for page in preview.page_images(pdf, PREVIEW_DPI))


# --- the seal (lane cards), the printer (lane print) ---


def ask_seal(desk: Desk, now: ScreenState, holder: Session | None) -> SealAbout:
    """Before the PIN: token, seal, officer and letter fit together."""
    return desk.sealer.asked(desk.office.with_holder(holder), _opened(now))


def call_holder(desk: Desk, officer: str, password: str) -> Session:
    """Lane `store`: who may set the seal signs in beside the clerk."""
    return seal_registry.call_holder(desk.office, officer, password)


def seal_dropped(desk: Desk, now: ScreenState, holder: Session | None) -> None:
    """Lane `store`: the PIN was asked for and not given."""
    desk.sealer.dropped(desk.office.with_holder(holder), _opened(now))


def seal(
    desk: Desk, now: ScreenState, pin: Pin, report: Report
) -> tuple[Sealed, tuple[PageImage, ...]]:
    """The first letter of the case, or the one that takes a voided letter's place."""
    case, office = _opened(now), desk.office.with_holder(pin.holder)
    if now.void_reason and now.letter is not None:
        made = desk.sealer.reissue(office, case, now.letter.number, now.void_reason, pin, report)
    else:
        made = desk.sealer.seal(office, case, now.shown, now.signature, pin, report)
    return made, _pages(made.pdf)


def print_letter(desk: Desk, number: str, copies: int) -> tuple[printing.Printed, ...]:
    return printing.print_letter(desk.office, number, desk.spooler, copies=copies)


def print_again(desk: Desk, number: str, reason: str) -> tuple[printing.Printed, ...]:
    return (printing.reprint(desk.office, number, desk.spooler, reason),)
