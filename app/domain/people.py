"""Names, identity numbers and the applicant (facts: idcard 5; AMB-10)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Applicant:
    """A person at the counter. Dates are ISO strings as the card gives them; `until` may be 长期.

    `name` is the assigned spelling (idcard 5.4), `raw_name` the string exactly as read.
    """

    name: str
    raw_name: str
    sex: str
    ethnic_group: str
    birth: str
    address: str
    number: str
    document: str  # citizen | foreigner-I | foreigner-Y | hk-mo-tw-J | typed
    issuer: str
    valid_from: str
    valid_until: str
    source: str  # "card" or "typed"
    simulated: bool
