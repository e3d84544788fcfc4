"""Letters between departments: inquiry, feedback, report of an overdue answer (Art. 9-12)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.documents.filling import Basis, bare, person
from app.documents.official import Filling, OfficialFacts, Paper, cited, fill, lasting, moment
from app.documents.official_templates import OfficialTemplate
from app.documents.pairs import Pair
from app.domain.arrangements import Arrangement
from app.domain.cases import Case
from app.domain.clocks import DueAt
from app.domain.inquiries import Inquiry
from app.domain.office_time import NOTHING, Span, open_spans, total
from app.domain.overdue import Report
from app.domain.tiers import Terms, Tier
from app.errors import Refused

Names = Mapping[str, str]  # units by their code


@dataclass(frozen=True, slots=True)
class Done:
    """What the department did about an answer that did not come (A12-1)."""

    at: datetime
    what: str


def inquiry(
    pair: Pair,
    asked: Inquiry,
    arrangement: Arrangement,
    case: Case,
    paper: Paper,
    *,
    basis: Basis,
    names: Names,
    terms: Terms,
    due: DueAt | None,
) -> OfficialFacts:
    """Who is asked what, on which ground, for what and until when; only the proof's own fields.

    `due` is None before delivery; a due moment that rests on no calendar is said to bind nobody.
    """
    _only_its_fields(pair, asked)
    template = pair.inquiry
    values = (
        _case(case)
        | _limit(template, asked.tier, asked, terms, due)
        | {
            "asked": names[asked.asked],
            "subject": pair.row.subject,
            "question": pair.row.question,
            "fields": "、".join(name for name in pair.row.fields if name in asked.fields),
            "purpose": bare(asked.purpose),
            "recipients": _recipients(arrangement),
            "basis": cited(template, basis),
        }
    )
    variant = "undelivered" if due is None else "provisional" if due.provisional else ""
    return fill(template, paper, Filling(values, {"limit": variant}))


def feedback(
    pair: Pair,
    answered: Inquiry,
    case: Case,
    paper: Paper,
    *,
    inquiry_number: str,
    basis: Basis,
    names: Names,
    terms: Terms,
    due: DueAt,
) -> OfficialFacts:
    """What was found, field by field, with tier, times and the mark of lateness (A10-1, A11-1)."""
    if answered.answered_at is None:
        raise Refused("A10-1", "inquiry.not-answered", id=answered.id)
    _only_its_fields(pair, answered)
    template, found = pair.feedback, dict(answered.answer)
    values = (
        _case(case)
        | _limit(template, answered.tier, answered, terms, due)
        | {
            "asking": names[answered.asking],
            "subject": pair.row.subject,
            "source": pair.row.source,
            "basis": cited(template, basis),
            "inquiry_number": inquiry_number,
            "sent": moment(template.words, answered.sent_at),
            "answered": moment(template.words, answered.answered_at),
            **_changed(template, answered, terms),
        }
    )
    rows = [
        {"field": name, "value": bare(found.get(name, "")) or template.words["unanswered"]}
        for name in pair.row.fields
        if name in answered.fields
    ]
    return fill(template, paper, Filling(values, _marks(answered, due), {"found": rows}))


def overdue(
    template: OfficialTemplate,
    report: Report,
    late: Inquiry,
    arrangement: Arrangement,
    paper: Paper,
    *,
    subject: str,
    inquiry_number: str,
    basis: Basis,
    names: Names,
    terms: Terms,
    due: DueAt,
    at: datetime,
    done: Sequence[Done] = (),
) -> OfficialFacts:
    """To the joint conference: who did not answer what, since when, and what was done (A12-1)."""
    if (report.inquiry_id, report.due) != (late.id, due.at):
        raise ValueError("report, inquiry and due moment belong together")
    words = template.words
    end = late.answered_at or at
    values = _limit(template, late.tier, late, terms, due) | {
        "asked": names[late.asked],
        "case_number": report.case_number,
        "inquiry_number": inquiry_number,
        "subject": subject,
        "sent": moment(words, late.sent_at),
        "recipients": _recipients(arrangement),
        "at": moment(words, at),
        "answered": moment(words, end),
        "passed": lasting(words, total(open_spans(Span(due.at, end), terms.opening))),
        "why_withdrawn": bare(late.withdrawn_because),
        "outage": lasting(words, report.own_outage),
        "basis": cited(template, basis),
    }
    rows = [{"when": moment(words, each.at), "what": bare(each.what)} for each in done]
    return fill(
        template, paper, Filling(values, _variants(report, late, due, rows), {"done": rows})
    )


def _marks(answered: Inquiry, due: DueAt) -> dict[str, str]:
    """A changed tier, and lateness; nobody is called late on a provisional due moment."""
    return {
        "limit": "changed" if answered.change else "",
        "times": "provisional" if due.provisional else "late" if answered.late else "",
    }


def _variants(report: Report, late: Inquiry, due: DueAt, rows: Sequence[object]) -> dict[str, str]:
    return {
        "due": "provisional" if due.provisional else "",
        "passed": "answered" if late.answered_at else "withdrawn" if late.withdrawn_at else "",
        "outage": "" if report.own_outage > NOTHING else "none",
        "done": "" if rows else "none",
    }


def _only_its_fields(pair: Pair, asked: Inquiry) -> None:
    if asked.proof_code != pair.row.proof:
        raise Refused("A9-2", "inquiry.no-template", missing=asked.proof_code)
    if others := sorted(set(asked.fields) - pair.fields):
        raise Refused("A11-1", "inquiry.fields", fields=", ".join(others))


def _limit(
    template: OfficialTemplate, tier: Tier, asked: Inquiry, terms: Terms, due: DueAt | None
) -> dict[str, str]:
    """The tier in words, its article, and the due moment where there is one (Art. 8, 10)."""
    capped = asked.follow_up is not None and due is not None and _ends_the_three_days(asked, due)
    values = {
        "limit": _tier_in_words(template, tier, asked.why_incomplete, terms),
        "limit_article": template.words["articles.follow-up" if capped else "articles.tier"],
    }
    if due is None or asked.delivered_at is None:
        return values
    delivered, at = moment(template.words, asked.delivered_at), moment(template.words, due.at)
    return values | {"delivered": delivered, "due": at}


def _ends_the_three_days(asked: Inquiry, due: DueAt) -> bool:
    return asked.follow_up is not None and due.at.date() == asked.follow_up.day


def _tier_in_words(template: OfficialTemplate, tier: Tier, why: str, terms: Terms) -> str:
    words = template.words[f"tiers.{tier}"].format(
        minutes=terms.minutes, paper_days=terms.paper_days, incomplete_days=terms.incomplete_days
    )
    return f"{words}（{bare(why)}）" if tier is Tier.INCOMPLETE and why.strip() else words


def _changed(template: OfficialTemplate, answered: Inquiry, terms: Terms) -> dict[str, str]:
    if answered.change is None:
        return {}
    return {
        "limit_before": _tier_in_words(template, answered.change.before, "", terms),
        "changed_at": moment(template.words, answered.change.at),
        "why_changed": bare(answered.change.reason),
    }


def _recipients(arrangement: Arrangement) -> str:
    return "、".join(contact.name for contact in arrangement.contacts)


def _case(case: Case) -> dict[str, str]:
    return person(case.applicant) | {"matter": case.matter_name, "case_number": case.number}
