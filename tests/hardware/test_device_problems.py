"""Every code of trouble raised in the island has its words, and the words fit the facts."""

import re
from pathlib import Path

import hardware
from hardware.problems import PROBLEMS, explain

FOLDER = Path(hardware.__file__).parent
CODE = re.compile(r"\"((?:id-reader|card|port|simulator|library|photo)\.(?!wlt|bmp|jpg)[a-z-]+)\"")


def raised() -> set[str]:
    files = [path for path in FOLDER.rglob("*.py") if path.name != "problems.py"]
    return {code for path in files for code in CODE.findall(path.read_text(encoding="utf-8"))}


def test_every_code_in_the_source_has_a_sentence_and_a_remedy():
    assert raised() <= set(PROBLEMS)


def test_no_sentence_is_left_over():
    mine = {code for code in PROBLEMS if CODE.fullmatch(f'"{code}"')}
    assert mine <= raised()


def test_sentences_and_remedies_are_whole_sentences():
    for code, (sentence, remedy) in PROBLEMS.items():
        assert sentence.endswith("."), code
        assert remedy.endswith("."), code


def test_an_unknown_code_is_said_with_its_code():
    assert "{code}" in explain("no.such-code")[0]
