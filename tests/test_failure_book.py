"""The book of failures and the program say the same, both ways, in both languages."""

import re
import tomllib

from installer import failure_book
from installer.failure_book import CAUSES, FILE, family, problems, said_by_devices, translations

TOLD = tomllib.loads(CAUSES.read_text("utf-8"))
ROW = re.compile(r"^\| `([a-z0-9.-]+)` \|", re.MULTILINE)


def test_the_book_is_as_the_tables_are_now():
    assert failure_book.main(["check"]) == 0, "python -m installer.failure_book"


def test_every_code_is_in_the_book_once_and_no_other():
    assert sorted(ROW.findall(FILE.read_text("utf-8"))) == sorted(problems())


def test_every_sentence_and_remedy_is_there_in_both_languages():
    page, chinese = FILE.read_text("utf-8").replace("\\|", "|"), translations()
    for code, words in problems().items():
        for each in words:
            assert each in page, code
            assert chinese[each], code
            assert chinese[each] in page, code


def test_every_cause_belongs_to_a_code_and_is_told_in_both_languages():
    assert set(TOLD["causes"]) <= set(problems())
    assert all(len(cause) == 2 and all(cause) for cause in TOLD["causes"].values())


def test_what_a_device_says_leads_to_a_code_that_has_words():
    """The tables of the drivers name no code that nobody explains."""
    assert set(said_by_devices()) <= set(problems())


def test_every_family_has_a_name_in_both_languages():
    assert {family(code) for code in problems()} <= set(TOLD["families"])
    assert all(len(name) == 2 and all(name) for name in TOLD["families"].values())


def test_a_book_that_is_behind_is_found(monkeypatch, capsys):
    monkeypatch.setitem(failure_book.DEVICES, "card.new-trouble", ("New.", "See."))
    assert failure_book.main(["check"]) == 1
    assert "not in step" in capsys.readouterr().err
