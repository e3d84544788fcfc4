"""The helper of a maker's SKF library, asked so that a failure at letting go costs nothing."""

from collections.abc import Callable
from typing import Any

from hardware.errors import BadAnswer, DeviceTrouble
from hardware.transports.base import VendorLibrary

LET_GO_SECONDS = 2.0
# what ends a library's process, as it is said of a seal
ENDED = {"library.hung": "token.library-hung", "library.crashed": "token.library-crashed"}


class SkfLibrary:
    """One library's helper. Many a library fails at letting go: that spoils nothing here."""

    def __init__(self, helper: VendorLibrary, aside: Callable[[DeviceTrouble], object]) -> None:
        self._helper, self._aside = helper, aside
        self._lets_go = True

    def ask(self, question: dict[str, Any], seconds: float | None = None) -> dict[str, Any]:
        """BadAnswer token.library-* where the library had to be ended, or ended itself."""
        try:
            return self._helper.ask(question, seconds)
        except BadAnswer as trouble:
            if trouble.code not in ENDED:
                raise
            raise BadAnswer(ENDED[trouble.code], **trouble.facts) from trouble

    def listed(self, question: dict[str, Any]) -> dict[str, Any]:
        """The answer to a question that needs nobody logged in."""
        answer = self.ask(question)
        self.let_go()
        return answer

    def let_go(self) -> None:
        """Of all that was opened; who failed at it before is ended instead, and started anew."""
        try:
            if self._lets_go:
                self.ask({"do": "let-go"}, LET_GO_SECONDS)
            else:
                self._helper.close()
        except DeviceTrouble as trouble:
            self._lets_go = False
            self._aside(trouble)

    def close(self) -> None:
        self._helper.close()
