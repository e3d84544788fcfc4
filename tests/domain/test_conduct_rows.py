"""Every word by which a cancelled proof is asked for, or by which it is said not to be (A7-3)."""

import pytest

from app.domain.catalogue import Catalogue, Matter, Proof, ProofRule, Situation, Unit
from app.domain.conduct import asked_for
from app.reference import load

SHIPPED = load().catalogue
ASKED = [
    *(f"请提交收入{word}证明" for word in (
        *("的", "之", "情况", "状况", "情形", "有关", "相关", "书面", "纸质", "有效", "正式"),
        *("一份", "盖章", "原件"),
    )),
    *(f"交证明{whose}收入的材料" for whose in (
        *("您", "你", "他", "她", "其", "本人", "自己", "申请人", "个人", "家庭", "该", "目前"),
    )),
    *(f"交证明收入的{paper}" for paper in (
        *("材料", "文件", "文书", "手续", "凭证", "函", "信", "书面材料"),
    )),
    *("交证明收入情况的材料", "交证明收入状况的材料"),
    *(f"不用户口簿{word}收入证明" for word in (
        *("但", "而", "须", "应", "请", "只", "改", "另", "还", "等", "先", "后"),
    )),
    *(f"不用提交{mark}收入证明" for mark in "，。；！？,;!?\n"),
    *("免费开收入证明", "免不了开收入证明", "不得收入证明", "不能再收入证明"),
    f"无需{'甲' * 13}收入证明",
]  # fmt: skip
NOT_ASKED = [
    *(f"{word}交收入证明" for word in (
        *("不用", "无需", "无须", "毋须", "不需", "不必", "不再", "免", "不要求"),
        *("取消", "代替", "替代", "不收"),
    )),
    *(f"{word}要求收入证明" for word in ("不得", "不能", "不应", "不准", "禁止", "严禁")),
    *(f"不得{word}收入证明" for word in ("要求", "索要", "收取", "再要求")),
    *(f"收入证明{word}" for word in ("天天要办", "日", "年", "白", "确", "细", "显", "了")),
    *(f"收入证明{word}取消" for word in (
        *("", "材料", "书", "现", "均", "都", "也", "已经", "已"),
    )),
    *(f"收入证明{word}提供" for word in (
        *("不用", "无需", "无须", "不需", "不需要", "不必", "不再", "不用您", "不用你", "不用再"),
    )),
    *(f"收入证明不用{word}" for word in (
        *("需要", "提供", "提交", "出具", "开", "交", "带", "要求", "收", "了"),
    )),
    "无需申请收入证明",
    f"无需{'甲' * 12}收入证明",
]  # fmt: skip
TRADITIONAL = dict(
    zip(
        "無記錄戶產業狀況親屬關係單學歷遺貧財職",
        "无记录户产业状况亲属关系单学历遗贫财职",
        strict=True,
    )
)


@pytest.mark.parametrize("text", ASKED)
def test_each_word_of_asking_is_known(text):
    found = asked_for(text, SHIPPED)
    assert found is not None
    assert found.name == "收入证明"


@pytest.mark.parametrize("text", NOT_ASKED)
def test_each_word_of_not_asking_is_known(text):
    assert asked_for(text, SHIPPED) is None


@pytest.mark.parametrize("written", TRADITIONAL)
def test_each_traditional_character_hides_nothing(written):
    proof = Proof("P1", f"{TRADITIONAL[written]}甲证明", (), "某局", "某法")
    assert asked_for(f"请交{written}甲證明", _with(proof)) == proof


def _with(proof: Proof) -> Catalogue:
    situation = Situation("01", "一般", (), (ProofRule(proof, ()),))
    unit = Unit("U1", "某局", "行政机关")
    matter = Matter(
        "110101", "某事", "ms", unit, "即办件", frozenset(), frozenset(), (situation,)
    )  # fmt: skip
    return Catalogue("1", "试", True, (unit,), (matter,))


def test_whose_fact_it_is_hides_nothing_also_where_no_alias_says_it():
    found = asked_for("交证明家庭健在的材料", SHIPPED)
    assert found is not None
    assert found.name == "健在证明"
