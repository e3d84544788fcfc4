"""The national rules of today as a pack: which it must hold, and which wait for a lawyer's eye."""

from app.domain.policy import Pack, Rule
from app.errors import Refused

# What a pack must say before anybody may confirm it as the basis (Order 722 Art. 44; No. 42).
NEEDED = (
    "proof-needs-basis",
    "list-fields",
    "recommended",
    "exclusions",
    "free-choice",
    "bar",
    "notice-part",
    "commitment-part",
    "publication",
    "withdrawal",
    "check-plan",
    "consequences",
)
# Known, but not read in the original: never presented as settled.
NOT_READ = frozenset({"notice-part", "commitment-part", "publication", "withdrawal", "check-plan"})


def check_rules(pack: Pack) -> None:
    """Refused when a rule is missing, without a basis, or shown as settled though it is not."""
    rules = {rule.id: rule for rule in pack.rules}
    for name in NEEDED:
        rule = rules.get(name)
        if rule is None or not (rule.basis.strip() and rule.says.strip()):
            raise Refused("A25-1", "pack.rule-missing", number=pack.number, rule=name)
        if name in NOT_READ and not rule.legal_review:
            raise Refused("A25-1", "pack.rule-unmarked", number=pack.number, rule=name)


def for_review(pack: Pack) -> tuple[Rule, ...]:
    """The rules whose wording is to be held against the original before it is printed."""
    return tuple(rule for rule in pack.rules if rule.legal_review)
