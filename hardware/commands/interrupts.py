"""Ctrl+C and a polite kill: once, and not while something must be brought to its end."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

ENDINGS = {signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}


@contextmanager
def breaking_off() -> Iterator[None]:
    """The first of them is a KeyboardInterrupt; no further one disturbs the putting away."""
    before = {name: signal.signal(name, _first) for name in ENDINGS}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def hold() -> None:
    """From here on what was begun is ended."""
    for name in ENDINGS:
        signal.signal(name, signal.SIG_IGN)


def _first(*_: object) -> None:
    hold()
    raise KeyboardInterrupt
