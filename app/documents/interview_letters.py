"""The joint conference asks the government for an interview with a unit's people (A22-1)."""

from app.documents.assistance_letters import Names
from app.documents.filling import Basis, bare
from app.documents.official import Filling, OfficialFacts, Paper, cited, fill, period
from app.documents.official_templates import OfficialTemplate
from app.domain.evaluation import Evaluation, Proposal
from app.errors import Refused


def interview(
    template: OfficialTemplate,
    proposal: Proposal,
    table: Evaluation,
    paper: Paper,
    *,
    basis: Basis,
    names: Names,
) -> OfficialFacts:
    """The proposal with the unit's own figures of that period, and its result once there is one."""
    row = next((each for each in table.rows if each.figures.unit == proposal.unit), None)
    if row is None or proposal.period != f"{table.first}/{table.last}":
        raise Refused("A22-1", "evaluation.no-such-unit", unit=proposal.unit)
    counts = ("cases", "demanded", "inquiries", "late", "complaints", "breaches")
    values = {name: str(getattr(row.figures, name)) for name in counts} | {
        "unit": names[proposal.unit],
        "period": period(table.first, table.last),
        "mark": str(row.mark),
        "formula": table.formula.version,
        "effect": bare(proposal.effect),
        "result": bare(proposal.result),
        "basis": cited(template, basis),
    }
    return fill(template, paper, Filling(values, {"result": "known" if proposal.result else ""}))
