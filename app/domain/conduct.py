"""What must be refused at the counter: asking for a cancelled proof in whatever wording (A7-3)."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from app.domain.catalogue import Catalogue, Proof
from app.errors import Refused

BREAKS = "，。；！？,;!?\n"  # a clause ends here; other marks and blanks inside a name hide nothing
TRADITIONAL = str.maketrans(
    "證無記錄戶產業狀況親屬關係單學歷遺貧財職", "证无记录户产业状况亲属关系单学历遗贫财职"
)

# Words that may stand between the fact and 证明 and change nothing.
LINK = "(?:的|之|情况|状况|情形|有关|相关|书面|纸质|有效|正式|一份|盖章|原件){0,4}"
# 证明 as a verb or the first half of another word: 证明天, 证明确, 证明了.
NOT_A_NOUN = "(?![天日年白确细显了])"
WHOSE = "(?:您|你|他|她|其|本人|自己|申请人|个人|家庭|该|目前){0,3}"
PAPER = "(?:的)?(?:书面)?(?:材料|文件|文书|手续|凭证|函|信)"

NOT_ASKED = re.compile(
    "不用|无需|无须|毋须|不需|不必|不再|免(?!费|不了)|不要求|(?:不得|不能|不应|不准|禁止|严禁)(?:再)?(?:要求|索要|收取)"
    "|取消|代替|替代|不收"
)
STILL_ASKED = re.compile("但|而|须|应|(?<!申)请|只|改|另|还|等|先|后")
GONE = re.compile(
    "(?:材料|书)?(?:现|均|都|也)?(?:已经|已)?"
    "(?:取消|(?:不用|无需|无须|不需要?|不必|不再)(?:您|你)?(?:再)?(?:需要|提供|提交|出具|开|交|带|要求|收|了))"
)
FAR = 12  # characters between "need not" and the name, in one clause
AROUND = 60  # characters looked at on either side of a name
CLOSING = '”"》」）) '  # what may stand between a name and the word that it is gone
NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class _Names:
    proofs: Mapping[str, Proof]
    pattern: re.Pattern[str]


Ask = Callable[[str], Proof | None]


def asked_for(text: str, catalogue: Catalogue) -> Proof | None:
    """The first cancelled proof that `text` asks for; saying it is not needed is not asking."""
    return asking(catalogue)(text)


def asking(catalogue: Catalogue) -> Ask:
    """`asked_for` of one catalogue, for whoever has many texts: its names are gathered once."""
    return partial(_asked_for, _names(catalogue.proofs()))


def _asked_for(names: _Names, text: str) -> Proof | None:
    letters, places = _bare(text)
    for match in names.pattern.finditer(letters):
        start, end = places[match.start()], places[match.end() - 1] + 1
        if _two_clauses(match, text[start:end]) or _waived(
            text[max(start - AROUND, 0) : start], text[end : end + AROUND]
        ):
            continue
        return names.proofs[match["a"] or match["b"] or match["c"]]
    return None


def refuse_cancelled(text: str, catalogue: Catalogue) -> None:
    """Refused when a cancelled proof is asked for by name, alias or another wording."""
    proof = asked_for(text, catalogue)
    if proof is not None:
        raise Refused("A7-3", "proof.cancelled", proof=proof.name)


@lru_cache(maxsize=4)
def _names(proofs: tuple[Proof, ...]) -> _Names:
    stems: dict[str, Proof] = {}
    whole: dict[str, Proof] = {}
    for proof in proofs:
        for name in (proof.name, *proof.names):
            letters, _ = _bare(name)
            stem = _stem(letters)
            (stems if stem else whole).setdefault(stem or letters, proof)
    facts, papers = _any_of(stems), _any_of(whole)
    pattern = re.compile(
        f"(?P<a>{facts})(?P<link>{LINK})证明{NOT_A_NOUN}"
        f"|证明{WHOSE}(?P<b>{facts})(?:情况|状况)?{PAPER}"
        f"|(?P<c>{papers})"
    )
    return _Names({**stems, **whole}, pattern)


def _stem(name: str) -> str:
    """The fact a proof is about: 婚姻 of 婚姻状况证明; empty when the name is not built so."""
    match = re.fullmatch("(.+?)(?:的|情况|状况)*证明(?:材料|文件|书)?", name)
    return match[1] if match else ""


def _any_of(words: Mapping[str, Proof]) -> str:
    """One of the words; a longer one is tried before the one it begins with."""
    return "|".join(map(re.escape, sorted(words, reverse=True))) or NOTHING


def _bare(text: str) -> tuple[str, list[int]]:
    """Letters and digits only, in their plain form, and where each stood."""
    kept = [(letter, place) for place, sign in enumerate(text) for letter in _plain(sign)]
    return "".join(letter for letter, _ in kept), [place for _, place in kept]


def _plain(sign: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKC", sign).translate(TRADITIONAL).casefold()
    return (letter for letter in plain if letter.isalnum())


def _two_clauses(match: re.Match[str], written: str) -> bool:
    """核对住房情况，证明材料…: the fact ends one clause, 证明 begins the next."""
    return bool(match["link"]) and any(sign in BREAKS for sign in written)


def _waived(before: str, after: str) -> bool:
    clause = re.split(f"[{BREAKS}]", before)[-1]
    last = max(NOT_ASKED.finditer(clause), key=lambda found: found.end(), default=None)
    if last is not None:
        between = clause[last.end() :]
        if len(between) <= FAR and not STILL_ASKED.search(between):
            return True
    return GONE.match(after.lstrip(CLOSING)) is not None
