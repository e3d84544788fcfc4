"""A guide that sets a proof, openly or hidden, is not kept (A7-4)."""

from dataclasses import replace

import pytest

from app.domain.catalogue import Catalogue
from app.domain.four_questions import Answers
from app.domain.guides import Finding, Guide, Material, check_guide, findings
from app.errors import Refused

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
