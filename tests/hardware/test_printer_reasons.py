"""A print service's keywords as the counter's codes."""

import pytest

from hardware.devices import printer_reasons
from hardware.devices.printer_reasons import MINOR, OTHER, REASONS, codes, job_codes
from hardware.problems import PROBLEMS


@pytest.mark.parametrize(
    ("keyword", "code"), [(word, code) for code, words in REASONS.items() for word in words]
)
@pytest.mark.parametrize("suffix", ["", "-report", "-warning", "-error"])
def test_every_keyword_has_its_own_sentence(keyword, suffix, code):
    assert codes([keyword + suffix]) == (code,)
    assert code in PROBLEMS


def test_the_most_urgent_comes_first_and_each_once():
    met = ["toner-low-report", "media-empty-error", "media-needed", "media-jam-error"]
    assert codes(met) == ("printer.media-jam", "printer.media-empty", "printer.toner-low")


def test_what_is_not_known_is_said_as_other_and_nothing_is_no_trouble():
    assert codes(["lamp-wrong-colour"]) == (OTHER,)
    assert codes(["none", "job-printing", ""]) == ()
    assert OTHER in PROBLEMS
    assert set(MINOR) < set(REASONS)


@pytest.mark.parametrize("state", printer_reasons.ENDS)
def test_every_end_but_a_good_one_has_words(state):
    (code,) = job_codes(state, ["media-empty-error"])
    assert code in PROBLEMS


def test_a_job_under_way_tells_what_keeps_it_and_a_done_one_nothing():
    assert job_codes("waiting", ["printer-stopped", "paused"]) == ("printer.paused",)
    assert job_codes("printing", ["job-printing"]) == ()
    assert job_codes("done", ["media-low-report"]) == ()
