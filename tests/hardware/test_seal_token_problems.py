"""Every trouble of tokens and printers has its words, and no words are left over."""

import re
from pathlib import Path

import hardware
from hardware.codecs import apdu
from hardware.problems import PROBLEMS

CODE = re.compile(r"\"((?:token|skf|printer|pcsc)\.[a-z-]+)\"")


def raised():
    files = [path for path in Path(hardware.__file__).parent.rglob("*.py")]
    sources = [path.read_text("utf-8") for path in files if path.name != "problems.py"]
    words = {*apdu.MEANINGS.values(), "device-error", "refused"}
    return {f"token.{word}" for word in words} | {
        code for source in sources for code in CODE.findall(source)
    } | {"token.wrong-pin"}  # fmt: skip


def test_every_code_has_a_sentence_and_a_remedy_and_none_is_left_over():
    assert raised() == {code for code in PROBLEMS if CODE.fullmatch(f'"{code}"')}
