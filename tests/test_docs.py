"""The documents against the program: commands, flags, paths, functions, keys and pictures."""

import importlib
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from app.commands import opening
from app.reference import load
from app.settings import Settings
from hardware.simulators import person
from installer import licences

TREE = Path(__file__).parent.parent
DOCS = sorted(TREE.glob("docs/*.md"))
PAGES = [TREE / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + DOCS
README = (TREE / "README.md").read_text("utf-8")
COMMANDS = (TREE / "docs" / "commands.md").read_text("utf-8")
ROOMS = ("app", "hardware", "ui", "resources", "installer", "tests", "docs")
FIRST_SCREEN = 25  # lines
LARGEST_PICTURE = 300 * 1024
PYTHON_SECTIONS = re.findall(r"^## python -m (.+)$", COMMANDS, re.MULTILINE)
SYMBOL = re.compile(r"`([\w/]+\.py):([\w.]+)`")
PATH = re.compile(rf"(?<![\w/.-])((?:{'|'.join(ROOMS)})/[\w./*-]*[\w/])")
KEY = re.compile(r"\b(?:Ctrl\+)?F\d+\b|\bCtrl\+[A-Z]\b|\bEsc\b|\bAlt\+\d\b")


def section(title: str) -> str:
    _, _, rest = COMMANDS.partition(f"## {title}\n")
    return rest.partition("\n## ")[0]


@cache
def said(command: str) -> str:
    """What `python -m COMMAND --help` prints."""
    module, *words = command.split()
    done = subprocess.run(
        [sys.executable, "-m", module, *words, "--help"],
        cwd=TREE,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout


def flags(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))


@pytest.mark.parametrize("command", PYTHON_SECTIONS)
def test_a_commands_flags_are_those_its_help_names(command):
    # --state is asked before the command is known: every command of `app` takes it
    common = {"--help"} if command == "app" else {"--help", "--state"}
    documented = flags(re.sub(r"`--help`", "", section(f"python -m {command}")))
    assert documented == flags(said(command)) - common


def test_every_command_has_a_section():
    from app.__main__ import COMMANDS as IN_APP
    from hardware.commands import COMMANDS as IN_HARDWARE

    documented = {" ".join(each.split()[:2]) for each in PYTHON_SECTIONS}
    assert {f"app {name}" for name in IN_APP} <= documented
    assert {f"hardware {name}" for name in IN_HARDWARE} <= documented


def test_the_platforms_words_are_those_it_knows():
    central = importlib.import_module("app.central.__main__")
    told = re.findall(r"^- `([a-z][a-z-]+)`:", section("python -m app.central"), re.MULTILINE)
    assert sorted(told) == sorted(central.ACTS)


def test_the_settings_are_those_that_are_read():
    named = set(re.findall(r"`(\w+|\[\w+\])`", section("Settings").partition("\n`COUNTER")[0]))
    fields = set(Settings.__dataclass_fields__) - {"state", "devices", "simulators_file"}
    assert fields | {"[devices]"} <= named


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_a_page_names_exists(page):
    for name in PATH.findall(page.read_text("utf-8")):
        found = list(TREE.glob(name)) if "*" in name else [TREE / name]
        assert found, name
        assert all(each.exists() for each in found), name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_function_a_page_names_exists(page):
    for file, symbol in SYMBOL.findall(page.read_text("utf-8")):
        source = (TREE / file).read_text("utf-8")
        for name in symbol.split("."):
            assert re.search(rf"^\s*(?:def|class) {name}\b", source, re.MULTILINE), (file, symbol)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target


def test_the_first_screen_has_a_picture_and_the_commands():
    first = "\n".join(README.splitlines()[:FIRST_SCREEN])
    assert re.search(r"!\[[^\]]+\]\(docs/images/[\w-]+\.png\)", first)
    for command in ("./run ", "./run demo --out DIR", "./check"):
        assert f"    {command}" in first


@pytest.mark.parametrize("name", re.findall(r"\((docs/images/[\w-]+\.png)\)", README))
def test_a_picture_is_a_small_png(name):
    data = (TREE / name).read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(data) < LARGEST_PICTURE


def test_the_keys_are_those_of_the_program():
    files = [*(TREE / "ui").rglob("*.py"), *(TREE / "app" / "commands").glob("*.py")]
    code = "\n".join(file.read_text("utf-8") for file in files)
    for key in set(KEY.findall(README)) - {"Alt+1", "Alt+5"}:
        assert f'"{key}"' in code, key
    assert 'f"Alt+{' in code


def test_the_training_account_and_figures_are_the_programs():
    for word in (opening.TRAINING_OFFICER, opening.TRAINING_PASSWORD, opening.TRAINING_PIN):
        assert f"**{word}**" in README
    matters = load().catalogue.matters
    assert f"{len(matters)} invented matters" in README
    assert f"of {len({each.unit.name for each in matters})} invented units" in README
    assert f"{len(person.names())} invented people" in README


def test_the_list_of_licences_has_the_pinned_versions_and_texts():
    text = licences.LIST.read_text("utf-8")
    for name, version in licences.pinned().items():
        assert re.search(rf"^\| {re.escape(name)} \| [^|]+ \| {re.escape(version)} \|", text, re.M)
    for file in re.findall(r"`([\w.-]+\.txt)`", text):
        if not file.startswith("requirements"):
            assert (licences.LIST.parent / file).exists(), file


def test_the_offices_words_are_used_somewhere():
    rooms = ("resources/translations", "resources/letters", "resources/catalogue", "app", "ui")
    files = [file for room in rooms for file in (TREE / room).rglob("*.*")]
    texts = [file.read_text("utf-8") for file in files if file.suffix in (".py", ".ts", ".toml")]
    page = (TREE / "docs" / "office-words.md").read_text("utf-8")
    for word in re.findall(r"^\| ([\u4e00-\u9fff0、]+)", page, re.MULTILINE):
        assert any(word in text for text in texts), word


def test_every_rule_has_its_place_in_the_page_of_the_law():
    text = (TREE / "docs" / "law.md").read_text("utf-8")
    named = set(re.findall(r"`(\w+\.py)`", text))
    rules = {file.name for file in (TREE / "app" / "domain").glob("[a-z]*.py")}
    assert named == rules
    articles = re.findall(r"^\| ([\d, ]+) ", text, re.MULTILINE)
    assert [int(each) for row in articles for each in row.split(",")] == list(range(2, 26))
