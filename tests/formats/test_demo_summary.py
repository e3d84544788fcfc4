"""The released sample of a demo's summary is still what scripts are promised."""

import json
from pathlib import Path

from tests.formats.demo_summary import check


def test_the_released_summary_has_every_promised_key() -> None:
    check(json.loads((Path(__file__).parent / "demo-summary.json").read_text("utf-8")))
