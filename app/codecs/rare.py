"""Private code points of GB 18030's first edition to the characters assigned since (idcard 5.4)."""

# U+E815 … U+E864, one after the other (GBK FE50 … FEA0 without FE7F).
_GBK_FE50 = """
2E81 20087 20089 200CC 2E84 3473 3447 2E88 2E8B 9FB4 359E 361A 360E 2E8C 2E97 396E
3918 9FB5 39CF 39DF 3A73 39D0 9FB6 9FB7 3B4E 3C6E 3CE0 2EA7 215D7 9FB8 2EAA 4056
415F 2EAE 4337 2EB3 2EB6 2EB7 2298F 43B1 43AC 2EBB 43DD 44D6 4661 464C 9FB9 4723
4729 477C 478D 2ECA 4947 497A 497D 4982 4983 4985 4986 499F 499B 49B7 49B6
9FBA 241FE 4CA3 4C9F 4CA0 4CA1 4C77 4CA2 4D13 4D14 4D15 4D16 4D17 4D18 4D19 4DAE 9FBB
"""

# Vertical punctuation and one letter (GBK A6D9 … A6F3, A8BC).
_SINGLE = {
    0xE78D: 0xFE10,
    0xE78E: 0xFE12,
    0xE78F: 0xFE11,
    0xE790: 0xFE13,
    0xE791: 0xFE14,
    0xE792: 0xFE15,
    0xE793: 0xFE16,
    0xE794: 0xFE17,
    0xE795: 0xFE18,
    0xE796: 0xFE19,
    0xE7C7: 0x1E3F,
}

ASSIGNED: dict[int, int] = {
    **{0xE815 + i: int(code, 16) for i, code in enumerate(_GBK_FE50.split())},
    **_SINGLE,
}


def assigned(text: str) -> str:
    """`text` with every known private code point replaced; unknown ones stay as they are."""
    return text.translate(ASSIGNED)
