"""Data that is signed and breaks a rule all the same is not loaded."""

from pathlib import Path

import pytest

from app.errors import Refused
from app.reference import load
from tests.signing import copied, sign


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied(tmp_path)


def test_two_formulas_of_one_version_are_refused(root: Path, tmp_path: Path) -> None:
    file = root / "policy" / "national.toml"
    file.write_bytes(file.read_bytes().replace(b"demanded = 10", b"demanded = 12"))
    assert sign(root, tmp_path / "owner.key", "--new-key").returncode != 0
    with pytest.raises(Refused) as refused:
        load(root)
    said = refused.value
    assert (said.article, said.code) == ("A23-1", "evaluation.version-twice")
    assert said.facts == {"formula": "1"}


@pytest.mark.parametrize(
    ("name", "before", "whose"),
    [
        ("catalogue/60-townships.toml", b'hours = [["08:30"', "训练·护国镇便民服务中心"),
        (
            "policy/national.toml",
            b'hours = [["09:00"',
            "国务院令第722号第四十四条、国办发〔2020〕42号",
        ),
    ],
)
def test_hours_that_are_out_of_order_are_refused(
    root: Path, tmp_path: Path, name: str, before: bytes, whose: str
) -> None:
    file = root / name
    altered = file.read_bytes().replace(before, b'hours = [["12:30"')
    assert altered != file.read_bytes()
    file.write_bytes(altered)
    assert sign(root, tmp_path / "owner.key", "--new-key").returncode != 0
    with pytest.raises(Refused) as refused:
        load(root)
    said = refused.value
    assert (said.article, said.code, said.facts) == ("A10-1", "hours.bad", {"whose": whose})


TEN = "出生医学证明（出示原件）"
YES = "handed_in = true, not_held = true, third_party = true, one_matter = true"
BAD_ROWS = {
    "an own paper listed as a proof": (
        "05-proofs.toml",
        f"judged = {{ {YES}",
        f"judged = {{ {YES.replace('not_held = true', 'not_held = false')}",
        (
            "A2-1",
            "material.listed-wrongly",
            {"material": "姓名证明", "found": "own-paper", "listed": "proof"},
        ),
    ),
    "a proof with a question unanswered": (
        "05-proofs.toml",
        f"judged = {{ {YES}",
        f"judged = {{ {YES.removesuffix(', one_matter = true')}",
        ("A2-1", "material.nobody-judged", {"material": "姓名证明"}),
    ),
    "a proof judged with a word instead of yes or no": (
        "05-proofs.toml",
        f"judged = {{ {YES}",
        f"judged = {{ {YES.replace('third_party = true', 'third_party = 1')}",
        (
            "A2-1",
            "material.listed-wrongly",
            {"material": "姓名证明", "found": "other-material", "listed": "proof"},
        ),
    ),
    "a proof that nobody signed for": (
        "05-proofs.toml",
        'by = "训练·目录编辑"',
        'by = ""',
        ("A2-1", "material.nobody-judged", {"material": "姓名证明"}),
    ),
    "a proof judged on no day": (
        "05-proofs.toml",
        'on = "2026-11-26"',
        'on = ""',
        ("A2-1", "material.nobody-judged", {"material": "姓名证明"}),
    ),
    "a material called a proof that nobody judged": (
        "05-proofs.toml",
        f'name = "{TEN}"',
        'name = "别的材料"',
        ("A7-4", "guide.not-judged", {"line": TEN, "proof": TEN}),
    ),
    "a material judged without all four answers": (
        "05-proofs.toml",
        "handed_in = true, not_held = false, ",
        "not_held = false, ",
        ("A2-1", "material.nobody-judged", {"material": TEN}),
    ),
    "a material that is a proof": (
        "05-proofs.toml",
        'listed = "own-paper"\njudged = { handed_in = true, not_held = false',
        'listed = "proof"\njudged = { handed_in = true, not_held = true',
        ("A7-4", "guide.new-proof", {"line": TEN, "proof": TEN}),
    ),
    "a cancelled proof among the materials": (
        "60-townships.toml",
        '"居民身份证（出示原件，不收复印件）"',
        '"单位开具的收入证明"',
        ("A7-4", "guide.hidden-proof", {"line": "单位开具的收入证明", "proof": "收入证明"}),
    ),
    "a hospital that no department guides": (
        "20-education-health.toml",
        'sector = "15"',
        'sector = ""',
        ("A24-1", "sector.no-department", {"unit": "训练·泸州市中心医院"}),
    ),
    "a unit of no kind": (
        "60-townships.toml",
        'kind = "乡镇"',
        'kind = "村"',
        ("A2-2", "unit.no-kind", {"unit": "训练·黄舣镇便民服务中心"}),
    ),
    "a plan that checks those who commit more": (
        "00-catalogue.toml",
        "committed = 5, others = 5",
        "committed = 6, others = 5",
        ("No.42", "check-plan.worse", {"plan": "低风险", "share": 6}),
    ),
    "a matter without a plan": (
        "60-townships.toml",
        'check_plan = "middle"',
        'check_plan = "none"',
        ("No.42", "check-plan.missing", {"matter": "农村低收入人口认定"}),
    ),
    "a verify-first matter marked for offline halls": (
        "10-people.toml",
        'check_plan = "high"',
        'check_plan = "high"\noffline_ok = true',
        ("A8-1", "matter.offline", {"matter": "最低生活保障金给付"}),
    ),
}


@pytest.mark.parametrize("what", BAD_ROWS)
def test_a_row_that_breaks_a_rule_is_refused_though_signed(
    root: Path, tmp_path: Path, what: str
) -> None:
    name, before, after, (article, code, facts) = BAD_ROWS[what]
    file = root / "catalogue" / name
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")
    assert sign(root, tmp_path / "owner.key", "--new-key").returncode != 0
    with pytest.raises(Refused) as refused:
        load(root)
    said = refused.value
    assert (said.article, said.code, dict(said.facts)) == (article, code, facts)


def test_a_field_that_no_pack_explains_is_an_error(root: Path, tmp_path: Path) -> None:
    file = root / "catalogue" / "60-townships.toml"
    file.write_bytes(file.read_bytes().replace(b'"social-relief"', b'"relief"', 1))
    assert sign(root, tmp_path / "owner.key", "--new-key").returncode != 0
    with pytest.raises(ValueError, match="relief"):
        load(root)
