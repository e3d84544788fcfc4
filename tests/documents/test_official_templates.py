"""Official templates: an element taken out is named, and so is wording that nobody may use."""

import copy
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.documents import official_layout, official_templates
from app.documents.elements import ELEMENTS, HEADS, Element, places
from app.documents.for_review import for_review
from app.documents.ink import MM
from app.documents.layout import LEFT, MEASURE, PAGE, STANDARD, TITLE_SIZE, TOP
from app.documents.official_templates import FORM, KINDS, SHARED, WORDS
from app.documents.templates import named
from app.errors import Refused
from tests.documents import letter

LETTERS = letter.LETTERS
PAGE_OF_DOCS = Path(__file__).parents[2] / "docs" / "letters.md"
Table = dict[str, Any]


def shipped(kind: str) -> Table:
    return copy.deepcopy(dict(LETTERS[kind]))


def refused(data: Table, shared: Table | None = None) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        official_templates.read(data, shared or shipped(SHARED))
    assert (caught.value.article, caught.value.code) == ("A8-5", "template.incomplete")
    return str(caught.value.facts["problem"]), str(caught.value.facts["where"])


def block_of(data: Table, name: str) -> Table:
    found: Table = next(row for row in data["blocks"] if row["id"] == name)
    return found


def elements() -> Iterator[tuple[str, str, Element]]:
    for kind, blocks in ELEMENTS.items():
        for name, element in blocks.items():
            yield kind, name, element


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_template_passes(kind: str) -> None:
    template = official_templates.load(LETTERS, kind)
    assert template.kind == kind
    assert [block.id for block in template.blocks] == list(ELEMENTS[kind])


def test_a_kind_that_nobody_published_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        official_templates.load({SHARED: LETTERS[SHARED]}, "inquiry")
    assert caught.value.facts == {"problem": "unknown kind", "where": ""}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, name, _ in elements()])
def test_an_element_that_is_taken_out_is_named(kind: str, name: str) -> None:
    data = shipped(kind)
    data["blocks"].remove(block_of(data, name))
    assert refused(data) == ("missing", name)


def named_places() -> Iterator[tuple[str, str, str, str]]:
    """Kind, block, which of its texts, and a place that this text must name."""
    for kind, name, element in elements():
        for place in sorted(element.places):
            yield kind, name, "text", place
        for place in sorted(element.item):
            yield kind, name, "item", place
        for variant, wanted in element.variants.items():
            for place in sorted(wanted):
                yield kind, name, variant, place


@pytest.mark.parametrize(("kind", "name", "text", "place"), list(named_places()))
def test_what_a_block_must_name_is_named(kind: str, name: str, text: str, place: str) -> None:
    data = shipped(kind)
    row = block_of(data, name)
    table = row if text in row else row["variants"]
    table[text] = table[text].replace(f"{{{place}}}", "某")
    where = name if text == "text" else f"{name}, {text}"
    assert refused(data) == ("missing", f"{where} {{{place}}}")


@pytest.mark.parametrize(
    ("kind", "name", "variant"),
    [(kind, name, variant) for kind, name, element in elements() for variant in element.variants],
)
def test_every_wording_of_a_block_is_needed(kind: str, name: str, variant: str) -> None:
    data = shipped(kind)
    del block_of(data, name)["variants"][variant]
    assert refused(data) == ("missing", f"{name}, {variant}")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["version", "name", "title", "addressee"])
def test_the_frame_is_needed(kind: str, name: str) -> None:
    data = shipped(kind)
    del data[name]
    assert refused(data) == ("empty", name)


@pytest.mark.parametrize(
    ("kind", "name", "place"),
    [
        (kind, name, place)
        for kind, head in HEADS.items()
        for name, place in zip(("addressee", "title"), head, strict=True)
        if place
    ],
)
def test_address_and_title_name_whom_and_what(kind: str, name: str, place: str) -> None:
    data = shipped(kind)
    data[name] = data[name].replace(f"{{{place}}}", "某")
    assert refused(data) == ("missing", f"{name} {{{place}}}")


@pytest.mark.parametrize("kind", KINDS)
def test_letters_to_other_units_alone_have_the_red_head(kind: str) -> None:
    red = {"inquiry", "feedback", "overdue", "interview"}
    assert official_templates.load(LETTERS, kind).style == ("letter" if kind in red else "plain")
    data = shipped(kind)
    data["style"] = "plain" if kind in red else "letter"
    assert refused(data) == ("not the form of this kind", data["style"])


@pytest.mark.parametrize(
    ("table", "name"), [(table, name) for table in WORDS for name in sorted(WORDS[table])]
)
def test_every_shared_word_is_needed(table: str, name: str) -> None:
    shared = shipped(SHARED)
    del shared[table][name]
    where = name if table == "words" else f"{table}.{name}"
    assert refused(shipped("overdue"), shared) == ("missing", where)


@pytest.mark.parametrize("name", sorted(FORM))
def test_every_value_of_the_form_is_needed(name: str) -> None:
    shared = shipped(SHARED)
    del shared["form"][name]
    assert refused(shipped("inquiry"), shared) == ("missing", f"form {name}")


def test_the_measures_whose_articles_are_cited_are_named() -> None:
    shared = shipped(SHARED)
    del shared["basis"]
    assert refused(shipped("inquiry"), shared) == ("missing", "basis")


def spoil_text(data: Table, text: str) -> None:
    data["blocks"][0]["text"] += text


