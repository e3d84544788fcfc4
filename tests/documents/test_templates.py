"""Templates: nothing of the law may be missing, nobody is invited to bring a proof."""

import copy
from typing import Any

import pytest

from app.documents import templates
from app.errors import Refused
from tests.documents import letter


def shipped(kind: str) -> dict[str, Any]:
    return copy.deepcopy(dict(letter.LETTERS[kind]))


@pytest.mark.parametrize("kind", templates.KINDS)
def test_the_shipped_template_passes(kind: str) -> None:
    assert templates.load(letter.LETTERS, kind).kind == kind


def test_a_kind_that_nobody_published_is_refused() -> None:
    with pytest.raises(Refused):
        templates.load({}, "commitment")


@pytest.mark.parametrize("kind", templates.KINDS)
def test_a_notice_without_any_one_paragraph_is_refused(kind: str) -> None:
    for place, row in enumerate(shipped(kind)["notice"]):
        data = copy.deepcopy(shipped(kind))
        del data["notice"][place]
        with pytest.raises(Refused) as caught:
            templates.read(data)
        assert row["id"] in str(caught.value.facts["where"])


def test_a_commitment_without_any_one_sentence_is_refused() -> None:
    rows = shipped("commitment")["commitment"]["sentences"]
    assert {row["id"] for row in rows} == templates.SENTENCES
    for place in range(len(rows)):
        data = shipped("commitment")
        del data["commitment"]["sentences"][place]
        with pytest.raises(Refused):
            templates.read(data)


@pytest.mark.parametrize("table", ["ways", "words"])
def test_a_template_without_any_one_word_is_refused(table: str) -> None:
    for name in shipped("receipt")[table]:
        data = shipped("receipt")
        del data[table][name]
        with pytest.raises(Refused):
            templates.read(data)


@pytest.mark.parametrize("name", ["version", "title", "part_one", "salutation", "kind", "receipt"])
def test_a_template_without_its_frame_is_refused(name: str) -> None:
    data = shipped("commitment")
    del data[name]
    with pytest.raises(Refused):
        templates.read(data)


@pytest.mark.parametrize("name", ["opening", "closing", "signature"])
def test_a_commitment_without_its_frame_is_refused(name: str) -> None:
    data = shipped("commitment")
    del data["commitment"][name]
    with pytest.raises(Refused):
        templates.read(data)


@pytest.mark.parametrize(
    "text",
    [
        "请您提交婚姻状况证明。",
        "可以自行开具有关证明",
        "不愿承诺的，请携带社区出具的证明。",
        "请补交证明材料",
    ],
)
def test_a_text_that_invites_a_proof_is_refused(text: str) -> None:
    data = shipped("commitment")
    data["notice"][5]["text"] = text
    with pytest.raises(Refused) as caught:
        templates.read(data)
    assert caught.value.facts["problem"] == "invites a proof"


@pytest.mark.parametrize("text", ["无需提交证明。", "不再要您提交证明。", "不用开具有关证明。"])
def test_saying_that_no_proof_is_needed_is_allowed(text: str) -> None:
    data = shipped("commitment")
    data["notice"][5]["text"] = text
    templates.read(data)


@pytest.mark.parametrize("text", ["{secret}", "{", "  ", "{0}"])
def test_a_broken_or_unknown_placeholder_is_refused(text: str) -> None:
    data = shipped("commitment")
    data["notice"][0]["text"] = text
    with pytest.raises(Refused):
        templates.read(data)


MARKED = [
    (kind, part, name)
    for kind, parts in templates.UNDER_REVIEW.items()
    for part, names in parts.items()
    for name in sorted(names)
]


@pytest.mark.parametrize(("kind", "part", "name"), MARKED)
def test_wording_that_no_lawyer_has_read_stays_marked(kind: str, part: str, name: str) -> None:
    data = shipped(kind)
    rows = data["notice"] if part == "notice" else data["commitment"]["sentences"]
    next(row for row in rows if row["id"] == name)["legal_review"] = False
    with pytest.raises(Refused) as caught:
        templates.read(data)
    assert caught.value.facts == {"problem": "not marked for legal review", "where": name}


def test_a_check_needs_its_wording_for_matters_verified_first() -> None:
    data = shipped("commitment")
    for row in data["notice"]:
        row.pop("text_verify_first", None)
    with pytest.raises(Refused):
        templates.read(data)
