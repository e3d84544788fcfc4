"""Letters for the applicant: authority to look up, supplement notice, proof for use outside."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from app.documents.filling import Basis, bare, in_words, person
from app.documents.official import Filling, OfficialFacts, Paper, cited, fill
from app.documents.official_templates import OfficialTemplate
from app.documents.templates import invitations
from app.domain import acting
from app.domain.acting import Capacity, Signer
from app.domain.cases import Case
from app.domain.catalogue import Catalogue, Situation
from app.domain.commitment import Signature
from app.domain.conduct import refuse_cancelled
from app.domain.days import day_of
from app.domain.forms import complete
from app.domain.outward import Issued, check_outside
from app.domain.people import Applicant
from app.domain.supplement import Mismatch, SupplementNotice
from app.errors import Refused

AUTHORITY = "授权书"  # how the catalogue names it among a situation's papers


def needs_authority(situation: Situation) -> bool:
    """Does the matter list an authority? Else the duty itself is the ground (PIPL 13 item 3)."""
    return any(AUTHORITY in paper for paper in situation.materials)


def authority(
    template: OfficialTemplate,
    case: Case,
    situation: Situation,
    paper: Paper,
    *,
    purpose: str,
    data: Sequence[str],
    units: Sequence[str],
    until: date,
    signer: Signer,
    signature: Signature | None = None,
) -> OfficialFacts:
    """For what, which facts, where, how long; only where the matter needs it (PIPL 13, 17)."""
    if not needs_authority(situation):
        raise Refused("A18-1", "authority.not-needed", matter=case.matter_name)
    complete("A18-1", "authority.open", purpose=purpose, data=data, units=units)
    if until < paper.on:
        raise Refused("A18-1", "authority.over", until=until.isoformat())
    acting.person_signs(case.applicant, signer, paper.on)
    guardian = signer.capacity is Capacity.GUARDIAN
    values = person(case.applicant) | {
        "signer": signer.name,
        "department": case.unit_name,
        "matter": case.matter_name,
        "case_number": case.number,
        "purpose": bare(purpose),
        "data": "、".join(data),
        "units": "、".join(units),
        "until": in_words(until),
    }
    chosen = {"applicant": "guardian" if guardian else ""}
    facts = fill(template, paper, Filling(values, chosen))
    return replace(
        facts,
        signature_label=template.words["guardian-signs" if guardian else "applicant-signs"],
        signature=signature,
        signed=day_of(signature.signed_at) if signature else None,
    )


def supplement(
    template: OfficialTemplate,
    case: Case,
    notice: SupplementNotice,
    found: Collection[Mismatch],
    paper: Paper,
    *,
    basis: Basis,
    catalogue: Catalogue,
) -> OfficialFacts:
    """The one notice with all its items; never a word that asks for a cancelled proof (A15-2)."""
    by_fact = {one.fact: one for one in found}
    rows = [
        {
            "fact": item.fact,
            "form": by_fact[item.fact].form,
            "found": by_fact[item.fact].source,
            "way": template.words[f"ways.{by_fact[item.fact].way}"],
            "material": bare(item.material),
            "why": bare(item.reason),
        }
        for item in notice.items
    ]
    values = person(case.applicant) | {
        "matter": case.matter_name,
        "case_number": case.number,
        "department": case.unit_name,
        "basis": cited(template, basis),
    }
    facts = fill(template, paper, Filling(values, rows={"items": rows}))
    _asks_for_no_proof(facts, catalogue)
    return facts


def outward(
    template: OfficialTemplate,
    issued: Issued,
    applicant: Applicant,
    content: str,
    paper: Paper,
    *,
    city: str,
) -> OfficialFacts:
    """A proof for a body outside the city; for one inside it none is written (A16-1)."""
    check_outside(issued.demand, city)
    values = person(applicant) | {
        "proof": issued.demand.proof_name,
        "demanding_unit": issued.demand.demanding_unit,
        "use": bare(issued.demand.use),
        "content": bare(content),
        "copies": str(issued.copies),
        "issue_number": issued.number,
        "issuer": issued.issuer,
    }
    paper = replace(paper, issuer=issued.issuer, letter_number=issued.number, on=issued.issued_on)
    return fill(template, paper, Filling(values))


def _asks_for_no_proof(facts: OfficialFacts, catalogue: Catalogue) -> None:
    """By name or alias (A7-3), and in whatever words an invitation comes."""
    for paragraph in facts.paragraphs:
        refuse_cancelled(paragraph.text, catalogue)
        for words in invitations(paragraph.text):
            raise Refused("A7-3", "proof.cancelled", proof=words)