def spoil_item(data: Table, text: str) -> None:
    block_of(data, "items")["item"] += text


def spoil_variant(data: Table, text: str) -> None:
    data["blocks"][0].setdefault("variants", {})["extra"] = text


SPOILT: list[tuple[str, Callable[[Table, str], None]]] = [
    *((kind, spoil_text) for kind in KINDS),
    ("supplement", spoil_item),
    ("authority", spoil_variant),
]


@pytest.mark.parametrize(("kind", "spoil"), SPOILT)
@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("请您提交婚姻状况证明。", "invites a proof"),
        ("请携带社区出具的证明。", "invites a proof"),
        ("{secret}", "unknown placeholder"),
        ("{", "broken placeholder"),
    ],
)
def test_wording_that_may_not_be_used_is_refused(
    kind: str, spoil: Callable[[Table, str], None], text: str, problem: str
) -> None:
    data = shipped(kind)
    spoil(data, text)
    assert refused(data)[0] == problem


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_text_is_refused(kind: str) -> None:
    for place in range(len(shipped(kind)["blocks"])):
        data = shipped(kind)
        data["blocks"][place]["text"] = "  "
        assert refused(data) == ("empty", data["blocks"][place]["id"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_block_that_no_rule_knows_or_that_stands_twice_is_refused(kind: str) -> None:
    data = shipped(kind)
    data["blocks"].append(dict(data["blocks"][0]))
    assert refused(data) == ("element twice", kind)
    data["blocks"][-1]["id"] = "extra"
    assert refused(data) == ("unknown element", "extra")


def test_a_wording_that_nothing_chooses_is_refused() -> None:
    data = shipped("inquiry")
    block_of(data, "limit")["variants"]["extra"] = "另一种写法"
    assert refused(data) == ("unknown element", "limit, extra")


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, name, element in elements() if element.legal_review]
)
def test_wording_that_no_lawyer_has_read_stays_marked(kind: str, name: str) -> None:
    data = shipped(kind)
    block_of(data, name)["legal_review"] = False
    assert refused(data) == ("not marked for legal review", name)


@pytest.mark.parametrize("kind", KINDS)
def test_the_form_stays_marked_while_nobody_has_compared_it_with_the_standard(kind: str) -> None:
    shared = shipped(SHARED)
    del shared["form"]["legal_review"]
    assert refused(shipped(kind), shared) == ("not marked for legal review", "form")


@pytest.mark.parametrize("kind", KINDS)
def test_no_template_names_a_place_that_its_kind_does_not_have(kind: str) -> None:
    template = official_templates.load(LETTERS, kind)
    used = named(template.title) | named(template.addressee)
    for block in template.blocks:
        used |= named(block.text) | named(block.item)
        used |= {name for text in block.variants.values() for name in named(text)}
    assert used <= places(kind)


def test_the_form_in_the_data_is_the_one_that_is_drawn() -> None:
    form = LETTERS[SHARED]["form"]
    assert [side * MM for side in form["page_mm"]] == pytest.approx(PAGE)
    assert (form["left_mm"] * MM, form["top_mm"] * MM) == pytest.approx((LEFT, TOP))
    assert form["text_mm"][0] * MM == pytest.approx(MEASURE)
    assert form["text_mm"][1] * MM == pytest.approx(
        STANDARD.pitch * (form["lines"] - 1) + STANDARD.size
    )
    assert (form["lines"], form["body_pt"]) == (STANDARD.lines, STANDARD.size)
    assert form["characters"] == int(MEASURE / STANDARD.size + 0.4)
    assert form["title_pt"] == TITLE_SIZE
    head = (form["head_top_mm"], form["head_gap_mm"], form["rule_mm"], form["foot_rule_mm"])
    drawn = (
        official_layout.HEAD_TOP,
        official_layout.HEAD_GAP,
        official_layout.RULE,
        official_layout.FOOT_RULE,
    )
    assert [value * MM for value in head] == pytest.approx(drawn)


def test_what_waits_for_a_lawyer_is_listed_with_its_words() -> None:
    listed = {(each.kind, each.id): each.text for each in for_review(LETTERS)}
    assert listed["official", "form"] == "GB/T 9704-2012"
    assert "撤回本授权" in listed["authority", "rights"]
    assert "先核实、后办理" in listed["commitment", "check"]
    assert ("inquiry", "purpose") not in listed
    assert all(listed.values())


def documented() -> dict[str, tuple[list[str], list[str]]]:
    """Template: its elements and those that wait, as the page lists them."""
    rows = re.findall(r"^\| `(\w+)` \|[^|]+\|([^|]+)\|([^|]+)\|", PAGE_OF_DOCS.read_text(), re.M)
    return {
        kind: (re.findall(r"`([\w-]+)`", there), re.findall(r"`([\w-]+)`", waiting))
        for kind, there, waiting in rows
    }


def test_the_page_lists_every_template_with_its_elements_and_what_waits() -> None:
    page = documented()
    waiting: dict[str, list[str]] = {kind: [] for kind in LETTERS}
    for each in for_review(LETTERS):
        waiting[each.kind].append(each.id)
    assert page.keys() == LETTERS.keys()
    for kind, table in LETTERS.items():
        parts = ("notice", "receipt", "blocks")
        there = [row["id"] for part in parts for row in table.get(part, ())]
        there += [row["id"] for row in table.get("commitment", {}).get("sentences", ())]
        assert page[kind] == (there, waiting[kind]), kind
