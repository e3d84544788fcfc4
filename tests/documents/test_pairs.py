"""A pair of letters for every proof that is asked about, and no field beyond its list (A9-2)."""

import copy
from dataclasses import replace
from typing import Any

import pytest

from app.documents import pairs
from app.domain.arrangements import Arrangement, Contact, check_arrangement
from app.domain.catalogue import Way
from app.domain.conduct import asked_for
from app.domain.tiers import Tier
from app.errors import Refused
from tests.documents.official_kit import CATALOGUE, LETTERS
from tests.domain.refusals import refuses


def shipped() -> dict[str, Any]:
    return copy.deepcopy(dict(LETTERS["asked"]))


def refused(data: dict[str, Any]) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        pairs.rows(data)
    assert (caught.value.article, caught.value.code) == ("A9-2", "template.incomplete")
    return str(caught.value.facts["problem"]), str(caught.value.facts["where"])


def test_every_proof_with_an_inquiry_has_a_pair_and_no_row_is_about_an_unknown_one() -> None:
    pairs.check_pairs(LETTERS["asked"], CATALOGUE)
    made = {row.proof for row in pairs.rows(LETTERS["asked"])}
    assert pairs.asked_about(CATALOGUE) <= made <= {proof.code for proof in CATALOGUE.proofs()}


def test_an_inquiry_on_whichever_rung_counts() -> None:
    rules = [r for m in CATALOGUE.matters for s in m.situations for r in s.proofs]
    first = {r.proof.code for r in rules if r.ladder[0].way is Way.INQUIRY}
    later = {r.proof.code for r in rules for step in r.ladder[1:] if step.way is Way.INQUIRY}
    assert first - later
    assert later - first
    assert pairs.asked_about(CATALOGUE) == first | later


@pytest.mark.parametrize("proof", sorted(pairs.asked_about(CATALOGUE)))
def test_a_pair_is_the_proof_s_own_and_serves_an_arrangement(proof: str) -> None:
    pair = pairs.pair_for(LETTERS, proof)
    assert (pair.row.proof, pair.inquiry.kind, pair.feedback.kind) == (proof, "inquiry", "feedback")
    assert proof in pair.inquiry_template
    assert proof in pair.feedback_template
    assert pair.inquiry_template != pair.feedback_template
    check_arrangement(
        Arrangement(
            "U1", "U2", (Contact("李敏", "0830-1"),), proof, pair.fields,
            pair.inquiry_template, pair.feedback_template, Tier.DATABASE,
        )
    )  # fmt: skip
    assert pair.fields == frozenset(pair.row.fields)


def test_no_two_proofs_share_a_pair() -> None:
    made = [pairs.pair_for(LETTERS, row.proof) for row in pairs.rows(LETTERS["asked"])]
    assert len({pair.inquiry_template for pair in made}) == len(made)
    assert len({pair.row.subject for pair in made}) == len(made)


def test_no_pair_is_made_up_for_a_proof_that_has_none() -> None:
    with refuses("A9-2", "inquiry.no-template", missing="inquiry, feedback"):
        pairs.pair_for(LETTERS, "ZM999")


def test_no_question_and_no_field_asks_for_a_cancelled_proof() -> None:
    for row in pairs.rows(LETTERS["asked"]):
        for text in (row.subject, row.question, row.source, *row.fields):
            assert asked_for(text, CATALOGUE) is None, text


def test_a_proof_without_a_row_is_named() -> None:
    data = shipped()
    data["rows"] = [row for row in data["rows"] if row["proof"] != "ZM015"]
    with refuses("A9-2", "template.incomplete", problem="missing", where="ZM015"):
        pairs.check_pairs(data, CATALOGUE)


def test_a_row_about_an_unknown_proof_is_named() -> None:
    data = shipped()
    data["rows"].append(data["rows"][0] | {"proof": "ZM999"})
    with refuses("A9-2", "template.incomplete", problem="unknown proof", where="ZM999"):
        pairs.check_pairs(data, CATALOGUE)
    data["rows"][-1]["proof"] = "ZM001"  # known, and not asked about today: no fault
    pairs.check_pairs(data, CATALOGUE)


@pytest.mark.parametrize("name", ["proof", "subject", "question", "source"])
def test_a_row_says_everything(name: str) -> None:
    data = shipped()
    del data["rows"][0][name]
    code = "" if name == "proof" else data["rows"][0]["proof"]
    assert refused(data) == ("empty", f"{code} {name}")


def test_a_row_has_fields() -> None:
    data = shipped()
    data["rows"][0]["fields"] = []
    assert refused(data) == ("missing", "ZM002 fields")


def test_a_table_has_a_version_and_a_proof_one_row() -> None:
    data = shipped()
    data["rows"].append(dict(data["rows"][3]))
    assert refused(data) == ("element twice", data["rows"][3]["proof"])
    del data["version"]
    assert refused(data) == ("missing", "version")


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        ("字" * 17, "no short name of one fact"),
        ("登记机关", "no short name of one fact"),
        ("{secret}", "unknown placeholder"),
        (" ", "empty"),
        ("请提供收入证明", "invites a proof"),
    ],
)
def test_a_field_is_the_short_name_of_one_fact(field: str, problem: str) -> None:
    data = shipped()
    data["rows"][0]["fields"].append(field)
    assert refused(data)[0] == problem


def test_a_field_and_a_subject_may_have_sixteen_characters() -> None:
    data = shipped()
    data["rows"][0]["fields"].append("字" * 16)
    data["rows"][0]["subject"] = "字" * 16
    assert pairs.rows(data)[0].fields[-1] == "字" * 16
    data["rows"][0]["subject"] += "字"
    assert refused(data) == ("too long", "ZM002 subject")


def test_a_changed_frame_or_table_is_another_template() -> None:
    pair = pairs.pair_for(LETTERS, "ZM015")
    assert replace(pair, version="2").inquiry_template != pair.inquiry_template
    newer = replace(pair, feedback=replace(pair.feedback, version="2"))
    assert newer.feedback_template != pair.feedback_template
