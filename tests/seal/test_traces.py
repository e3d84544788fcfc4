"""Traces of a signature are found wherever they lie, and nothing else is taken for one."""

import pytest

from app.seal.pdf_scan import WINDOW, has_traces

TRACES = (b"/Type /Sig ", b"/SubFilter /x", b"/Contents <3082")
AROUND = (-300, -20, -12, -11, -10, -9, -3, -1, 0, 1, 9, 244, 245, 246, 247, 250, 256, 300)


@pytest.mark.parametrize("trace", TRACES)
def test_a_trace_is_found_at_every_edge(trace: bytes) -> None:
    for at in AROUND:
        for behind in (b"", b" " * 10, b" " * 1000):
            assert has_traces(b" " * (WINDOW + at) + trace + behind), at


def test_the_flags_of_a_form_are_no_trace_at_any_edge() -> None:
    for at in AROUND:
        assert not has_traces(b" " * (WINDOW + at) + b"/Type /SigFlags 3" + b" " * 1000), at
