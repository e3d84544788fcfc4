"""An answer that is not what was asked for: status, code and the words of app/problems.py."""


class Declined(Exception):
    """Raised anywhere in the platform, answered in one place."""

    def __init__(
        self, status: int, error: str, *, retry_after: int | None = None, **facts: int | str
    ) -> None:
        super().__init__(error)
        self.status = status
        self.error = error
        self.retry_after = retry_after
        self.facts = facts
