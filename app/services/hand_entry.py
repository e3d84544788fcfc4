"""Data of a card typed by hand: a reason, a second officer's sign-in, a mark for good."""

import hmac
from dataclasses import replace

from app.audit import trail
from app.codecs.rare import assigned
from app.domain import hand_entry
from app.domain.duties import Act, require
from app.domain.hand_entry import Typed
from app.domain.people import Applicant, HandEntry
from app.errors import Refused
from app.services import officers
from app.services.office import Office
from app.services.reasons import good_reason
from app.store import values

TEXTS = ("name", "address", "issuer")
CONFIRMED = "hand-entry.confirm"  # the act in the trail
SUBJECT = "applicant"


def faults(office: Office, typed: Typed) -> tuple[tuple[str, str], ...]:
    """What is wrong with the fields, as (field, code); quick, and nothing is kept."""
    return tuple(hand_entry.faults(_assigned(typed), office.clock.now().date()))


def reason_fault(reason: str, words: str) -> str:
    """The code of what is wrong with the reason, empty when nothing is."""
    try:
        hand_entry.check_reason(reason, words)
    except Refused as refusal:
        return refusal.code
    return ""


def confirm(
    office: Office, typed: Typed, reason: str, words: str, second: str, password: str
) -> Applicant:
    """The typed person, marked; the second officer's password is checked and then forgotten.

    Refused with the fault of a field, hand.reason, hand.same-person, sign-in.* or duty.missing.
    """
    with office.judged(Act.OPEN_CASE, SUBJECT):
        person = _read(office, typed)
        hand_entry.check_reason(reason, words)
        more = good_reason(office, words) if words.strip() else ""
        other = officers.sign_in_beside(office, second, password)
        hand_entry.check_second(office.officer, other.officer)
        require(other.roles, Act.CONFIRM_ENTRY)
        return _marked(office, person, HandEntry(reason, more, office.officer, other.officer, ""))


def _read(office: Office, typed: Typed) -> Applicant:
    """As a card is read: assigned characters to look at, the very name as typed beside them."""
    person = hand_entry.read_typed(_assigned(typed), office.clock.now().date())
    return replace(person, raw_name=typed.name.strip())


def _assigned(typed: Typed) -> Typed:
    return replace(typed, **{name: assigned(getattr(typed, name)) for name in TEXTS})


def _marked(office: Office, person: Applicant, hand: HandEntry) -> Applicant:
    """Who, why and who vouched, in the trail; the person there only as a keyed digest."""
    facts = {"reason": hand.reason, "words": hand.words, "confirmed_by": hand.confirmed_by}
    now = office.now()
    with office.store.write() as tx:
        line = office.line(tx, CONFIRMED, SUBJECT, **facts, moment=now, of=_digest(office, person))
    return replace(person, hand=replace(hand, at=now, line=line))


def admit(office: Office, applicant: Applicant) -> None:
    """Refused unless a card was read, or this counter's trail holds the second officer's word."""
    hand_entry.check_mark(applicant)
    hand = applicant.hand
    if hand is None:
        return
    with office.store.read() as rx:
        entry = trail.entry(rx, hand.line)
    if entry is None or entry["act"] != CONFIRMED or _told(entry) != hand:
        raise Refused("", "hand.unconfirmed")
    if applicant.source == "typed" and entry["facts"]["of"] != _digest(office, applicant):
        raise Refused("", "hand.unconfirmed")


def _told(entry: dict[str, object]) -> HandEntry:
    """The mark as the trail tells it."""
    facts: dict[str, str] = dict(entry["facts"])  # type: ignore[call-overload]
    return HandEntry(
        facts["reason"],
        facts["words"],
        str(entry["officer"]),
        facts["confirmed_by"],
        facts["moment"],
        int(str(entry["id"])),
    )


def _digest(office: Office, person: Applicant) -> str:
    """What was vouched for, and nothing else; without the store's key it tells nobody."""
    plain = values.written(replace(person, hand=None))
    return hmac.new(office.name_key, f"typed {plain}".encode(), "sha256").hexdigest()
