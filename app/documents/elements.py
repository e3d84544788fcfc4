"""What each official letter must hold: its blocks, and what each of them must name."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Element:
    """A block; `places` its text names, `variants` theirs, `item` those of every row below it."""

    places: frozenset[str]
    variants: Mapping[str, frozenset[str]] = field(default_factory=dict)
    item: frozenset[str] = frozenset()
    legal_review: bool = False  # taken from general knowledge: a lawyer has to read it


def element(places: str = "", item: str = "", *, review: bool = False, **variants: str) -> Element:
    """Places as words in one string."""
    return Element(
        frozenset(places.split()),
        {name: frozenset(text.split()) for name, text in variants.items()},
        frozenset(item.split()),
        review,
    )


CONTACT = element("contact_name contact_phone")
WHO = "applicant number_label number"
LIMIT = "limit limit_article"
ELEMENTS: Mapping[str, Mapping[str, Element]] = {
    # the applicant authorises a look-up (PIPL 13, 14, 17, 29)
    "authority": {
        "applicant": element(
            f"{WHO} matter case_number", guardian=f"signer {WHO} matter case_number"
        ),
        "purpose": element("purpose"),
        "data": element("data"),
        "units": element("units"),
        "term": element("until"),
        "sensitive": element(review=True),
        "rights": element(review=True),
    },
    # A9-2, A11-1, A18-1; PIPL 23: whom it goes to
    "inquiry": {
        "purpose": element("matter case_number purpose"),
        "basis": element("basis"),
        "person": element(WHO),
        "asked": element("question fields"),
        "limit": element(
            f"{LIMIT} delivered due", provisional=f"{LIMIT} delivered due", undelivered=LIMIT
        ),
        "recipients": element("asked recipients"),
        "use": element(),
        "contact": CONTACT,
    },
    # A9-2, A10-1 to A10-4
    "feedback": {
        "reference": element("inquiry_number case_number sent applicant number_masked"),
        "found": element("source", "field value"),
        "limit": element(
            f"basis {LIMIT}", changed=f"basis {LIMIT} limit_before changed_at why_changed"
        ),
        "times": element(
            "delivered due answered",
            late="delivered due answered",
            provisional="delivered due answered",
        ),
        "use": element(),
        "contact": CONTACT,
    },
    # A15-2
    "supplement": {
        "matter": element("matter case_number department"),
        "basis": element("basis"),
        "items": element("", "fact form found way material why"),
        "once": element(),
        "limits": element(),
        "contact": element("department contact_name contact_phone"),
    },
    # A16-1, A16-2
    "outward": {
        "applicant": element(WHO),
        "content": element("content"),
        "use": element("demanding_unit use copies issue_number"),
        "contact": element("issuer contact_phone"),
        "closing": element(),
    },
    # A12-1, AMB-26
    "overdue": {
        "inquiry": element("case_number inquiry_number sent subject"),
        "asked": element("asked recipients"),
        "due": element(f"basis {LIMIT} delivered due", provisional=f"basis {LIMIT} delivered due"),
        "passed": element(
            "at passed", answered="answered passed", withdrawn="at passed why_withdrawn"
        ),
        "outage": element("outage", none=""),
        "done": element("", "when what", none=""),
        "request": element(),
        "contact": CONTACT,
    },
    # A22-1
    "interview": {
        "basis": element("basis"),
        "figures": element(
            "period unit cases demanded inquiries late complaints breaches mark formula"
        ),
        "effect": element("effect"),
        "proposal": element("unit"),
        "result": element("", known="result"),
        "contact": CONTACT,
    },
}
# Whom a letter addresses, and what its title names; an empty one names nothing.
HEADS: Mapping[str, tuple[str, str]] = {
    "authority": ("department", ""),
    "inquiry": ("asked", "subject"),
    "feedback": ("asking", "subject"),
    "supplement": ("applicant", ""),
    "outward": ("demanding_unit", "proof"),
    "overdue": ("", ""),
    "interview": ("", ""),
}
# Letters to other units have the red head of GB/T 9704's letter form; the others have none.
STYLES: Mapping[str, str] = {
    "authority": "plain",
    "inquiry": "letter",
    "feedback": "letter",
    "supplement": "plain",
    "outward": "plain",
    "overdue": "letter",
    "interview": "letter",
}


def places(kind: str) -> frozenset[str]:
    """Every placeholder that is filled in a letter of this kind."""
    named = {name for name in HEADS[kind] if name} | {"number_label", "number_masked"}
    for each in ELEMENTS[kind].values():
        named |= each.places | each.item | frozenset().union(*each.variants.values())
    return frozenset(named)
