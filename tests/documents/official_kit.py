"""One official letter of each kind, filled from values of the domain, to change a little."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from app import reference
from app.clock import CHINA
from app.documents import (
    assistance_letters,
    citizen_letters,
    interview_letters,
    official_templates,
    pairs,
)
from app.documents.assistance_letters import Done
from app.documents.official import OfficialFacts, Paper
from app.domain import evaluation, inquiries, overdue, tiers
from app.domain.acting import Signer
from app.domain.arrangements import Arrangement, Contact
from app.domain.catalogue import Way
from app.domain.evaluation import Evaluation, Figures
from app.domain.inquiries import Inquiry
from app.domain.outward import Demand, Issued
from app.domain.supplement import Item, Mismatch, SupplementNotice
from app.domain.tiers import Terms, Tier
from tests.documents import letter

REFERENCE = reference.load()
LETTERS, PACK, CATALOGUE = REFERENCE.letters, REFERENCE.pack, REFERENCE.catalogue
CITY = "5105"
HALL = "训练·江阳区民政局"
NAMES = {"U1": HALL, "U2": "训练·泸州市公安局户政管理支队"}
PAPER = Paper(
    HALL,
    "510502-T03-2026-000001-02",
    date(2026, 11, 23),
    Contact("李敏", "0830-0000001"),
    simulated=("id-reader", "seal-token"),
)
ANSWER = replace(PAPER, issuer=NAMES["U2"], letter_number="510500-G07-2026-000044-01")
CONFERENCE = replace(PAPER, issuer="泸州市“0证明城市”联席会议办公室", letter_number="LX-2026-0007")
TERMS: Terms = tiers.terms(PACK.settings, REFERENCE.calendar, CATALOGUE.units[0])
MATTER = next(m for m in CATALOGUE.matters if m.code == "110101")
SITUATION = MATTER.situations[0]
WORDS = official_templates.load(LETTERS, "overdue").words


def at(day: int, hour: int = 10, minute: int = 0, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=CHINA)


CASE = replace(
    letter.case("阿依努尔·买买提"),
    matter_code=MATTER.code,
    matter_name=MATTER.name,
    unit_name=HALL,
)
PAIR = pairs.pair_for(LETTERS, "ZM015")
ARRANGEMENT = Arrangement(
    "U1",
    "U2",
    (Contact("王建国", "0830-0000002"), Contact("赵静", "0830-0000003")),
    "ZM015",
    PAIR.fields,
    PAIR.inquiry_template,
    PAIR.feedback_template,
    Tier.DATABASE,
)


def asked(arrangement: Arrangement = ARRANGEMENT, sent: datetime | None = None) -> Inquiry:
    return inquiries.ask(
        arrangement,
        id="q1",
        case_number=CASE.number,
        fields=arrangement.fields,
        purpose="核实申请人家庭成员的婚姻状况",
        at=sent or at(23),
    )


def delivered(arrangement: Arrangement = ARRANGEMENT, when: datetime | None = None) -> Inquiry:
    when = when or at(23)
    return inquiries.deliver(asked(arrangement, when), when)


def answered(when: datetime, *, of: Inquiry | None = None, found: Any = None) -> Inquiry:
    of = of or delivered()
    found = found or {"婚姻状况": "离异", "登记日期": "2019年6月3日"}
    return inquiries.answer(of, when, inquiries.due(of, TERMS), found)


def inquiry(of: Inquiry | None = None, **changes: Any) -> OfficialFacts:
    of = of or delivered()
    values = {
        "basis": PACK,
        "names": NAMES,
        "terms": TERMS,
        "due": inquiries.due(of, TERMS) if of.delivered_at else None,
    }
    arrangement = changes.pop("arrangement", ARRANGEMENT)
    case = changes.pop("case", CASE)
    pair = changes.pop("pair", PAIR)
    return assistance_letters.inquiry(pair, of, arrangement, case, PAPER, **(values | changes))


def feedback(of: Inquiry | None = None, **changes: Any) -> OfficialFacts:
    of = of or answered(at(23, 10, 20))
    values = {
        "inquiry_number": PAPER.letter_number,
        "basis": PACK,
        "names": NAMES,
        "terms": TERMS,
        "due": inquiries.due(of, TERMS),
    }
    pair = changes.pop("pair", PAIR)
    return assistance_letters.feedback(pair, of, CASE, ANSWER, **(values | changes))


LATE = inquiries.pass_due(delivered(), at(23, 10, 31), inquiries.due(delivered(), TERMS))
DONE = (
    Done(at(23, 10, 35), "电话联系王建国，答复正在查找"),
    Done(at(23, 11, 5), "再次电话联系，无人接听"),
)


def overdue_report(of: Inquiry = LATE, **changes: Any) -> OfficialFacts:
    running = changes.pop("due", inquiries.due(of, TERMS))
    outage = changes.pop("own_outage", timedelta(minutes=12))
    report = overdue.draft(of, running, at(23, 10, 31), TERMS, own_outage=outage)
    values = {
        "subject": PAIR.row.subject,
        "inquiry_number": PAPER.letter_number,
        "basis": PACK,
        "names": NAMES,
        "terms": TERMS,
        "due": running,
        "at": at(23, 14, 15),
        "done": DONE,
    }
    template = official_templates.load(LETTERS, "overdue")
    return assistance_letters.overdue(
        template, changes.pop("report", report), of, ARRANGEMENT, PAPER, **(values | changes)
    )


def authority(**changes: Any) -> OfficialFacts:
    values = {
        "purpose": "核对申请最低生活保障家庭的经济状况",
        "data": ("银行存款余额", "不动产登记", "机动车登记", "社会保险缴费记录"),
        "units": ("市不动产登记中心", "市公安局车辆管理所", "市人力资源和社会保障局"),
        "until": date(2027, 5, 22),
        "signer": Signer(CASE.applicant.name, CASE.applicant.number),
        "signature": letter.handwriting(),
    }
    template = official_templates.load(LETTERS, "authority")
    case = changes.pop("case", CASE)
    situation = changes.pop("situation", SITUATION)
    return citizen_letters.authority(template, case, situation, PAPER, **(values | changes))


FOUND = (
    Mismatch("ZM072", "月收入", "1200元", "2650元", Way.DATA_SHARING, at(23, 9)),
    Mismatch("ZM100", "车辆登记", "无", "小型轿车一辆", Way.INQUIRY, at(23, 9)),
)
ITEMS = (
    Item("月收入", "本人近三个月的银行流水（自己的账户，窗口当场查看）", "工资记录与填写不一致"),
    Item("车辆登记", "机动车行驶证（出示原件）", "需要弄清车辆是否仍由本户使用"),
)


def supplement(
    items: tuple[Item, ...] = ITEMS, found: tuple[Mismatch, ...] = FOUND, **changes: Any
) -> OfficialFacts:
    notice = SupplementNotice(CASE.number, items, "10432", at(23, 11))
    template = official_templates.load(LETTERS, "supplement")
    values = {"basis": PACK, "catalogue": CATALOGUE}
    case = changes.pop("case", CASE)
    return citizen_letters.supplement(template, case, notice, found, PAPER, **(values | changes))


def many_items(count: int) -> OfficialFacts:
    found = tuple(
        Mismatch("ZM072", f"第{n}项收入", f"{n}00元", f"{n}50元", Way.INVESTIGATION, at(23, 9))
        for n in range(1, count + 1)
    )
    items = tuple(
        Item(one.fact, f"第{n}笔收入的合同原件（当场查看并交还）", f"第{n}笔金额与填写不一致")
        for n, one in enumerate(found, 1)
    )
    return supplement(items, found)


ISSUED = Issued(
    Demand(
        CASE.applicant.name,
        "0830-0000009",
        "婚姻登记情况证明",
        "在当地申请公共租赁住房",
        "训练·重庆市沙坪坝区住房保障中心",
        "500106",
        "a" * 64,
    ),
    "外-2026-000012",
    date(2026, 11, 24),
    HALL,
    "SN-1",
    2,
)


def outward(issued: Issued = ISSUED, **changes: Any) -> OfficialFacts:
    template = official_templates.load(LETTERS, "outward")
    content = changes.pop(
        "content", "申请人于2019年6月3日在我单位办理离婚登记，此后没有婚姻登记记录"
    )
    return citizen_letters.outward(
        template, issued, CASE.applicant, content, PAPER, **({"city": CITY} | changes)
    )


def table() -> Evaluation:
    weak = Figures("U2", 1250, 2, {Way.INQUIRY: 300}, 300, 41, 6, 3)
    good = Figures("U1", 900, 0, {Way.COMMITMENT: 700}, 40, 0, 0, 0)
    formula = PACK.settings.evaluation
    return evaluation.evaluate(date(2026, 7, 1), date(2026, 9, 30), [weak, good], formula)


def interview(result: str = "", **changes: Any) -> OfficialFacts:
    effect = "群众多次往返，两起投诉经媒体报道"
    proposal = replace(evaluation.propose_interview(table(), "U2", effect), result=result)
    template = official_templates.load(LETTERS, "interview")
    values = {"basis": PACK, "names": NAMES}
    shown = changes.pop("table", table())
    proposal = changes.pop("proposal", proposal)
    return interview_letters.interview(template, proposal, shown, CONFERENCE, **(values | changes))


EVERY = {
    "authority": authority,
    "inquiry": inquiry,
    "feedback": feedback,
    "supplement": supplement,
    "outward": outward,
    "overdue": overdue_report,
    "interview": interview,
}


def told(facts: OfficialFacts, block: str) -> str:
    """The text of a block with the rows below it."""
    return "\n".join(p.text for p in facts.paragraphs if p.id == block)
