"""What a sample is."""

from dataclasses import dataclass

from tests.seal.stranger.seals import Recipe

GOOD, BAD, UNSURE = "good", "bad", "cannot tell"
Plain = dict[int, Recipe]  # by generation


@dataclass(frozen=True)
class Sample:
    """`step`: the one that decides the verdict; none where all is good."""

    name: str
    verdict: str
    step: str | None
    data: bytes
    trusted: bool = True  # whether the root is among the anchors
    kind: str = "pdf"
