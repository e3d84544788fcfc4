"""What makers' libraries tell of a card in text, getter by getter or line by line, to fields.

The bytes come with the dialect's encoding: nothing is guessed from one field (facts: idcard 3.6).
"""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from app.codecs.rare import assigned
from hardware.codecs.card_text import (
    ETHNIC_GROUPS,
    LONG_TERM,
    SEX,
    CardText,
    a_day,
    ethnic_group,
    sound,
)
from hardware.errors import BadAnswer

LINES = ("name", "sex", "nation", "birth", "address", "number", "issuer", "term")
DATE = re.compile(r"([0-9]{4})(?:([0-9]{2})([0-9]{2})|[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?)")
TERM = re.compile(r"(.*?[0-9日])\s*(?:-|—|－|~|至|到)\s*((?:[0-9]{4}.*)|长期)")
SPACES = " \0\u3000\r\n\t"
OLD_NUMBER = re.compile("[A-Z]{3}[0-9]{12}")  # of the foreigners' permit of 2017
COUNTED = ("hk-mo-tw-J", "foreigner-Y")
LOST = "?"  # what a conversion leaves of a character the code page lacks
WORDS = ("name", "chinese_name", "number", "address", "issuer", "new_address")


def text(data: bytes, encoding: str) -> str:
    """One text; a character that cannot be is marked as damaged."""
    return data.decode(encoding, errors="replace").strip(SPACES)


def from_lines(lines: str) -> CardText:
    """A dropped wz.txt of eight lines; a ninth is the newest address. BadAnswer for fewer."""
    parts = [line.strip(SPACES) for line in lines.strip("\0").splitlines()]
    if len(parts) < len(LINES):
        raise BadAnswer("card.text-incomplete", field=LINES[len(parts)])
    told = dict(zip((*LINES, "new_address"), parts, strict=False))
    told["valid_from"], told["valid_until"] = term(told.pop("term"))
    return from_texts(told)


def from_texts(told: Mapping[str, str], document: str = "") -> CardText:
    """Of getters by our names. BadAnswer where what a form needs is missing or damaged."""
    _check(told)
    kind = document or document_of(told["number"])
    name, english = _names(told, kind)
    foreign = kind in ("foreigner-I", "foreigner-Y")
    old_permit = kind == "foreigner-I"  # its office is a code
    return CardText(
        document=kind,
        name=name,
        english_name=english,
        sex=SEX.get(told.get("sex", ""), told.get("sex", "")),
        ethnic_group=_group(told.get("nation", "")) if kind == "citizen" else "",
        birth=a_day(iso(told.get("birth", ""))),
        address=printable(told.get("address", "")),
        number=re.sub(r"(?<=[0-9]{17})x$", "X", printable(told["number"])),
        issuer="" if old_permit else printable(told.get("issuer", "")),
        valid_from=iso(told.get("valid_from", "")),
        valid_until=iso(told.get("valid_until", "")),
        nationality=_country(told, kind) if foreign else "",
        pass_number=printable(told.get("pass_number", "")),
        issue_count=_count(told, kind),
        card_version=printable(told.get("card_version", "")),
        authority_code=printable(told.get("issuer", "")) if old_permit else "",
        raw=MappingProxyType(_raw(told, kind)),
    )


def document_of(number: str) -> str:
    """By the form of the number, for libraries that do not tell the kind."""
    if OLD_NUMBER.fullmatch(number):
        return "foreigner-I"
    if len(number) == 18 and number.startswith("9"):
        return "foreigner-Y"
    return (
        "hk-mo-tw-J" if len(number) == 18 and number.startswith(("81", "82", "83")) else "citizen"
    )


def iso(shown: str) -> str:
    """Any of the date forms as an ISO date; anything else, 长期 too, as it is."""
    found = DATE.fullmatch(shown)
    if not found:
        return shown
    year, *rest = (int(part) for part in found.groups() if part)
    try:
        return date(year, *rest).isoformat()
    except ValueError:
        return shown


def term(shown: str) -> tuple[str, str]:
    """From and until, each as it is written; 2011.03.30-长期 and 2011-03-30-2021-03-30 alike."""
    found = TERM.fullmatch(shown.strip(SPACES))
    if found and (DATE.fullmatch(found[2].strip()) or found[2] == LONG_TERM):
        return found[1].strip(), found[2].strip()
    return shown.strip(SPACES), ""


def _check(told: Mapping[str, str]) -> None:
    for field in ("name", "number"):
        if not told.get(field):
            raise BadAnswer("card.text-incomplete", field=field)
    for field in WORDS:
        undamaged(field, told.get(field, ""))


def undamaged(field: str, shown: str) -> str:
    """As it is shown; BadAnswer where a character did not survive."""
    if LOST in shown:
        raise BadAnswer("card.text-damaged", field=field)
    return printable(sound(field, shown))


def _names(told: Mapping[str, str], kind: str) -> tuple[str, str]:
    """Chinese and English; of a foreigner's permit the first name is the English one."""
    first, chinese = printable(told["name"]), printable(told.get("chinese_name", ""))
    if kind not in ("foreigner-I", "foreigner-Y") or not first.isascii():
        return first, ""
    return chinese or first, first


def _country(told: Mapping[str, str], kind: str) -> str:
    """Its three letters where they are told; the old permit's number begins with them."""
    code = told.get("nation_code", "")
    if not code and kind == "foreigner-I" and OLD_NUMBER.fullmatch(told["number"]):
        code = told["number"][:3]
    return printable(code or told.get("nation", ""))


def _count(told: Mapping[str, str], kind: str) -> str:
    """Two digits, of the documents that have a count."""
    count = told.get("issue_count", "").strip()
    return count.zfill(2) if kind in COUNTED and re.fullmatch("[0-9]{1,2}", count) else ""


def _raw(told: Mapping[str, str], kind: str) -> dict[str, str]:
    """What was told under the names of the card's own fields."""
    names = {"nation": "ethnic_group"}
    if kind in ("foreigner-I", "foreigner-Y"):
        names = {"nation": "nationality", "nation_code": "nationality"}  # the code comes later
        if told["name"].isascii():
            names |= {"name": "english_name", "chinese_name": "name"}
    if kind == "foreigner-I":
        names["issuer"] = "authority_code"
    known = set(CardText.__slots__) | {"new_address"}
    passed_on = sorted(told, key="nation_code".__eq__)
    raw = {names.get(field, field): told[field] for field in passed_on if told[field]}
    return {
        field: text
        for field, text in raw.items()
        if field in known and (field != "issue_count" or kind in COUNTED)
    }


def _group(shown: str) -> str:
    """A name, or the number of one; some libraries add the word for group."""
    without = shown.removesuffix("族")
    return without if without in ETHNIC_GROUPS.values() else ethnic_group(shown)


def printable(shown: str) -> str:
    return assigned("".join(c for c in shown if c >= " "))
