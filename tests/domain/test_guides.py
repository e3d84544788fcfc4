"""A guide that sets a proof, openly or hidden, is not kept (A7-4)."""

from dataclasses import replace

import pytest

from app.domain.catalogue import Catalogue, ProofRule
from app.domain.four_questions import Answers, Judged, Verdict
from app.domain.guides import Finding, Guide, Material, check_guide, check_judged, findings
from app.errors import Refused
from tests.domain.refusals import refuses

OWN = Answers(handed_in=True, not_held=False, third_party=True, one_matter=True)
PROOF = Answers(handed_in=True, not_held=True, third_party=True, one_matter=True)
CLEAN = Guide(
    "110101",
    "3",
    "最低生活保障金办事指南",
    (
        Material("居民身份证（出示原件）"),
        Material("出生医学证明（出示原件）", OWN),
        Material("申请表", replace(PROOF, third_party=False)),
    ),
    ("收入由我们用社保信息库核对，无需提供收入证明。",),
)


def test_a_guide_of_own_papers_is_kept(catalogue: Catalogue) -> None:
    assert findings(CLEAN, catalogue) == ()
    check_guide(CLEAN, catalogue)


@pytest.mark.parametrize(
    ("line", "proof"),
    [
        ("工资证明一份", "收入证明"),
        ("证明申请人收入的材料", "收入证明"),
        ("婚 姻 状 况 证 明", "婚姻状况证明"),
        ("单位盖章的收入情况证明书", "收入证明"),
    ],
)
def test_a_proof_hidden_in_the_list_or_in_the_words_is_found(
    catalogue: Catalogue, line: str, proof: str
) -> None:
    listed = replace(CLEAN, materials=(*CLEAN.materials, Material(line, OWN)))
    worded = replace(CLEAN, paragraphs=(f"请另备{line}。",))
    titled = replace(CLEAN, title=f"{line}办理指南")
    for guide in (listed, worded, titled):
        (finding,) = findings(guide, catalogue)
        assert (finding.code, finding.proof) == ("guide.hidden-proof", proof)
        with pytest.raises(Refused) as refused:
            check_guide(guide, catalogue)
        assert (refused.value.article, refused.value.code) == ("A7-4", "guide.hidden-proof")
        assert refused.value.facts["proof"] == proof


def test_a_proof_the_catalogue_does_not_know_is_found_by_the_four_questions(
    catalogue: Catalogue,
) -> None:
    new = Material("邻居和睦鉴定表", PROOF)
    guide = replace(CLEAN, materials=(new,))
    assert findings(guide, catalogue) == (Finding("guide.new-proof", new.name, new.name),)
    with pytest.raises(Refused, match=r"A7-4 guide\.new-proof"):
        check_guide(guide, catalogue)


@pytest.mark.parametrize("name", ["邻居和睦证明", "邻里和睦證明"])
def test_what_is_called_a_proof_must_have_been_judged(catalogue: Catalogue, name: str) -> None:
    guide = replace(CLEAN, materials=(Material(name),))
    with pytest.raises(Refused, match=r"A7-4 guide\.not-judged"):
        check_guide(guide, catalogue)


def test_the_shipped_materials_make_clean_guides(catalogue: Catalogue) -> None:
    for matter in catalogue.matters:
        for situation in matter.situations:
            lines = tuple(Material(text, OWN) for text in situation.materials)
            check_guide(Guide(matter.code, "1", matter.name, lines), catalogue)


HELD = "出生医学证明（出示原件）"


def with_first(catalogue: Catalogue, **changes: object) -> Catalogue:
    """The catalogue with its first rule's proof changed wherever it is used."""
    code = catalogue.proofs()[0].code

    def changed(rule: ProofRule) -> ProofRule:
        if rule.proof.code != code:
            return rule
        return replace(rule, proof=replace(rule.proof, **changes))  # type: ignore[arg-type]

    matters = tuple(
        replace(
            matter,
            situations=tuple(
                replace(each, proofs=tuple(map(changed, each.proofs))) for each in matter.situations
            ),
        )
        for matter in catalogue.matters
    )
    return replace(catalogue, matters=matters)


def test_every_proof_that_ships_was_judged_to_be_one(catalogue: Catalogue) -> None:
    check_judged(catalogue)
    for proof in catalogue.proofs():
        assert proof.judged == Judged(proof.name, PROOF, "训练·目录编辑", "2026-11-26")
    assert catalogue.materials == (
        Judged(HELD, OWN, "训练·目录编辑", "2026-11-26", Verdict.OWN_PAPER),
    )


def test_a_proof_that_nobody_judged_or_that_is_none_is_refused(catalogue: Catalogue) -> None:
    name = catalogue.proofs()[0].name
    with refuses("A2-1", "material.nobody-judged", material=name):
        check_judged(with_first(catalogue, judged=None))
    facts = {"material": name, "found": "own-paper", "listed": "proof"}
    with refuses("A2-1", "material.listed-wrongly", **facts):
        check_judged(with_first(catalogue, judged=Judged(name, OWN, "10001", "2026-11-26")))


def test_a_material_called_a_proof_is_judged_or_refused(catalogue: Catalogue) -> None:
    with refuses("A7-4", "guide.not-judged", line=HELD, proof=HELD):
        check_judged(replace(catalogue, materials=()))
    (own,) = catalogue.materials
    with refuses("A7-4", "guide.new-proof", line=HELD, proof=HELD):
        check_judged(
            replace(catalogue, materials=(replace(own, answers=PROOF, listed=Verdict.PROOF),))
        )
    facts = {"material": HELD, "found": "own-paper", "listed": "other-material"}
    with refuses("A2-1", "material.listed-wrongly", **facts):
        check_judged(replace(catalogue, materials=(replace(own, listed=Verdict.OTHER_MATERIAL),)))
    with refuses("A2-1", "material.nobody-judged", material=HELD):
        check_judged(replace(catalogue, materials=(replace(own, editor=""),)))


@pytest.mark.parametrize(
    ("line", "code", "proof"),
    [
        ("邻里和睦證明", "guide.not-judged", "邻里和睦證明"),
        ("邻居和睦证明", "guide.not-judged", "邻居和睦证明"),
        ("下岗失业证（复印件）", "guide.hidden-proof", "下岗失业证"),  # no 证明 in its name
        ("单位开具的收入证明", "guide.hidden-proof", "收入证明"),
        ("下岗失业证原件", "guide.hidden-proof", "下岗失业证"),
    ],
)
def test_no_situation_asks_for_one(catalogue: Catalogue, line: str, code: str, proof: str) -> None:
    matter = catalogue.matters[-1]
    last = replace(matter.situations[-1], materials=("居民身份证", line))
    asking = replace(matter, situations=(*matter.situations[:-1], last))
    with refuses("A7-4", code, line=line, proof=proof):
        check_judged(replace(catalogue, matters=(*catalogue.matters[:-1], asking)))
