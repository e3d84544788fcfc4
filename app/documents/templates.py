"""Letter templates: refused when an element of the law is missing (No. 42, A8-4)."""

import re
import string
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from app.domain.catalogue import Way
from app.errors import Refused

KINDS = ("commitment", "receipt")
NOTICE = {
    "commitment": frozenset(
        (
            *("basis", "matter", "proofs", "content", "standard"),
            *("way", "liability", "check", "publicity", "withdraw"),
        )
    ),
    "receipt": frozenset(("basis", "matter", "proofs", "check", "publicity")),
}
SENTENCES = frozenset(("knows", "conditions", "liability", "true-intent", "checks", "no-proxy"))
WAYS = frozenset(way.value for way in Way)
DEVICES = ("id-reader", "seal-token")  # kinds of device, as the letter names simulated ones
WORDS = frozenset(
    (
        "own-paper",
        "seen",
        "taken",
        "check",
        "number",
        "training",
        "simulated",
        "standard",
        "content",
        *DEVICES,
    )
)
PLACEHOLDERS = frozenset(
    (
        *("applicant", "number_label", "number_masked", "basis", "matter", "situation"),
        *("department", "proofs", "content", "standard", "days", "date", "case_number"),
        *("materials", "proof"),
    )
)
# Wording that the facts take from general knowledge must stay marked until a lawyer has read it:
# the notice and commitment parts after No. 42, publication, withdrawal, checks.
UNDER_REVIEW = {
    "commitment": {
        "notice": frozenset(
            (
                *("basis", "matter", "content", "way"),
                *("liability", "check", "publicity", "withdraw"),
            )
        ),
        "sentences": frozenset(("knows", "conditions", "liability", "true-intent")),
    },
    "receipt": {"notice": frozenset({"publicity"}), "sentences": frozenset()},
}
CODE_MARKS = string.digits + string.ascii_uppercase + "-"  # numbers of letters, check codes
HEADING_MARKS = CODE_MARKS + "一二三四五六七八九十、。：申请人公民身份号码证件"
BODY_MARKS = CODE_MARKS + "*—《》“”〔〕（）；：、年月日一二三四五六七八九十"
NOT_MARKED = "not marked for legal review"
# No letter ever invites anyone to bring a proof (A3-2, A7-3).
BRINGING = re.compile(r"(提交|提供|出具|开具|补交|补充|携带|自备|递交|出示)[^。；，、]{0,10}证明")
NOT_NEEDED = re.compile(r"(不再|不用|无需|不必|不需|不得|不要求|免予?|代替|不再要您|不要您)$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A paragraph or sentence with placeholders; `verify_first` where checks come first."""

    id: str
    title: str
    text: str
    verify_first: str
    legal_review: bool


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """One version of one kind of letter."""

    kind: str
    version: str
    title: str
    part_one: str
    part_two: str
    salutation: str
    notice: tuple[Clause, ...]
    receipt: tuple[Clause, ...]
    opening: str
    sentences: tuple[Clause, ...]
    closing: str
    signature: str
    ways: Mapping[str, str]
    words: Mapping[str, str]


def load(letters: Mapping[str, Mapping[str, Any]], kind: str) -> LetterTemplate:
    """The template of that kind among the signed ones (app/reference.py)."""
    return read(letters.get(kind, {}))


def stock(template: LetterTemplate) -> tuple[str, str]:
    """Characters that every letter of this kind is likely to need: of its text, of its headings."""
    headings = "".join(clause.title for clause in (*template.notice, *template.receipt))
    headings += template.part_one + template.part_two + "".join(template.words.values())
    body = "".join(re.sub(r"\{\w+\}", "", text) for _, text in _texts(template))
    return characters(body + BODY_MARKS), characters(headings + HEADING_MARKS)


def characters(text: str) -> str:
    """Each character once, in order."""
    return "".join(sorted(set(text)))


def read(data: Mapping[str, Any]) -> LetterTemplate:
    """A template out of a table; raises Refused("A8-5", …) when it may not be used."""
    promise = data.get("commitment", {})
    template = LetterTemplate(
        kind=str(data.get("kind", "")),
        version=str(data.get("version", "")),
        title=str(data.get("title", "")),
        part_one=str(data.get("part_one", "")),
        part_two=str(data.get("part_two", "")),
        salutation=str(data.get("salutation", "")),
        notice=_clauses(data.get("notice", ())),
        receipt=_clauses(data.get("receipt", ())),
        opening=str(promise.get("opening", "")),
        sentences=_clauses(promise.get("sentences", ())),
        closing=str(promise.get("closing", "")),
        signature=str(promise.get("signature", "")),
        ways=dict(data.get("ways", {})),
        words=dict(data.get("words", {})),
    )
    lint(template)
    return template


def lint(template: LetterTemplate) -> None:
    """Refuse a template that lacks an element, invites a proof or uses an unknown placeholder."""
    for problem, where in problems(template):
        raise Refused("A8-5", "template.incomplete", problem=problem, where=where)


def problems(template: LetterTemplate) -> Iterator[tuple[str, str]]:
    """What is wrong, as (kind of problem, where)."""
    if template.kind not in KINDS:
        yield "unknown kind", template.kind
        return
    for name in ("version", "title", "part_one", "salutation"):
        if not getattr(template, name):
            yield "missing", name
    yield from _missing(template)
    for where, text in _texts(template):
        yield from problems_of(where, text, PLACEHOLDERS)
    for part, ids in UNDER_REVIEW[template.kind].items():
        for clause in getattr(template, part):
            if clause.id in ids and not clause.legal_review:
                yield NOT_MARKED, clause.id


def _missing(template: LetterTemplate) -> Iterator[tuple[str, str]]:
    wanted = [
        (NOTICE[template.kind], _ids(template.notice)),
        (frozenset({"receipt"}), _ids(template.receipt)),
        (WAYS, set(template.ways)),
        (WORDS, set(template.words)),
    ]
    if template.kind == "commitment":
        wanted.append((SENTENCES, _ids(template.sentences)))
        texts = (template.part_two, template.opening, template.closing, template.signature)
        wanted.append((frozenset({"commitment"}), {"commitment"} if all(texts) else set()))
    for needed, there in wanted:
        for name in sorted(needed - there):
            yield "missing", name
    if not any(clause.verify_first for clause in template.notice if clause.id == "check"):
        yield "missing", "check, verify first"


def problems_of(where: str, text: str, places: Set[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with a text of any template; `places` are the placeholders it may have."""
    if not text.strip():
        yield "empty", where
    try:
        names = named(text)
    except ValueError:
        yield "broken placeholder", where
        return
    for name in sorted(names - places):
        yield "unknown placeholder", name
    for _ in invitations(text):
        yield "invites a proof", where


def named(text: str) -> set[str]:
    """The placeholders of a text; ValueError when its braces do not match."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def invitations(text: str) -> Iterator[str]:
    """Wording that asks for a proof, unless it says that none is needed."""
    for match in BRINGING.finditer(text):
        if not NOT_NEEDED.search(text[max(0, match.start() - 8) : match.start()]):
            yield match.group()


def _texts(template: LetterTemplate) -> Iterator[tuple[str, str]]:
    for clause in (*template.notice, *template.receipt, *template.sentences):
        yield clause.id, clause.text
        yield from [(clause.id, clause.verify_first)] if clause.verify_first else []
        yield from [(clause.id, clause.title)] if clause.title else []
    yield from template.ways.items()
    yield from template.words.items()
    for name in ("title", "part_one", "salutation"):
        yield name, getattr(template, name)
    for name in ("part_two", "opening", "closing", "signature"):
        if getattr(template, name):
            yield name, getattr(template, name)


def _ids(clauses: tuple[Clause, ...]) -> set[str]:
    return {clause.id for clause in clauses}


def _clauses(rows: Any) -> tuple[Clause, ...]:
    return tuple(
        Clause(
            id=str(row.get("id", "")),
            title=str(row.get("title", "")),
            text=str(row.get("text", "")),
            verify_first=str(row.get("text_verify_first", "")),
            legal_review=bool(row.get("legal_review", False)),
        )
        for row in rows
    )
