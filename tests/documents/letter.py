"""A letter to test with: a plain case of a training hall, a handwriting, a red ring as seal."""

import io
import math
from dataclasses import dataclass, replace
from datetime import date, datetime

from PIL import Image, ImageDraw

from app import reference
from app.clock import CHINA
from app.documents import filling, letters, templates
from app.documents.letters import LetterFacts
from app.documents.seal_field import SealPicture
from app.domain.cases import Case, CaseState, Plan
from app.domain.catalogue import Matter, Proof, ProofRule, Situation, Step, Unit, Way
from app.domain.commitment import Point, Signature
from app.domain.people import Applicant

LETTERS = reference.load().letters
AT = datetime(2026, 11, 25, 10, 30, tzinfo=CHINA)


@dataclass(frozen=True)
class Pack:
    title: str = "泸州市“0证明城市”实施办法（试行）"
    number: str = "泸市府发〔2019〕36号"


def applicant(name: str = "张𬭎") -> Applicant:
    return Applicant(
        name=name,
        raw_name=name,
        sex="男",
        ethnic_group="汉",
        birth="1988-03-12",
        address="四川省泸州市江阳区江阳西路1号",
        number="510502198803121235",
        document="citizen",
        issuer="泸州市公安局江阳区分局",
        valid_from="2020-01-01",
        valid_until="长期",
        source="card",
        simulated=True,
    )


def rule(code: str, name: str, way: Way, content: str = "", instead: str = "") -> ProofRule:
    proof = Proof(code, name, (), "派出所", "")
    step = Step(way, "3", "", "", instead)
    return ProofRule(proof, (step,), content, "与户口簿和婚姻登记的情况一致" if content else "")


RULES = (
    rule("P1", "婚姻状况证明", Way.COMMITMENT, "本人现在未婚，没有在任何地方办理过婚姻登记。"),
    rule("P2", "户籍所在地住址证明", Way.CANCELLED),
    rule("P3", "无房证明", Way.DATA_SHARING, instead="不动产登记信息"),
)
SITUATION = Situation(
    "S1",
    "本市户籍单身申请人",
    ("居民身份证（出示原件，不收复印件）", "申请表（窗口打印，申请人签名）"),
    RULES,
)
UNIT = Unit("U1", "泸州市江阳区住房和城乡建设局", "agency")
MATTER = Matter(
    "M1", "公共租赁住房申请", "ggzlzfsq", UNIT, "即办件", frozenset(), frozenset(), (SITUATION,)
)


def case(name: str = "张𬭎", matter: Matter = MATTER) -> Case:
    rules = matter.situations[0].proofs
    return Case(
        id="0",
        number="510502-T03-2026-000001",
        state=CaseState.OPEN,
        mode="training",
        pack="luzhou",
        catalogue="1",
        matter_code=matter.code,
        matter_name=matter.name,
        situation_code="S1",
        unit_name=matter.unit.name,
        applicant=applicant(name),
        plans=tuple(Plan(r.proof.code, r.proof.name, r.ladder[0]) for r in rules),
        opened_at=AT.isoformat(),
        officer="10432",
        categories=tuple(sorted(matter.categories)),
        exclusions=tuple(sorted(matter.exclusions)),
        simulated_devices=("读卡器", "印章", "手写板"),
    )


def handwriting() -> Signature:
    def stroke(points: list[tuple[float, float]]) -> tuple[Point, ...]:
        return tuple(
            Point(x, y, 0.35 + 0.5 * math.sin(math.pi * n / len(points)), n * 8)
            for n, (x, y) in enumerate(points)
        )

    def curve(x0: float, y0: float, x1: float, y1: float, bend: float) -> tuple[Point, ...]:
        steps = [n / 24 for n in range(25)]
        return stroke(
            [(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + bend * math.sin(math.pi * t)) for t in steps]
        )

    strokes = (
        curve(12, 10, 24, 10, -0.6), curve(24, 10, 23, 16, 0.4), curve(13, 16, 23, 16, -0.4),
        curve(13, 16, 12, 23, 0.3), curve(12, 23, 24, 23, -0.5), curve(24, 23, 19, 35, 1.5),
        curve(36, 8, 29, 20, 1.5), curve(27, 21, 46, 20, -1), curve(33, 12, 33, 36, 0.5),
        curve(33, 36, 38, 31, 0.5), curve(34, 21, 46, 36, 2),
    )  # fmt: skip
    return Signature(strokes, 90, 45, AT.isoformat())


def facts(name: str = "张𬭎", matter: Matter = MATTER, kind: str = "commitment") -> LetterFacts:
    return facts_of(case(name, matter), matter, kind)


def facts_of(visit: Case, matter: Matter = MATTER, kind: str = "commitment") -> LetterFacts:
    return letters.letter_facts(
        templates.load(LETTERS, kind),
        visit,
        pack=Pack(),
        matter=matter,
        situation=matter.situations[0],
        hall="泸州市江阳区政务服务中心",
        issuer="泸州市江阳区政务服务中心",
        letter_number="510502-T03-2026-000001-01",
        on=date(2026, 11, 25),
        sealed_at=AT,
        signature=handwriting() if kind == "commitment" else None,
        check_address="https://127.0.0.1:8443/check",
        check_code="7K3M-Q9XT-2F",
    )


def long_facts() -> LetterFacts:
    many = tuple(
        rule(f"P{n}", f"第{filling.numeral(n)}项工作年限证明", Way.COMMITMENT, "工作年限属实，" * 4)
        for n in range(1, 13)
    )
    situation = replace(SITUATION, proofs=many)
    return facts(matter=replace(MATTER, situations=(situation,)))


def seal(pixels: int = 992, width_mm: int = 42, height_mm: int = 42) -> SealPicture:
    high = pixels * height_mm // width_mm
    picture = Image.new("RGBA", (pixels, high), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    red = (200, 20, 20, 225)
    draw.ellipse((4, 4, pixels - 5, high - 5), outline=red, width=pixels // 35)
    points = [
        (
            pixels / 2 + pixels * r * math.sin(math.pi * n / 5),
            high / 2 - pixels * r * math.cos(math.pi * n / 5),
        )
        for n, r in enumerate((0.17, 0.066) * 5)
    ]
    draw.polygon(points, fill=red)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return SealPicture(out.getvalue(), width_mm, height_mm, "泸州市江阳区政务服务中心（训练）")
