"""Templates of the official letters: blocks under one form, refused when an element is missing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.documents.elements import ELEMENTS, HEADS, STYLES, Element, places
from app.documents.templates import BODY_MARKS, NOT_MARKED, characters, named, problems_of
from app.domain.tiers import Tier
from app.errors import Refused

KINDS = tuple(ELEMENTS)
SHARED = "official"  # the table of form and words that all of them have in common
FORM = frozenset(
    (
        *("standard", "page_mm", "top_mm", "left_mm", "text_mm", "lines", "characters"),
        *("body_pt", "title_pt", "head_top_mm", "head_gap_mm", "rule_mm", "foot_rule_mm"),
    )
)
WORDS: Mapping[str, frozenset[str]] = {
    "words": frozenset(
        (
            *("number", "training", "simulated", "id-reader", "seal-token", "unanswered"),
            *("applicant-signs", "guardian-signs"),
            *("moment", "days", "hours", "minutes", "no-minute"),
        )
    ),
    "tiers": frozenset(str(tier) for tier in Tier),
    "articles": frozenset(("tier", "follow-up")),
    "ways": frozenset(("data-sharing", "inquiry", "investigation")),
}
WORD_PLACES = frozenset(
    (
        *("year", "month", "day", "hour", "minute", "count"),
        *("minutes", "paper_days", "incomplete_days"),
    )
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, its other wordings, and the wording of each row below it."""

    id: str
    title: str
    text: str
    variants: Mapping[str, str]
    item: str
    legal_review: bool


@dataclass(frozen=True, slots=True)
class OfficialTemplate:
    """One version of one kind of official letter; `words` are those all kinds share."""

    kind: str
    version: str
    style: str  # "letter" has the red head, "plain" has not
    name: str
    title: str
    addressee: str
    blocks: tuple[Block, ...]
    basis: str  # number of the measures whose articles it cites
    words: Mapping[str, str]
    form: Mapping[str, Any]

    @property
    def stock(self) -> tuple[str, str]:
        """Characters that every letter of this kind is likely to need: of text, of headings."""
        texts = "".join(re.sub(r"\{\w+\}", "", text) for _, text in _texts(self))
        heads = "".join(block.title for block in self.blocks)
        return characters(texts + BODY_MARKS), characters(heads + BODY_MARKS)


def load(letters: Mapping[str, Mapping[str, Any]], kind: str) -> OfficialTemplate:
    """The template of that kind among the signed ones (app/reference.py)."""
    return read(letters.get(kind, {}), letters.get(SHARED, {}))


def read(data: Mapping[str, Any], shared: Mapping[str, Any]) -> OfficialTemplate:
    """A template out of its tables; raises Refused("A8-5", …) when it may not be used."""
    words = {
        name if table == "words" else f"{table}.{name}": str(text)
        for table in WORDS
        for name, text in shared.get(table, {}).items()
    }
    template = OfficialTemplate(
        kind=str(data.get("kind", "")),
        version=str(data.get("version", "")),
        style=str(data.get("style", "")),
        name=str(data.get("name", "")),
        title=str(data.get("title", "")),
        addressee=str(data.get("addressee", "")),
        blocks=tuple(_block(row) for row in data.get("blocks", ())),
        basis=str(shared.get("basis", "")),
        words=words,
        form=dict(shared.get("form", {})),
    )
    for problem, where in problems(template):
        raise Refused("A8-5", "template.incomplete", problem=problem, where=where)
    return template


def problems(template: OfficialTemplate) -> Iterator[tuple[str, str]]:
    """What is wrong, as (kind of problem, where)."""
    if template.kind not in KINDS:
        yield "unknown kind", template.kind
        return
    wording = list(_wording(template))
    yield from wording
    if not wording:  # braces that do not match name nothing
        yield from _incomplete(template)


def _wording(template: OfficialTemplate) -> Iterator[tuple[str, str]]:
    for where, text in _texts(template):
        yield from problems_of(where, text, places(template.kind))
    for name, text in template.words.items():
        yield from problems_of(name, text, WORD_PLACES)


def _incomplete(template: OfficialTemplate) -> Iterator[tuple[str, str]]:
    yield from _missing_frame(template)
    blocks = {block.id: block for block in template.blocks}
    for name in sorted(blocks.keys() - ELEMENTS[template.kind].keys()):
        yield "unknown element", name
    if len(blocks) < len(template.blocks):
        yield "element twice", template.kind
    for name, wanted in ELEMENTS[template.kind].items():
        yield from _missing(name, wanted, blocks.get(name))


def _missing_frame(template: OfficialTemplate) -> Iterator[tuple[str, str]]:
    for name in ("version", "name", "title", "addressee", "basis"):
        if not getattr(template, name):
            yield "missing", name
    for name, place in zip(("addressee", "title"), HEADS[template.kind], strict=True):
        if place and place not in named(getattr(template, name)):
            yield "missing", f"{name} {{{place}}}"
    if template.style != STYLES[template.kind]:
        yield "not the form of this kind", template.style
    yield from _missing_shared(template)


def _missing_shared(template: OfficialTemplate) -> Iterator[tuple[str, str]]:
    wanted = {n if table == "words" else f"{table}.{n}" for table in WORDS for n in WORDS[table]}
    for name in sorted(wanted - template.words.keys()):
        yield "missing", name
    for name in sorted(FORM - template.form.keys()):
        yield "missing", f"form {name}"
    if template.form.get("legal_review") is not True:
        yield NOT_MARKED, "form"


def _missing(name: str, wanted: Element, block: Block | None) -> Iterator[tuple[str, str]]:
    if block is None:
        yield "missing", name
        return
    yield from _unnamed(name, wanted.places, block.text)
    for variant, names in wanted.variants.items():
        if variant not in block.variants:
            yield "missing", f"{name}, {variant}"
        yield from _unnamed(f"{name}, {variant}", names, block.variants.get(variant, ""))
    for variant in sorted(block.variants.keys() - wanted.variants.keys()):
        yield "unknown element", f"{name}, {variant}"
    yield from _unnamed(f"{name}, item", wanted.item, block.item)
    if wanted.legal_review and not block.legal_review:
        yield NOT_MARKED, name


def _unnamed(where: str, names: frozenset[str], text: str) -> Iterator[tuple[str, str]]:
    for name in sorted(names - named(text)):
        yield "missing", f"{where} {{{name}}}"


def _texts(template: OfficialTemplate) -> Iterator[tuple[str, str]]:
    for name in ("version", "name", "title", "addressee"):
        yield name, getattr(template, name)
    for block in template.blocks:
        yield block.id, block.text
        yield from [(block.id, block.title)] if block.title else []
        yield from [(f"{block.id}, item", block.item)] if block.item else []
        for variant, text in block.variants.items():
            yield f"{block.id}, {variant}", text


def _block(row: Mapping[str, Any]) -> Block:
    return Block(
        id=str(row.get("id", "")),
        title=str(row.get("title", "")),
        text=str(row.get("text", "")),
        variants={name: str(text) for name, text in row.get("variants", {}).items()},
        item=str(row.get("item", "")),
        legal_review=bool(row.get("legal_review", False)),
    )
