"""What is printed on a letter, gathered from case, policy pack and template; nothing is drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, ClassVar, Protocol, TypeVar

from app.documents.filling import (
    Basis,
    ProofLine,
    hand_entry,
    handed_in,
    in_words,
    person,
    proof_lines,
    values_of,
)
from app.documents.templates import Clause, LetterTemplate, stock
from app.domain.approval import checks_first
from app.domain.cases import Case
from app.domain.catalogue import Matter, Situation
from app.domain.commitment import Notice, Paragraph, Signature
from app.domain.days import day_of
from app.errors import Refused

NOT_PRINTED = frozenset({"kind", "template", "signature", "check_address", "words", "stock"})


class Printed(Protocol):
    """The facts of a letter of whichever kind: a dataclass with the words around them."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def words(self) -> Mapping[str, str]: ...


P = TypeVar("P", bound=Printed)


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything that is printed; part one shows the masked number, part two the full one."""

    kind: str
    template: str
    title: str
    part_one: str
    part_two: str
    hall: str
    issuer: str  # the name under part one, where the seal goes
    department: str
    case_number: str
    letter_number: str
    day: date  # of sealing, under part one
    signed: date | None  # under the handwriting; a re-issue keeps it
    sealed_at: datetime | None
    applicant: str
    number_label: str
    number: str
    number_masked: str
    matter: str
    situation: str
    salutation: str
    proofs: tuple[ProofLine, ...]
    notice: tuple[Paragraph, ...]
    receipt: tuple[Paragraph, ...]
    opening: str
    commitment: tuple[Paragraph, ...]
    closing: str
    signature_label: str
    signature: Signature | None
    check_address: str
    check_code: str
    words: Mapping[str, str]
    stock: tuple[str, str]  # characters in every letter of this kind: of text, of headings
    training: bool
    simulated: tuple[str, ...] = ()
    hand_entry: str = ""  # at the foot of every page: the person's data were typed


def notice(
    template: LetterTemplate,
    case: Case,
    *,
    pack: Basis,
    matter: Matter,
    situation: Situation,
    days: int = 3,
) -> Notice:
    """What the department tells before anybody signs (A8-4), filled in for this case."""
    values = values_of(template, pack, matter, situation, case.plans, days)
    verify_first = checks_first(case)
    paragraphs = tuple(_fill(clause, values, verify_first) for clause in template.notice)
    return Notice(version=f"{template.kind} {template.version}", paragraphs=paragraphs)


def letter_facts(
    template: LetterTemplate,
    case: Case,
    *,
    pack: Basis,
    matter: Matter,
    situation: Situation,
    hall: str,
    issuer: str,
    letter_number: str,
    on: date,
    sealed_at: datetime | None,
    signature: Signature | None,
    check_address: str,
    check_code: str,
    days: int = 3,
) -> LetterFacts:
    """The whole letter of a case as plain facts."""
    values = values_of(template, pack, matter, situation, case.plans, days) | {
        **person(case.applicant),
        "date": in_words(day_of(case.opened_at)),
        "case_number": case.number,
        "materials": handed_in(template, situation.materials),
    }
    told = notice(template, case, pack=pack, matter=matter, situation=situation, days=days)
    return LetterFacts(
        kind=template.kind,
        template=told.version,
        title=template.title,
        part_one=template.part_one,
        part_two=template.part_two,
        hall=hall,
        issuer=issuer,
        department=matter.unit.name,
        case_number=case.number,
        letter_number=letter_number,
        day=on,
        signed=day_of(signature.signed_at) if signature else None,
        sealed_at=sealed_at,
        applicant=case.applicant.name,
        number_label=values["number_label"],
        number=case.applicant.number,
        number_masked=values["number_masked"],
        matter=matter.name,
        situation=situation.name,
        salutation=template.salutation.format_map(values),
        proofs=proof_lines(template, case.plans),
        notice=told.paragraphs,
        receipt=tuple(_fill(clause, values, False) for clause in template.receipt),
        opening=template.opening.format_map(values),
        commitment=tuple(_fill(clause, values, False) for clause in template.sentences),
        closing=template.closing,
        signature_label=template.signature,
        signature=signature,
        check_address=check_address,
        check_code=check_code,
        words=template.words,
        stock=stock(template),
        training=case.mode != "live",
        simulated=case.simulated_devices,
        hand_entry=hand_entry(case.applicant),
    )


def promised(facts: LetterFacts) -> tuple[Paragraph, ...]:
    """The words over the applicant's signature; none on a receipt."""
    first, last = (Paragraph(name, "", getattr(facts, name)) for name in ("opening", "closing"))
    return (first, *facts.commitment, last) if facts.commitment else ()


def check_link(facts: LetterFacts) -> str:
    """What the QR code holds: number and check code stay in the fragment, out of server logs."""
    return f"{facts.check_address}#{facts.letter_number}.{facts.check_code}"


def refuse_unsigned(facts: LetterFacts) -> None:
    """A commitment without the applicant's handwriting is never sealed (A8-6)."""
    strokes = facts.signature.strokes if facts.signature else ()
    if facts.kind == "commitment" and not any(len(stroke) > 1 for stroke in strokes):
        raise Refused("A8-6", "signature.empty")


def texts(facts: Printed) -> Iterator[str]:
    """Every string that reaches the paper."""
    for name in facts.__dataclass_fields__:
        if name not in NOT_PRINTED:
            yield from _strings(getattr(facts, name))
    yield from facts.words.values()


def spelt_out(facts: P, lacking: tuple[str, ...]) -> P:
    """The same facts with 〔U+XXXX〕 for each of these code points: a draft shows no box either."""
    if not lacking:
        return facts
    table = {int(name[2:], 16): f"〔{name}〕" for name in lacking}
    changed = {n: _translated(getattr(facts, n), table) for n in facts.__dataclass_fields__}
    return replace(facts, **changed)


def _translated(value: Any, table: dict[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, tuple):
        return tuple(_translated(item, table) for item in value)
    if isinstance(value, Paragraph):
        return Paragraph(value.id, value.title.translate(table), value.text.translate(table))
    if isinstance(value, ProofLine):
        return ProofLine(value.name.translate(table), value.way, value.words.translate(table))
    return value


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, Paragraph):
        yield from (value.title, value.text)
    elif isinstance(value, ProofLine):
        yield from (value.name, value.words)
    elif isinstance(value, date):
        yield in_words(value)


def _fill(clause: Clause, values: Mapping[str, str], verify_first: bool) -> Paragraph:
    text = clause.verify_first if verify_first and clause.verify_first else clause.text
    return Paragraph(id=clause.id, title=clause.title, text=text.format_map(values))
