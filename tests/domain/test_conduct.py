"""No cancelled proof is asked for in any wording, and innocent words pass (A7-3)."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue import Catalogue, Proof, ProofRule, Situation
from app.domain.conduct import asked_for, refuse_cancelled
from app.errors import Refused
from app.reference import load

CATALOGUE = load().catalogue

ASKED = {
    "无犯罪记录证明": """请到派出所开具无犯罪记录证明
        请提供“无犯罪记录”的证明
        需要无犯罪记录的书面证明
        证明您没有犯罪记录的材料
        无 犯 罪 记 录 证 明
        请补无犯罪證明""",
    "收入证明": """请补交一份收入证明
        收入，证明
        收-入-证-明 一份
        请让单位出具工资证明
        请提供收入情况证明书
        交证明收入的材料
        不用户口簿但须提供收入证明
        免费开具收入证明后再来
        收入证明不需要公证
        免不了要收入证明
        收入证明，不带不办
        无需其他材料，请交收入证明
        不用跑很多地方也不用排很久的队等很长时间带收入证明""",
    "婚姻状况证明": """请回村委会开婚姻状况的证明材料
        要一张单身证明
        婚姻有关的书面证明
        不得不请您补婚姻状况证明""",
    "房屋权属证明": """请交房 产 证 明 原件
        产\u200b权证明""",
    "健在证明": """请去社区开健在证明
        “我还活着”证明""",
    "下岗失业证": "请带下岗失业证",
    "思想品德鉴定证明": "思想品德鉴定表一份",
    "市场主体住所证明": "请提交住所使用证明",
}
INNOCENT = """申请人收入由社保信息库核对
    无犯罪记录由公安机关核查
    无需提供无犯罪记录证明
    收入证明已取消
    收入证明不用了
    这项证明（收入证明）不用您开
    不再要求收入证明
    不得要求申请人提供婚姻状况证明
    请核对住房情况，证明材料由本部门调取
    请出示结婚证原件
    请出示有效身份证明文件
    出生医学证明请带原件
    居住证，明天带来
    请带营业执照
    请补充说明家庭收入的来源和金额
    户口簿上的婚姻状况与填写不一致，请说明
    请出示从业人员健康证
    申请人不愿承诺，由我们去核实
    请出示不动产权证书
    换人办理，原申请人离开
    打印模糊，重新打印
    """


@pytest.mark.parametrize(
    ("proof", "text"),
    [(proof, text.strip()) for proof, texts in ASKED.items() for text in texts.splitlines()],
)
def test_a_cancelled_proof_is_refused_in_any_wording(
    catalogue: Catalogue, proof: str, text: str
) -> None:
    with pytest.raises(Refused) as refused:
        refuse_cancelled(text, catalogue)
    assert (refused.value.article, refused.value.code) == ("A7-3", "proof.cancelled")
    assert refused.value.facts["proof"] == proof


@pytest.mark.parametrize("text", [line.strip() for line in INNOCENT.splitlines()])
def test_innocent_words_pass(catalogue: Catalogue, text: str) -> None:
    refuse_cancelled(text, catalogue)


def test_every_proof_is_refused_by_its_name_and_by_each_alias(catalogue: Catalogue) -> None:
    for proof in catalogue.proofs():
        for name in (proof.name, *proof.names):
            assert asked_for(f"请提供{name}", catalogue) is not None, name
            assert asked_for("请带" + " ".join(name) + "来", catalogue) is not None, name


def test_an_empty_catalogue_refuses_nothing() -> None:
    empty = Catalogue("0", "训练", True, (), ())
    assert asked_for("请提供收入证明", empty) is None


@pytest.mark.parametrize("closing", '”"》」）) ')
def test_what_closes_a_name_does_not_hide_that_it_is_gone(
    catalogue: Catalogue, closing: str
) -> None:
    assert asked_for(f"收入证明{closing}已取消", catalogue) is None
    assert asked_for(f"收入证明{closing}照旧", catalogue) is not None


def test_one_proof_that_is_not_needed_does_not_hide_the_next(catalogue: Catalogue) -> None:
    found = asked_for("无需提供收入证明，请交单身证明", catalogue)
    assert found is not None
    assert found.name == "婚姻状况证明"


@pytest.mark.parametrize(("letters", "asked"), [(12, False), (13, True)])
def test_not_needed_reaches_twelve_letters_far(
    catalogue: Catalogue, letters: int, asked: bool
) -> None:
    text = f"不用{'跑' * letters}收入证明"
    assert (asked_for(text, catalogue) is not None) == asked


@pytest.mark.parametrize("turned", [False, True])
def test_a_longer_name_is_not_taken_for_the_shorter_one_it_begins_with(turned: bool) -> None:
    names = ("鉴定表", "鉴定表附页")
    proofs = [Proof(f"Z{place}", name, (), "学校", "") for place, name in enumerate(names)]
    if turned:
        proofs.reverse()
    rules = tuple(ProofRule(proof, ()) for proof in proofs)
    matter = replace(CATALOGUE.matters[0], situations=(Situation("01", "一般", (), rules),))
    book = replace(CATALOGUE, matters=(matter,))
    for name in names:
        found = asked_for(f"请带{name}", book)
        assert found is not None
        assert found.name == name


@given(st.text(alphabet="收入无犯罪记录的证明不用须，。 带", max_size=60))
def test_no_text_makes_it_fail_and_blanks_change_nothing(text: str) -> None:
    spaced = "\u3000".join(text)
    asked_for(text, CATALOGUE)
    if not any(sign in "不须，。 " for sign in text):
        assert asked_for(spaced, CATALOGUE) == asked_for(text, CATALOGUE)


def test_a_very_long_text_is_read_in_time() -> None:
    start = time.perf_counter()
    assert asked_for("不用收入证明" * 3000, CATALOGUE) is None
    assert time.perf_counter() - start < 2
