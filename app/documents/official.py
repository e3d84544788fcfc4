"""What is printed on an official letter, as plain facts; nothing is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.documents.filling import Basis, in_words, numeral, quoted
from app.documents.official_templates import Block, OfficialTemplate
from app.domain.arrangements import Contact
from app.domain.commitment import Paragraph, Signature
from app.errors import Refused

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
NUMERALS_END = 100

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Paper:
    """Who writes, under which number and date; `contact` answers questions about the letter."""

    issuer: str
    letter_number: str
    on: date
    contact: Contact
    sealed_at: datetime | None = None
    training: bool = True
    simulated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficialFacts:
    """Everything that is printed; `head` stands in red on letters to other units."""

    kind: str
    template: str
    name: str
    head: str
    title: str
    addressee: str
    paragraphs: tuple[Paragraph, ...]  # one without a title continues the one before
    issuer: str
    day: date
    letter_number: str
    sealed_at: datetime | None
    words: Mapping[str, str]
    stock: tuple[str, str]
    training: bool
    simulated: tuple[str, ...] = ()
    signature_label: str = ""  # of the applicant, who signs where no seal is set
    signature: Signature | None = None
    signed: date | None = None


@dataclass(frozen=True, slots=True)
class Filling:
    """Values for a template: the places, the wording chosen for a block, the rows below one.

    A block for which no wording, or an empty one, is chosen has its plain text.
    """

    values: Values
    variants: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Sequence[Values]] = field(default_factory=dict)


def fill(template: OfficialTemplate, paper: Paper, filling: Filling) -> OfficialFacts:
    """The letter; every place is filled, and none with nothing (A8-5)."""
    contact = {"contact_name": paper.contact.name, "contact_phone": paper.contact.phone}
    values = {**contact, **filling.values}
    return OfficialFacts(
        kind=template.kind,
        template=f"{template.kind} {template.version}",
        name=template.name,
        head=paper.issuer if template.style == "letter" else "",
        title=_filled(template.title, values),
        addressee=_filled(template.addressee, values),
        paragraphs=tuple(p for b in template.blocks for p in _paragraphs(b, values, filling)),
        issuer=paper.issuer,
        day=paper.on,
        letter_number=paper.letter_number,
        sealed_at=paper.sealed_at,
        words=template.words,
        stock=template.stock,
        training=paper.training,
        simulated=paper.simulated,
    )


def cited(template: OfficialTemplate, basis: Basis) -> str:
    """The measures' title and number; refused for others than those whose articles it cites."""
    if basis.number != template.basis:
        where = basis.number or basis.title
        raise Refused("A8-5", "template.incomplete", problem="made for other rules", where=where)
    return quoted(basis)


def moment(words: Mapping[str, str], at: datetime) -> str:
    """A moment to the minute: GB/T 9704 writes Arabic figures, no leading zero in the date."""
    return words["moment"].format(
        year=at.year, month=at.month, day=at.day, hour=f"{at.hour:02}", minute=f"{at.minute:02}"
    )


def lasting(words: Mapping[str, str], span: timedelta) -> str:
    """Hours and minutes, seconds left out."""
    hours, rest = divmod(span, HOUR)
    counts = (("hours", hours), ("minutes", rest // MINUTE))
    return "".join(words[n].format(count=c) for n, c in counts if c) or words["no-minute"]


def period(first: date, last: date) -> str:
    """A period with both its days."""
    return f"{in_words(first)}至{in_words(last)}"


def _paragraphs(block: Block, values: Values, filling: Filling) -> list[Paragraph]:
    variant = filling.variants.get(block.id, "")
    text = block.variants[variant] if variant else block.text
    first = Paragraph(block.id, block.title, _filled(text, values))
    if not block.item or variant:
        return [first]
    rows = filling.rows[block.id]
    items = [
        Paragraph(block.id, "", f"（{_ordinal(n)}）{_filled(block.item, row)}")
        for n, row in enumerate(rows, 1)
    ]
    return [first, *items]


def _filled(text: str, values: Values) -> str:
    for name, value in values.items():
        if not value.strip() and f"{{{name}}}" in text:
            raise Refused("A8-5", "letter.place-empty", place=name)
    return text.format_map(values)


def _ordinal(number: int) -> str:
    return numeral(number) if number < NUMERALS_END else str(number)
