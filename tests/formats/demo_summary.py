"""What a demo's summary.json promises to the scripts that read it."""

from datetime import datetime
from typing import Any

WAYS = {
    "commitment",
    "cancelled",
    "data-sharing",
    "inquiry",
    "investigation",
    "other-material",
}


def check(summary: Any) -> None:
    """Every promised key with a value of its kind; more keys are no fault."""
    assert summary["mode"] in ("training", "live")
    for proof in summary["proofs"]:
        assert proof["proof"]
        assert proof["way"] in WAYS
        assert isinstance(proof["article"], str)
    for letter in summary["letters"]:
        assert letter["file"] == f"letter-{summary['case']}-{letter['file'][-6:-4]}.pdf"
        assert len(bytes.fromhex(letter["sm3"])) == 32
        assert letter["verdict"] in ("good", "bad", "cannot tell", "unreadable")
        assert datetime.fromisoformat(letter["sealed_at"]).tzinfo is not None
    assert isinstance(summary["receipt"]["server_seq"], int)
    assert isinstance(summary["receipt"]["platform_agrees"], bool)
    assert isinstance(summary["clerk"]["actions"], int)
    assert isinstance(summary["clerk"]["keystrokes"], int)
    assert isinstance(summary["event_loop"]["worst_ms"], float)
    assert isinstance(summary["event_loop"]["p99_ms"], float)
    assert all(step["name"] and step["seconds"] >= 0 for step in summary["steps"])
