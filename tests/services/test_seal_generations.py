"""A seal of another generation waits for the hall's profile, before the PIN."""

from dataclasses import replace

import pytest

from app.commands.hall_seal import HallSeal
from app.errors import Refused
from app.seal.pdf_scan import contents, find_ranges
from app.seal.structures import read_signature
from tests.services.test_seal_choice import make_tokens, seal, sealer


def test_a_seal_of_version_5_waits_for_the_halls_profile(hall, tmp_path):
    tokens = make_tokens(tmp_path, "A", version=5)
    tokens.plug("A")
    made = sealer(hall, tokens)
    with pytest.raises(Refused) as refused:
        made.about()
    assert refused.value.code == "seal.generation-not-chosen"
    assert tokens.tries("A") == 0
    chosen = replace(hall.office.settings, signature_profile="gomain-v5")
    after = replace(hall, office=replace(hall.office, settings=chosen))
    made = HallSeal(tokens.station(), tokens.seal, tokens.anchors, after.office)
    made.about()
    sealed = seal(after, made)
    assert sealed.report.verdict == "good"
    found = read_signature(contents(sealed.pdf, find_ranges(sealed.pdf)[0]))
    assert (found.version, found.seal.version) == (5, 5)
    assert b"/Filter /Gomain.GMPkiLite" in sealed.pdf
