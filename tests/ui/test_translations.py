"""Every word of the windows is there in Chinese, with the same places to fill."""

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

import resources
from installer.translations import TREE

SOURCE = resources.path("translations") / "zh_CN.ts"
PLACE = re.compile(r"\{\w*\}|%n")
KEY = re.compile(r"\b(?:F\d{1,2}|(?:Ctrl|Shift)\+\w+|Enter|Esc)\b")
COMMAND = re.compile(r"python -m [\w. ]+|\./run(?: demo)?|--[a-z-]+(?: [A-Za-z0-9|/:-]+)?")
# Names of things and words to type: nothing a Chinese word stands for.
LATIN_NAMES = (
    "A-Z A4 CUPS Caps Ctrl DER GB HTTP HTTPS I JPEG JSON KWallet L Linux Lock MB O OFD PATH PDF "
    "PEM PIN PNG PSAM PySide6 Python S SM2 SM3 SQLite T TOML UKey USB Upload-Offset V X Z "
    "dialout esl fault fcitx gnome-keyring gzip hall ibus json migrate openapi pcscd polkit put "
    "quit screens sig settings simulate social_security sqlcipher3 sqlite take time_stamp_url "
    "toml training vpcd vsmartcard"
)
BIDS_A_PROOF = ("开证明", "请提供证明", "请提交证明", "请补交证明", "回去开")


@cache
def messages() -> tuple[tuple[str, str, str], ...]:
    """Context, source and translation of each; an unfinished one has an empty translation."""
    root = ET.fromstring(SOURCE.read_text("utf-8"))  # noqa: S314
    return tuple(
        (context.findtext("name", ""), each.findtext("source", ""), _translation(each))
        for context in root.iter("context")
        for each in context.iter("message")
    )


def _translation(message: ET.Element) -> str:
    found = message.find("translation")
    if found is None or found.get("type") == "unfinished":
        return ""
    return "".join(found.itertext()).strip()


def test_every_message_is_translated() -> None:
    assert [source for _, source, said in messages() if not said] == []


def test_every_translation_fills_the_places_of_its_source() -> None:
    for _, source, said in messages():
        assert sorted(PLACE.findall(said)) == sorted(PLACE.findall(source)), source


def test_every_key_is_named_as_in_its_source() -> None:
    for _, source, said in messages():
        assert KEY.findall(said) == KEY.findall(source), source


def test_no_translation_leaves_english_words() -> None:
    said = " ".join(COMMAND.sub("", KEY.sub("", PLACE.sub("", text))) for _, _, text in messages())
    words = set(re.findall(r"[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z]+)*", said))
    assert words - set(LATIN_NAMES.split()) == set()


def test_no_translation_bids_anybody_bring_a_proof() -> None:
    for _, source, said in messages():
        assert not [words for words in BIDS_A_PROOF if words in said], source


def test_every_literal_of_the_windows_is_found_by_the_tool() -> None:
    """pyside6-lupdate passes over a call with a dotted name as its count."""
    known = {source for _, source, _ in messages()}
    sources = [*(TREE / "ui").rglob("*.py"), *(TREE / "app/commands").glob("*.py")]
    said = {text for source in sources for text in _literals(source)}
    assert said - known == set()


def _literals(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        place = {"tr": 0, "translate": 1}.get(name, len(node.args))
        for argument in node.args[place : place + 1]:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> QTranslator:
    target = tmp_path_factory.mktemp("translations") / "zh_CN.qm"
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([tool, "-silent", SOURCE, "-qm", target], check=True, timeout=60)
    translator = QTranslator()
    assert translator.load(str(target))
    return translator


def test_compiled_words_come_out_in_chinese(compiled: QTranslator) -> None:
    assert compiled.translate("Way", "4 inquiry") == "④部门协查"
    assert compiled.translate("problems", "Type the seal token's PIN.") == "请输入印章UKey的PIN。"


def test_compiled_counts_have_one_form(compiled: QTranslator) -> None:
    said = {compiled.translate("LedgerView", "%n case(s)", "", count) for count in (0, 1, 2, 5)}
    assert said == {"共 %n 件"}
