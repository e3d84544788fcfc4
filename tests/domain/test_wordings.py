"""Twenty phrasings of each of five proofs are refused, twenty innocent ones pass (A7-3)."""

import pytest

from app.domain.catalogue import Catalogue
from app.domain.conduct import asked_for, refuse_cancelled
from app.errors import Refused

# proof → the fact it is about
PROOFS = {
    "收入证明": "收入",
    "婚姻状况证明": "婚姻",
    "无犯罪记录证明": "无犯罪记录",
    "健在证明": "健在",
    "姓名证明": "姓名",
}
ASKING = """请提供{name}
    请到社区开具{name}后再来
    还差一份{name}
    {name}原件一份
    {name}（加盖公章）
    请补交{fact}的证明
    需要{fact}情况证明
    带上{fact}有关的书面证明
    交证明{fact}的材料
    请出具证明您{fact}情况的文件
    “{fact}”证明一份
    请带 {spaced}
    {dashed}一份
    {hidden}
    请开{traditional}
    不用户口簿但须提供{name}
    {name}，不带不办
    无需其他材料，请交{name}
    请补正：1.居民身份证；2.{name}
    麻烦单位盖章出一份{fact}证明材料""".splitlines()
INNOCENT = """无需提供{name}
    不用您再开{name}
    不再要求{name}
    不得要求申请人提供{name}
    严禁索要{name}
    {name}已取消
    {name}现已取消
    {name}不用了
    {name}无需提交
    这项证明（{name}）不用您开
    以告知承诺代替{name}
    {fact}由我们向有关单位核实
    填写的{fact}与系统里的不一致，请说明
    请核对{fact}情况，证明材料由本部门调取
    申请人承诺所填{fact}属实
    {fact}以信息库里的为准
    出生医学证明请带原件，{fact}由我们查
    请出示有效身份证明文件，{fact}由我们查
    居住证，明天带来，{fact}由我们查
    {fact}查询授权书请签名""".splitlines()


def worded(template: str, name: str, fact: str) -> str:
    return template.strip().format(
        name=name,
        fact=fact,
        spaced=" ".join(name),
        dashed="-".join(name),
        hidden="\u200b".join(name),
        traditional=name.replace("证", "證").replace("无", "無").replace("记录", "記錄"),
    )


@pytest.mark.parametrize("name", PROOFS)
@pytest.mark.parametrize("template", ASKING)
def test_each_of_twenty_phrasings_is_refused(
    catalogue: Catalogue, template: str, name: str
) -> None:
    text = worded(template, name, PROOFS[name])
    with pytest.raises(Refused) as refused:
        refuse_cancelled(text, catalogue)
    assert (refused.value.article, refused.value.code) == ("A7-3", "proof.cancelled")
    assert refused.value.facts["proof"] == name


@pytest.mark.parametrize("name", PROOFS)
@pytest.mark.parametrize("template", INNOCENT)
def test_each_of_twenty_innocent_phrasings_passes(
    catalogue: Catalogue, template: str, name: str
) -> None:
    text = worded(template, name, PROOFS[name])
    assert asked_for(text, catalogue) is None, text


def test_the_counts_are_those_promised() -> None:
    assert (len(PROOFS), len(set(ASKING)), len(set(INNOCENT))) == (5, 20, 20)
