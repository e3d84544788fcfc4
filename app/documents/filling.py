"""The words that fill a template's places: proofs and their ways, papers, days, numerals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.documents.templates import LetterTemplate
from app.domain.cases import Plan
from app.domain.catalogue import Matter, ProofRule, Situation, Way
from app.domain.people import Applicant, masked

CITIZEN_NUMBER = "公民身份号码"
BEARING_IT = ("citizen", "typed", "social-security")  # documents whose number it is
OTHER_NUMBER = "证件号码"
NUMERALS = "一二三四五六七八九十"
STOPS = "。；;."
TYPED = "证件信息由工作人员手工录入（{why}），{typed_by}录入，{confirmed_by}复核"
READ_LATER = "证件信息曾由工作人员手工录入（{why}），{typed_by}录入，{confirmed_by}复核，后已读卡"
WHY_TYPED = {
    "card-damaged": "证件损坏",
    "reader-out-of-order": "读卡器故障",
    "no-chip": "证件无芯片",
    "other": "其他原因",
}
SHOWN = re.compile(r"（出示[^（）]*）$")  # how the catalogue marks a paper that is not kept


class Basis(Protocol):
    """The policy pack, as far as a letter quotes it."""

    @property
    def title(self) -> str: ...
    @property
    def number(self) -> str: ...


@dataclass(frozen=True, slots=True)
class ProofLine:
    """One proof and what replaces it, in the letter's words."""

    name: str
    way: str
    words: str


def values_of(
    template: LetterTemplate,
    pack: Basis,
    matter: Matter,
    situation: Situation,
    plans: Sequence[Plan],
    days: int,
) -> dict[str, str]:
    rules = {rule.proof.code: rule for rule in situation.proofs}
    committed = [rules[p.proof_code] for p in plans if p.way is Way.COMMITMENT]
    return {
        "basis": quoted(pack),
        "matter": matter.name,
        "situation": situation.name,
        "department": matter.unit.name,
        "proofs": _listed([f"{x.name}，{x.words}" for x in proof_lines(template, plans)]),
        "content": _listed([_content(template, rule) for rule in committed]),
        "standard": _standard(template, committed),
        "days": str(days),
    }


def _content(template: LetterTemplate, rule: ProofRule) -> str:
    return bare(rule.content) or template.words["content"].format(proof=rule.proof.name)


def _standard(template: LetterTemplate, rules: Sequence[ProofRule]) -> str:
    standards = dict.fromkeys(bare(rule.standard) for rule in rules if rule.standard)
    return "；".join(standards) or template.words["standard"]


def _proof_line(template: LetterTemplate, plan: Plan) -> ProofLine:
    words = template.ways[plan.way.value]
    if plan.step.instead:
        words += f"（{plan.step.instead}）"
    return ProofLine(name=plan.proof_name, way=plan.way.value, words=words)


def proof_lines(template: LetterTemplate, plans: Sequence[Plan]) -> tuple[ProofLine, ...]:
    """Each proof with the way that replaces it."""
    return tuple(_proof_line(template, plan) for plan in plans)


def handed_in(template: LetterTemplate, materials: Sequence[str]) -> str:
    """Own papers are looked at and handed back, the rest stays here.

    Nobody keeps an identity card (ID Card Law Art. 15).
    """
    seen = [SHOWN.sub("", paper) for paper in materials if SHOWN.search(paper)]
    taken = [paper for paper in materials if not SHOWN.search(paper)]
    if not materials:
        seen = [template.words["own-paper"]]
    parts = (("seen", seen), ("taken", taken))
    return "；".join(f"{template.words[word]}：{'、'.join(of)}" for word, of in parts if of)


def in_words(day: date) -> str:
    """GB/T 9704: Arabic figures, no leading zero."""
    return f"{day.year}年{day.month}月{day.day}日"


def _listed(items: Sequence[str]) -> str:
    if len(items) < 2:
        return "".join(items)
    return "；".join(f"（{numeral(n)}）{item}" for n, item in enumerate(items, 1))


def numeral(number: int) -> str:
    """Chinese numeral for a paragraph, 1 to 99."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("" if tens == 1 else NUMERALS[tens - 1]) + "十"
    return head + (NUMERALS[ones - 1] if ones else "")


def bare(text: str) -> str:
    """Words without the stop that the template sets itself."""
    return text.strip().rstrip(STOPS)


def quoted(pack: Basis) -> str:
    """Title and number of what a letter rests on; a title that quotes itself is quoted once."""
    title = pack.title if pack.title.startswith("《") else f"《{pack.title}》"
    return title + (f"（{pack.number}）" if pack.number else "")


def person(applicant: Applicant) -> dict[str, str]:
    """Who the letter is about; each template takes the number whole or masked."""
    return {
        "applicant": applicant.name,
        "number_label": number_label(applicant.document),
        "number": applicant.number,
        "number_masked": masked(applicant.number),
    }


def number_label(document: str) -> str:
    return CITIZEN_NUMBER if document in BEARING_IT else OTHER_NUMBER


def hand_entry(applicant: Applicant) -> str:
    """What the paper says of data that were typed; empty when only a card was read."""
    hand = applicant.hand
    if hand is None:
        return ""
    words = TYPED if applicant.source == "typed" else READ_LATER
    why = WHY_TYPED[hand.reason]
    return words.format(why=why, typed_by=hand.typed_by, confirmed_by=hand.confirmed_by)
