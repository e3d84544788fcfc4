"""Says which rule a refusal cites, so that a test reads as one line."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.errors import Refused


@contextmanager
def refuses(article: str, code: str, **facts: str | int) -> Iterator[None]:
    """The block is refused with this article and code, and with these facts among its own."""
    with pytest.raises(Refused) as refused:
        yield
    assert (refused.value.article, refused.value.code) == (article, code)
    assert facts.items() <= dict(refused.value.facts).items()
