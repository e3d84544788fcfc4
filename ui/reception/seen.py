"""How much of a paragraph has been on the screen: the union of the spans that were visible."""

Span = tuple[float, float]


class Seen:
    """Spans as parts of the height, 0 to 1: a new width of the window changes nothing."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def add(self, start: float, end: float) -> None:
        """What is visible now; joined with what touches it."""
        start, end = max(0.0, start), min(1.0, end)
        if start >= end:
            return
        apart = [span for span in self._spans if span[1] < start or span[0] > end]
        joined = [span for span in self._spans if span not in apart]
        starts, ends = zip((start, end), *joined, strict=True)
        self._spans = sorted([*apart, (min(starts), max(ends))])

    @property
    def whole(self) -> bool:
        return self._spans == [(0.0, 1.0)]
