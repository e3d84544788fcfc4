"""Finding the matter: Chinese words, pinyin initials or the code; what is used comes first."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.domain.catalogue import Catalogue, Matter

RECENT_DAYS = 30
NO_HIT = 99
FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def find(catalogue: Catalogue, text: str, usage: Mapping[str, int]) -> tuple[Matter, ...]:
    """Matters in which every word of `text` is found: best hit, then most used, then code.

    `usage` is a weight per matter code (see `weigh`); without text everything comes, used first.
    """
    words = text.translate(FULL_WIDTH).casefold().split()
    ranks = {matter.code: [_rank(matter, word) for word in words] for matter in catalogue.matters}
    found = [matter for matter in catalogue.matters if NO_HIT not in ranks[matter.code]]
    return tuple(sorted(found, key=lambda m: (sum(ranks[m.code]), -usage.get(m.code, 0), m.code)))


def weigh(picks: Iterable[tuple[str, date]], today: date) -> dict[str, int]:
    """Weights of the matters picked in the last 30 days: often and lately counts most."""
    weights: dict[str, int] = {}
    for code, day in picks:
        age = max((today - day).days, 0)
        if age <= RECENT_DAYS:
            weights[code] = weights.get(code, 0) + RECENT_DAYS + 1 - age
    return weights


def _rank(matter: Matter, word: str) -> int:
    """How well one word fits, 0 best."""
    name = matter.name.casefold()
    tests = (
        matter.code == word,
        matter.code.startswith(word),
        name == word or word in matter.words,
        name.startswith(word),
        matter.initials.startswith(word),
        word in name,
        word in matter.initials,
        any(word in known for known in matter.words),
        word in matter.unit.name.casefold(),
        any(word in known for known in _proof_names(matter)),
        _scattered(word, name),
    )
    return next((place for place, hit in enumerate(tests) if hit), NO_HIT)


def _proof_names(matter: Matter) -> Iterable[str]:
    for situation in matter.situations:
        for rule in situation.proofs:
            yield rule.proof.name
            yield from rule.proof.names


def _scattered(word: str, name: str) -> bool:
    """A spoken short form: its characters in order (教资 in 教师资格认定)."""
    rest = iter(name)
    return not word.isascii() and all(character in rest for character in word)
