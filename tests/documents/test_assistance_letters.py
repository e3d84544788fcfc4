"""Inquiry, feedback and report of an overdue answer: what stands in them (Art. 9-12)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.documents import pairs
from app.domain import inquiries
from app.domain.clocks import Due, DueAt
from app.domain.tiers import Tier
from tests.documents import official_kit as kit
from tests.documents.official_kit import told
from tests.domain.refusals import refuses

PAPER_FILES = replace(kit.ARRANGEMENT, tier=Tier.PAPER)
SEARCHED = replace(kit.ARRANGEMENT, tier=Tier.INCOMPLETE, why_incomplete="1998年的档案受潮。")
UNKNOWN_YEAR = kit.delivered(PAPER_FILES, kit.at(4, year=2031, month=3))


def test_an_inquiry_says_who_is_asked_what_why_and_for_whom() -> None:
    facts = kit.inquiry()
    assert facts.head == kit.HALL
    assert facts.title == "关于协助核实婚姻登记情况的函"
    assert facts.addressee == "训练·泸州市公安局户政管理支队："
    assert told(facts, "purpose") == (
        "我单位办理“最低生活保障金给付”（受理编号510502-T03-2026-000001），"
        "为核实申请人家庭成员的婚姻状况，请贵单位协助核实。"
    )
    assert told(facts, "basis") == (
        "《泸州市“0证明城市”实施办法（试行）》（泸市府发〔2019〕36号）第九条至第十一条。"
    )
    assert told(facts, "person") == "阿依努尔·买买提，公民身份号码510502198803121235。"
    assert told(facts, "asked") == (
        "申请人目前的婚姻登记状况。只需反馈：婚姻状况、登记日期、登记机关。"
    )
    assert (
        told(facts, "recipients") == "本函只发给训练·泸州市公安局户政管理支队，由王建国、赵静办理。"
    )
    assert told(facts, "contact") == "李敏，电话0830-0000001。"


def test_only_the_fields_that_are_asked_stand_in_the_letter() -> None:
    of = replace(kit.delivered(), fields=("登记机关", "婚姻状况"))
    assert told(kit.inquiry(of), "asked").endswith("只需反馈：婚姻状况、登记机关。")


def test_a_field_of_another_proof_is_refused() -> None:
    of = replace(kit.delivered(), fields=("婚姻状况", "银行存款"))
    with refuses("A11-1", "inquiry.fields", fields="银行存款"):
        kit.inquiry(of)
    done = replace(kit.answered(kit.at(23, 10, 20)), fields=("婚姻状况", "银行存款"))
    with refuses("A11-1", "inquiry.fields", fields="银行存款"):
        kit.feedback(done)


def test_the_pair_of_another_proof_is_refused() -> None:
    with refuses("A9-2", "inquiry.no-template", missing="ZM015"):
        kit.inquiry(pair=pairs.pair_for(kit.LETTERS, "ZM100"))


def test_letters_that_cite_articles_are_refused_under_other_rules() -> None:
    other = replace(kit.PACK, number="国办发〔2020〕42号")
    for make in (kit.inquiry, kit.feedback, kit.overdue_report):
        with refuses("A8-5", "template.incomplete", problem="made for other rules"):
            make(basis=other)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("arrangement", "said"),
    [
        (
            kit.ARRANGEMENT,
            "依据上述办法第十条，已有数据库或者电子化存储的，30分钟内（办公时间）反馈。"
            "本函于2026年11月23日10时00分送达，请在2026年11月23日10时30分前反馈。",
        ),
        (
            PAPER_FILES,
            "依据上述办法第十条，需要查阅纸质档案的，1个工作日内反馈。"
            "本函于2026年11月23日10时00分送达，请在2026年11月24日17时00分前反馈。",
        ),
        (
            SEARCHED,
            "依据上述办法第十条，档案不全、需要多方查找的，2个工作日内反馈（1998年的档案受潮）。"
            "本函于2026年11月23日10时00分送达，请在2026年11月25日17时00分前反馈。",
        ),
    ],
)
def test_the_limit_is_told_with_its_article_and_the_due_moment(
    arrangement: kit.Arrangement, said: str
) -> None:
    assert told(kit.inquiry(kit.delivered(arrangement)), "limit") == said


def test_the_three_days_of_a_follow_up_cite_article_8() -> None:
    of = replace(kit.delivered(SEARCHED), follow_up=Due(date(2026, 11, 24), False))
    said = told(kit.inquiry(of), "limit")
    assert said.startswith("依据上述办法第八条、第十条，")
    assert "请在2026年11月24日17时00分前反馈" in said
    early = replace(kit.delivered(), follow_up=Due(date(2026, 11, 24), False))
    assert told(kit.inquiry(early), "limit").startswith("依据上述办法第十条，")


def test_before_delivery_no_due_moment_is_written() -> None:
    said = told(kit.inquiry(kit.asked()), "limit")
    assert said.endswith("30分钟内（办公时间）反馈，自本函送达时起算。")
    assert "2026" not in said


def test_a_provisional_due_moment_is_never_written_as_binding() -> None:
    said = told(kit.inquiry(UNKNOWN_YEAR), "limit")
    assert "暂计至2031年3月5日17时00分" in said
    assert "没有约束力" in said
    assert "请在" not in said


def test_a_feedback_shows_every_field_that_was_asked() -> None:
    facts = kit.feedback()
    assert facts.head == "训练·泸州市公安局户政管理支队"
    assert facts.addressee == "训练·江阳区民政局："
    assert told(facts, "found").splitlines() == [
        "经查婚姻登记信息，结果如下：",
        "（一）婚姻状况：离异。",
        "（二）登记日期：2019年6月3日。",
        "（三）登记机关：来函所问，本次没有反馈。",
    ]
    assert told(facts, "reference") == (
        "贵单位2026年11月23日10时00分发出的协查函（编号510502-T03-2026-000001-02，受理编号"
        "510502-T03-2026-000001）收悉，核实对象为阿依努尔·买买提（公民身份号码510502********1235）。"
    )


def test_the_whole_number_is_not_repeated_in_an_answer() -> None:
    assert not any("510502198803121235" in p.text for p in kit.feedback().paragraphs)


@pytest.mark.parametrize(
    ("minute", "said"),
    [
        (30, "应在2026年11月23日10时30分前反馈，实际于2026年11月23日10时30分反馈，没有逾期。"),
        (31, "应在2026年11月23日10时30分前反馈，实际于2026年11月23日10时31分反馈，已经逾期。"),
    ],
)
def test_times_and_lateness_are_told(minute: int, said: str) -> None:
    facts = kit.feedback(kit.answered(kit.at(23, 10, minute)))
    assert told(facts, "times") == f"来函于2026年11月23日10时00分送达，{said}"


def test_nobody_is_called_late_on_a_provisional_due_moment() -> None:
    late = kit.answered(kit.at(6, year=2031, month=3), of=UNKNOWN_YEAR)
    assert late.late
    said = told(kit.feedback(late), "times")
    assert "暂计至2031年3月5日17时00分，实际于2031年3月6日10时00分反馈" in said
    assert "待公布后认定" in said
    assert "已经逾期" not in said


def test_the_tier_is_told_and_so_is_its_change() -> None:
    assert told(kit.feedback(), "limit") == (
        "依据《泸州市“0证明城市”实施办法（试行）》（泸市府发〔2019〕36号）第十条，"
        "已有数据库或者电子化存储的，30分钟内（办公时间）反馈。"
    )
    running = inquiries.due(kit.delivered(), kit.TERMS)
    slower = inquiries.change_tier(
        kit.delivered(),
        Tier.PAPER,
        running,
        reason="登记在纸质档案。",
        by="王建国",
        at=kit.at(23, 10, 5),
    )
    assert told(kit.feedback(kit.answered(kit.at(24), of=slower)), "limit").endswith(
        "需要查阅纸质档案的，1个工作日内反馈。原按“已有数据库或者电子化存储的，30分钟内（办公时间）反馈”"
        "办理，2026年11月23日10时05分变更，原因是登记在纸质档案。"
    )


def test_no_feedback_without_an_answer() -> None:
    with refuses("A10-1", "inquiry.not-answered", id="q1"):
        kit.feedback(kit.LATE)


def test_a_report_tells_inquiry_unit_due_moment_and_what_was_done() -> None:
    facts = kit.overdue_report()
    assert facts.addressee == "市“0证明城市”联席会议办公室："
    assert told(facts, "inquiry") == (
        "我单位办理受理编号510502-T03-2026-000001的事项，于2026年11月23日10时00分发出协查函"
        "（编号510502-T03-2026-000001-02），请求协助核实婚姻登记情况。"
    )
    assert told(facts, "asked") == "训练·泸州市公安局户政管理支队，由王建国、赵静办理。"
    assert told(facts, "due").endswith(
        "该函于2026年11月23日10时00分送达，应在2026年11月23日10时30分前反馈。"
    )
    assert told(facts, "done").splitlines() == [
        "我单位已经：",
        "（一）2026年11月23日10时35分，电话联系王建国，答复正在查找。",
        "（二）2026年11月23日11时05分，再次电话联系，无人接听。",
    ]
    assert "第十二条" in told(facts, "request")
    assert "开展调查" in told(facts, "request")


def test_time_passed_is_office_time() -> None:
    assert told(kit.overdue_report(), "passed") == (
        "截至2026年11月23日14时15分，已经超过2小时15分钟（办公时间），没有收到反馈。"
    )
    assert "超过15分钟（" in told(kit.overdue_report(at=kit.at(23, 10, 45)), "passed")
    assert "超过不足1分钟（" in told(kit.overdue_report(at=kit.at(23, 10, 30)), "passed")
    assert "超过1小时（" in told(kit.overdue_report(at=kit.at(23, 11, 30)), "passed")


def test_a_late_answer_and_a_withdrawal_are_told() -> None:
    late = kit.answered(kit.at(23, 11, 0))
    assert told(kit.overdue_report(late), "passed") == (
        "2026年11月23日11时00分收到反馈，超过30分钟（办公时间）。"
    )
    running = inquiries.due(kit.LATE, kit.TERMS)
    gone = inquiries.withdraw(kit.LATE, kit.at(23, 11), running, "申请人撤回申请。")
    assert told(kit.overdue_report(gone), "passed").endswith(
        "已由我单位撤回，原因是申请人撤回申请。"
    )


def test_the_asked_unit_s_own_outage_is_told_and_charged() -> None:
    assert "系统中断12分钟" in told(kit.overdue_report(), "outage")
    none = kit.overdue_report(own_outage=timedelta(0))
    assert told(none, "outage") == "没有协查单位自身系统中断的记录。"


def test_nothing_done_is_said_to_be_nothing() -> None:
    assert told(kit.overdue_report(done=()), "done") == "没有其他联系记录。"


def test_a_report_on_a_provisional_due_moment_binds_nobody() -> None:
    late = inquiries.pass_due(
        UNKNOWN_YEAR, kit.at(6, year=2031, month=3), inquiries.due(UNKNOWN_YEAR, kit.TERMS)
    )
    said = told(kit.overdue_report(late, at=kit.at(6, 11, year=2031, month=3)), "due")
    assert "暂计至2031年3月5日17时00分" in said
    assert "没有约束力" in said
    assert "应在" not in said


def test_report_inquiry_and_due_moment_belong_together() -> None:
    due = inquiries.due(kit.LATE, kit.TERMS)
    other = DueAt(due.at + timedelta(minutes=1), due.wall, False)
    report = kit.overdue.draft(kit.LATE, due, kit.at(23, 10, 31), kit.TERMS)
    with pytest.raises(ValueError, match="belong together"):
        kit.overdue_report(due=other, report=report)
    with pytest.raises(ValueError, match="belong together"):
        kit.overdue_report(report=replace(report, inquiry_id="q2"))


def test_a_letter_with_a_gap_is_refused() -> None:
    arrangement = replace(kit.ARRANGEMENT, contacts=())
    with refuses("A8-5", "letter.place-empty", place="recipients"):
        kit.inquiry(arrangement=arrangement)


@pytest.mark.parametrize("proof", sorted(pairs.asked_about(kit.CATALOGUE)))
def test_both_letters_of_every_proof_are_filled_with_its_own_words(proof: str) -> None:
    pair = pairs.pair_for(kit.LETTERS, proof)
    arrangement = replace(kit.ARRANGEMENT, proof_code=proof, fields=pair.fields)
    of = kit.delivered(arrangement)
    facts = kit.inquiry(of, pair=pair, arrangement=arrangement)
    assert pair.row.subject in facts.title
    assert all(field in told(facts, "asked") for field in pair.row.fields)
    assert pair.row.question in told(facts, "asked")
    done = kit.answered(kit.at(23, 10, 20), of=of, found={pair.row.fields[0]: "有"})
    back = kit.feedback(done, pair=pair)
    assert f"（一）{pair.row.fields[0]}：有。" in told(back, "found")
    assert told(back, "found").startswith(f"经查{pair.row.source}，")
