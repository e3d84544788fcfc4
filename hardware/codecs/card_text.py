"""The 256-byte text block of a card to fields: citizen, J, I and Y layouts (facts: idcard 2)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from app.codecs.rare import assigned
from hardware.errors import BadAnswer

TEXT_SIZE = 256
NEW_ADDRESS_SIZE = 70
TYPE_OFFSET = 248
PADDING = "\0 \u3000"
LONG_TERM = "长期"
ISO_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
SOUND = ("name", "english_name", "number")  # a document is not taken over with a hole in these

DOCUMENTS = {"": "citizen", "J": "hk-mo-tw-J", "I": "foreigner-I", "Y": "foreigner-Y"}

# field: (offset, length) in bytes
_CITIZEN = {
    "name": (0, 30),
    "sex": (30, 2),
    "ethnic_group": (32, 4),
    "birth": (36, 16),
    "address": (52, 70),
    "number": (122, 36),
    "issuer": (158, 30),
    "valid_from": (188, 16),
    "valid_until": (204, 16),
}
_J = {
    **{name: place for name, place in _CITIZEN.items() if name != "ethnic_group"},
    "pass_number": (220, 18),
    "issue_count": (238, 4),
}
_I = {
    "english_name": (0, 120),
    "sex": (120, 2),
    "number": (122, 30),
    "nationality": (152, 6),
    "name": (158, 30),
    "valid_from": (188, 16),
    "valid_until": (204, 16),
    "birth": (220, 16),
    "card_version": (236, 4),
    "authority_code": (240, 8),
}
# Two public descriptions of Y disagree at 32, 158 and 220; the one that fits the 2023 form is
# taken, 158 is kept as the issuer in case it is filled.
_Y = {
    "name": (0, 30),
    "sex": (30, 2),
    "issue_count": (32, 4),
    "birth": (36, 16),
    "english_name": (52, 70),
    "number": (122, 36),
    "issuer": (158, 30),
    "valid_from": (188, 16),
    "valid_until": (204, 16),
    "english_name_2": (220, 22),
    "nationality": (242, 6),
    "former_number": (250, 6),
}
_LAYOUTS = {"citizen": _CITIZEN, "hk-mo-tw-J": _J, "foreigner-I": _I, "foreigner-Y": _Y}

SEX = {"0": "未知", "1": "男", "2": "女", "9": "未说明"}

_GROUPS_01_TO_56 = """
汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜
水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒
乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺
"""
ETHNIC_GROUPS = {
    **{f"{code:02}": name for code, name in enumerate(_GROUPS_01_TO_56.split(), start=1)},
    "97": "其他",
    "98": "外国血统中国籍人士",
}


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says. Fields a document does not have are empty; `raw` holds each as read.

    Dates are ISO text where they are dates, else what the card says (`valid_until` may be 长期); a
    `birth` that is no date is empty.
    """

    document: str
    name: str = ""
    english_name: str = ""
    sex: str = ""
    ethnic_group: str = ""
    birth: str = ""
    address: str = ""
    number: str = ""
    issuer: str = ""
    valid_from: str = ""
    valid_until: str = ""
    nationality: str = ""
    pass_number: str = ""
    issue_count: str = ""
    card_version: str = ""
    authority_code: str = ""
    former_number: str = ""  # three characters that link a Y number to the earlier one, unconfirmed
    raw: Mapping[str, str] = field(default_factory=dict, hash=False)


def decode(block: bytes) -> CardText:
    """The fields of one text block; BadAnswer when it is no block or of a kind not known."""
    if len(block) != TEXT_SIZE:
        raise BadAnswer("card.text-length", length=len(block))
    document = _document(block)
    cut = {name: _cut(block, place) for name, place in _LAYOUTS[document].items()}
    if "english_name_2" in cut:
        cut["english_name"] += cut.pop("english_name_2")  # joined first, trimmed after
    raw = {name: text.strip(PADDING) for name, text in cut.items()}
    for name in SOUND:
        sound(name, raw.get(name, ""))
    shown = {name: _shown(name, text) for name, text in raw.items()}
    shown["name"] = shown["name"] or shown.get("english_name", "")
    return CardText(document=document, raw=MappingProxyType(raw), **shown)


def places(block: bytes) -> Mapping[str, tuple[int, int]]:
    """Where each field lies in this block: offset and length in bytes."""
    return _LAYOUTS[_document(block)]


def decode_new_address(data: bytes) -> tuple[str, str]:
    """The appended address (30 03) as shown and as read; libraries may hand on more than one."""
    raw = data[:NEW_ADDRESS_SIZE].decode("utf-16-le", errors="replace").strip(PADDING)
    return _printable(raw), raw


def iso_date(text: str) -> str:
    """YYYYMMDD as an ISO date; anything else, 长期 too, as it is."""
    if not re.fullmatch(r"[0-9]{8}", text):
        return text
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:])).isoformat()
    except ValueError:
        return text


def a_day(shown: str) -> str:
    """Of a date that must be one: empty where it is none, `raw` keeps what the card says."""
    try:
        return date.fromisoformat(shown).isoformat() if ISO_DAY.fullmatch(shown) else ""
    except ValueError:
        return ""


def sound(field: str, text: str) -> str:
    """The text; BadAnswer where it holds what is no character (half a pair is U+FFFD by now)."""
    if any(ord(c) & 0xFFFE == 0xFFFE or c == "\ufffd" for c in text):
        raise BadAnswer("card.text-damaged", field=field)
    return text


def ethnic_group(code: str) -> str:
    """The group's name; a code outside the table (81) stays its digits, never another group."""
    return ETHNIC_GROUPS.get(code, code)


def _document(block: bytes) -> str:
    letter = _cut(block, (TYPE_OFFSET, 2)).strip(PADDING)
    if letter not in DOCUMENTS:
        raise BadAnswer("card.unknown-document", letter=f"U+{ord(letter):04X}")
    return DOCUMENTS[letter]


def _cut(block: bytes, place: tuple[int, int]) -> str:
    offset, length = place
    return block[offset : offset + length].decode("utf-16-le", errors="replace")


def _shown(name: str, text: str) -> str:
    match name:
        case "sex":
            return SEX.get(text, text)
        case "ethnic_group":
            return ethnic_group(text)
        case "birth":
            return a_day(iso_date(text))
        case "valid_from" | "valid_until":
            return iso_date(text)
        case "number":
            return re.sub(r"(?<=[0-9]{17})x$", "X", _printable(text))
        case _:
            return _printable(text)


def _printable(text: str) -> str:
    return assigned("".join(c for c in text if c >= " "))
