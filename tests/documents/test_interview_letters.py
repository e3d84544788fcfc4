"""The proposal for an interview: the unit's own figures and the bad effect (A22-1)."""

from dataclasses import replace
from datetime import date

from app.domain import evaluation
from tests.documents import official_kit as kit
from tests.documents.official_kit import told
from tests.domain.refusals import refuses

PROPOSAL = evaluation.propose_interview(kit.table(), "U2", "群众多次往返")


def test_a_proposal_tells_the_period_s_figures_the_effect_and_what_is_asked() -> None:
    facts = kit.interview()
    assert facts.addressee == "市人民政府："
    assert told(facts, "basis").endswith("（泸市府发〔2019〕36号）第二十二条。")
    assert told(facts, "figures") == (
        "2026年7月1日至2026年9月30日，训练·泸州市公安局户政管理支队办理1250件；索要已取消证明2次；"
        "应答协查300件，其中逾期41件；收到投诉6件；查实违规3件。评估得分45分（计分办法第1版）。"
    )
    assert told(facts, "effect") == "群众多次往返，两起投诉经媒体报道。"
    assert told(facts, "proposal").startswith("建议对训练·泸州市公安局户政管理支队相关人员进行约谈")


def test_the_result_is_told_once_it_is_known() -> None:
    assert told(kit.interview(), "result") == "请将约谈结果告知我办，以便登记。"
    assert told(kit.interview("2026年11月30日约谈，限期整改"), "result") == (
        "2026年11月30日约谈，限期整改。"
    )


def test_figures_of_another_period_or_unit_are_not_used() -> None:
    other = evaluation.evaluate(
        date(2026, 4, 1), date(2026, 6, 30), [kit.table().rows[1].figures],
        kit.PACK.settings.evaluation,
    )  # fmt: skip
    with refuses("A22-1", "evaluation.no-such-unit", unit="U2"):
        kit.interview(table=other)
    with refuses("A22-1", "evaluation.no-such-unit", unit="U9"):
        kit.interview(proposal=replace(PROPOSAL, unit="U9"))


def test_the_measures_article_is_not_cited_under_other_rules() -> None:
    with refuses("A8-5", "template.incomplete", where="国办发〔2020〕42号"):
        kit.interview(basis=replace(kit.PACK, number="国办发〔2020〕42号"))
