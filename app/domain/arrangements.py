"""What two units settle once for every proof they ask each other about (Art. 9)."""

from collections.abc import Collection
from dataclasses import dataclass

from app.domain import tiers
from app.domain.forms import complete
from app.domain.tiers import Tier
from app.errors import Refused


@dataclass(frozen=True, slots=True)
class Contact:
    """A person of the asked unit who answers, and how to reach them."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What two units settled for one proof (Art. 9): who, which templates, which limit.

    The tier belongs to proof and unit; whoever sends an inquiry does not choose it (A9-3).
    """

    asking: str
    asked: str
    contacts: tuple[Contact, ...]
    proof_code: str
    fields: frozenset[str]  # the proof's field list (A11-1)
    inquiry_template: str
    feedback_template: str
    tier: Tier
    why_incomplete: str = ""
    substitute: str = ""


def check_arrangement(arrangement: Arrangement) -> None:
    """A unit pair with a contact (A9-1), both templates (A9-2), the limit with its reason."""
    reachable = [c for c in arrangement.contacts if c.name.strip() and c.phone.strip()]
    if not reachable:
        raise Refused("A9-1", "inquiry.no-contact", unit=arrangement.asked)
    complete(
        "A9-2",
        "inquiry.no-template",
        inquiry=arrangement.inquiry_template,
        feedback=arrangement.feedback_template,
    )
    tiers.check(arrangement.tier, arrangement.why_incomplete)


def check_fields(arrangement: Arrangement, fields: Collection[str]) -> None:
    """Refused: nothing asked, or something that the proof does not say (A11-1)."""
    others = ", ".join(sorted(set(fields) - arrangement.fields))
    if others or not fields:
        raise Refused("A11-1", "inquiry.fields", fields=others)
