"""Authority, supplement notice and proof for use outside: what stands in them, what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from app.documents import citizen_letters
from app.domain.acting import Capacity, Signer
from app.domain.catalogue import Way
from app.domain.supplement import Item, Mismatch
from tests.documents import official_kit as kit
from tests.documents.official_kit import told
from tests.domain.refusals import refuses

CHILD = replace(kit.CASE.applicant, birth="2018-03-12", number="510502201803121232")
GUARDIAN = Signer("买买提·艾力", "510502198003121230", Capacity.GUARDIAN, "b" * 64)


def test_an_authority_says_for_what_which_facts_where_and_how_long() -> None:
    facts = kit.authority()
    assert facts.addressee == "训练·江阳区民政局："
    assert told(facts, "applicant") == (
        "本人阿依努尔·买买提，公民身份号码510502198803121235，申请办理“最低生活保障金给付”"
        "（受理编号510502-T03-2026-000001），授权贵单位查询本人的下列信息。"
    )
    assert told(facts, "purpose") == (
        "核对申请最低生活保障家庭的经济状况。查询所得只用于这一目的。"
    )
    assert told(facts, "data") == "银行存款余额、不动产登记、机动车登记、社会保险缴费记录。"
    assert told(facts, "units") == (
        "市不动产登记中心、市公安局车辆管理所、市人力资源和社会保障局。"
    )
    assert told(facts, "term").startswith("自签名之日起至2027年5月22日止；")
    assert (facts.signature_label, facts.signed) == ("授权人（签名）：", date(2026, 11, 25))


def test_a_guardian_signs_for_a_child() -> None:
    case = replace(kit.CASE, applicant=CHILD)
    facts = kit.authority(case=case, signer=GUARDIAN)
    assert told(facts, "applicant").startswith(
        "买买提·艾力，系阿依努尔·买买提（公民身份号码510502201803121232）的监护人，"
    )
    assert facts.signature_label == "监护人（签名）："
    with refuses("A8-6", "commit.needs-guardian"):
        kit.authority(case=case, signer=Signer(CHILD.name, CHILD.number))
    with refuses("A8-6", "commit.not-the-person"):
        kit.authority(signer=Signer("张三", "510502197003121237"))


def test_no_consent_is_asked_where_the_duty_is_the_ground() -> None:
    """PIPL 13 item 3: only a matter whose papers name an authority has one."""
    needing = {
        (matter.code, situation.code)
        for matter in kit.CATALOGUE.matters
        for situation in matter.situations
        if citizen_letters.needs_authority(situation)
    }
    assert needing == {("110101", "01"), ("110101", "02")}
    plain = replace(kit.SITUATION, materials=("居民身份证（出示原件，不收复印件）",))
    with refuses("A18-1", "authority.not-needed", matter="最低生活保障金给付"):
        kit.authority(situation=plain)


@pytest.mark.parametrize(("name", "value"), [("purpose", " "), ("data", ()), ("units", ())])
def test_an_open_authority_is_refused(name: str, value: object) -> None:
    with refuses("A18-1", "authority.open", missing=name):
        kit.authority(**{name: value})


def test_an_authority_ends_on_its_day_or_later() -> None:
    assert "2026年11月23日止" in told(kit.authority(until=kit.PAPER.on), "term")
    with refuses("A18-1", "authority.over", until="2026-11-22"):
        kit.authority(until=date(2026, 11, 22))


def test_an_unsigned_authority_has_no_day() -> None:
    facts = kit.authority(signature=None)
    assert (facts.signature, facts.signed) == (None, None)


def test_one_notice_lists_fact_form_found_material_and_reason_of_each_item() -> None:
    facts = kit.supplement()
    assert facts.addressee == "阿依努尔·买买提（公民身份号码510502********1235）："
    assert told(facts, "items").splitlines() == [
        "经我们核实，下列内容与您填写的不一致：",
        "（一）月收入。您填写的是“1200元”，共享数据查到的是“2650元”。"
        "请补充：本人近三个月的银行流水（自己的账户，窗口当场查看）。原因：工资记录与填写不一致。",
        "（二）车辆登记。您填写的是“无”，部门协查查到的是“小型轿车一辆”。"
        "请补充：机动车行驶证（出示原件）。原因：需要弄清车辆是否仍由本户使用。",
    ]
    assert told(facts, "basis").endswith("（泸市府发〔2019〕36号）第十五条。")
    assert "李敏" in told(facts, "contact")


def test_a_notice_shows_no_whole_number() -> None:
    facts = kit.supplement()
    every = [facts.addressee, *(p.text for p in facts.paragraphs)]
    assert not any("510502198803121235" in text for text in every)


@pytest.mark.parametrize(
    ("material", "reason", "proof"),
    [
        ("单位开的收入证明", "金额不一致", "收入证明"),
        ("工资条", "请补交工资证明以便核对", "收入证明"),
        ("社区开的无房证明", "住房不一致", "住房证明"),
    ],
)
def test_the_filled_notice_never_asks_for_a_cancelled_proof(
    material: str, reason: str, proof: str
) -> None:
    """The filled text is looked at, whatever the item was before."""
    with refuses("A7-3", "proof.cancelled", proof=proof):
        kit.supplement((Item("月收入", material, reason),))


def test_what_was_filled_in_or_found_is_looked_at_too() -> None:
    found = (Mismatch("ZM072", "月收入", "见收入证明", "2650元", Way.INQUIRY, kit.at(23, 9)),)
    with refuses("A7-3", "proof.cancelled", proof="收入证明"):
        kit.supplement((kit.ITEMS[0],), found)


def test_an_invitation_to_bring_an_unheard_of_proof_is_refused() -> None:
    with refuses("A7-3", "proof.cancelled"):
        kit.supplement((Item("月收入", "请社区出具的良好品行证明", "金额不一致"),))


@pytest.mark.parametrize(("count", "last"), [(1, "（一）"), (99, "（九十九）"), (100, "（100）")])
def test_items_are_numbered_to_the_end(count: int, last: str) -> None:
    facts = kit.many_items(count)
    assert facts.paragraphs[count + 2].text.startswith(f"{last}第{count}项收入。")


def test_a_proof_for_use_outside_says_for_whom_what_for_where_and_by_whom() -> None:
    facts = kit.outward()
    assert facts.title == "婚姻登记情况证明"
    assert facts.addressee == "训练·重庆市沙坪坝区住房保障中心："
    assert told(facts, "applicant") == "申请人阿依努尔·买买提，公民身份号码510502198803121235。"
    assert told(facts, "use") == (
        "本件应申请人要求，为在训练·重庆市沙坪坝区住房保障中心办理“在当地申请公共租赁住房”出具，"
        "仅供这一用途使用，共2份，编号外-2026-000012。"
    )
    assert "此后没有婚姻登记记录。" in told(facts, "content")
    assert (facts.issuer, facts.letter_number, facts.day) == (
        kit.HALL, "外-2026-000012", date(2026, 11, 24),
    )  # fmt: skip


@pytest.mark.parametrize("division", ["510502", "510500"])
def test_no_proof_is_written_for_a_body_inside_the_city(division: str) -> None:
    demand = replace(kit.ISSUED.demand, division=division)
    with refuses("A16-1", "outward.inside", unit="训练·重庆市沙坪坝区住房保障中心"):
        kit.outward(replace(kit.ISSUED, demand=demand))


def test_a_proof_needs_the_five_facts_of_the_demand_and_something_to_say() -> None:
    demand = replace(kit.ISSUED.demand, use=" ")
    with refuses("A16-2", "outward.demand", missing="use"):
        kit.outward(replace(kit.ISSUED, demand=demand))
    with refuses("A8-5", "letter.place-empty", place="content"):
        kit.outward(content="。")
