"""The words of a case's letter: the notice told, the draft shown, the facts drawn."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from app.documents import letters as wording
from app.documents import templates
from app.documents.letters import LetterFacts
from app.documents.pdf import FieldForm, SealPicture, compose, missing_characters
from app.domain.cases import Case
from app.domain.catalogue import Way
from app.domain.commitment import Notice, Paragraph, Signature
from app.domain.duties import Act
from app.domain.numbers import letter_number
from app.seal.imprint import Imprint, imprint
from app.seal.profiles import profile
from app.seal.structures import read_seal
from app.services.office import Office
from app.services.reception import find_matter, find_situation
from app.services.timing import sealing_time

CHECK_PAGE = "/check"  # the public page: number and check code follow in the fragment


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter without a seal, for the applicant's eyes."""

    facts: LetterFacts
    pdf: bytes
    missing: tuple[str, ...]  # code points no face has; sealing will be refused


def kind_of(case: Case) -> str:
    """A commitment letter where something is committed to, else a receipt."""
    return "commitment" if any(plan.way is Way.COMMITMENT for plan in case.plans) else "receipt"


def notice_for(office: Office, case: Case) -> Notice:
    """What the applicant must be shown, paragraph by paragraph (A8-4)."""
    with office.judged(Act.SEE_CASES, case.number):
        matter, pack = find_matter(office, case.matter_code), office.law_of(case).pack
        return wording.notice(
            templates.load(office.shipped.letters, kind_of(case)),
            case,
            pack=pack,
            matter=matter,
            situation=find_situation(matter, case.situation_code),
            days=pack.settings.follow_up_days,
        )


def promise_for(office: Office, case: Case) -> tuple[Paragraph, ...]:
    """What the applicant signs in part two, sentence by sentence; nothing of it rests on a day."""
    opened = datetime.fromisoformat(case.opened_at)
    return wording.promised(facts_of(office, case, at=opened, signature=None))


def compose_draft(office: Office, case: Case, signature: Signature | None = None) -> Draft:
    """The letter as it would be sealed now, without seal and check code."""
    with office.judged(Act.SEE_CASES, case.number):
        facts = facts_of(office, case, at=sealing_time(office)[0], signature=signature)
        missing = missing_characters(facts)
        return Draft(facts, compose(facts, seal=None).pdf, missing)


def facts_of(
    office: Office,
    case: Case,
    *,
    at: datetime,
    signature: Signature | None,
    check_code: str = "",
) -> LetterFacts:
    """Everything that is printed on the next letter of the case, under the case's own pack."""
    matter, pack = find_matter(office, case.matter_code), office.law_of(case).pack
    return wording.letter_facts(
        templates.load(office.shipped.letters, kind_of(case)),
        case,
        pack=pack,
        matter=matter,
        situation=find_situation(matter, case.situation_code),
        hall=office.installation.hall_name,
        issuer=office.installation.issuer,
        letter_number=letter_number(case.number, len(case.letters) + 1),
        on=at.date(),
        sealed_at=at,
        signature=signature,
        check_address=office.settings.platform_url.rstrip("/") + CHECK_PAGE,
        check_code=check_code,
        days=pack.settings.follow_up_days,
    )


def form_of(office: Office) -> FieldForm:
    """How the hall's readers want a seal to lie in the file."""
    found = profile(office.settings.signature_profile)
    return FieldForm(found.filter, found.sub_filter, found.room)


@lru_cache(maxsize=2)
def imprint_of(seal: bytes) -> tuple[str, Imprint]:
    """The seal's name and its picture, made ready for paper once per seal."""
    found = read_seal(seal)
    return found.name, imprint(found.picture)


@lru_cache(maxsize=2)
def picture_of(seal: bytes) -> SealPicture:
    """What a letter draws of the seal."""
    name, made = imprint_of(seal)
    return SealPicture(made.png, made.width_mm, made.height_mm, name)
