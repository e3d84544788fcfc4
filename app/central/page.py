"""The page behind the code on every letter: one file, nothing from elsewhere, sealed by its CSP."""

import re
from base64 import b64encode
from hashlib import sha256

from fastapi.responses import HTMLResponse, Response

import resources
from app.contract.messages import Mode

FILE = "pages/check.html"
MODE = 'data-mode="training"'  # as it stands in the file
POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # browsers older than frame-ancestors
    "Cross-Origin-Opener-Policy": "same-origin",
}


class CheckPage:
    """Made once, the same for everybody; number and code never reach it in an address."""

    def __init__(self, mode: Mode) -> None:
        text = resources.path(FILE).read_text("utf-8").replace(MODE, f'data-mode="{mode}"', 1)
        self._policy = POLICY.format(script=_digest(text, "script"), style=_digest(text, "style"))
        self._body = text.encode()

    def answer(self) -> Response:
        return HTMLResponse(
            self._body, headers={"Content-Security-Policy": self._policy, **HEADERS}
        )


def _digest(text: str, tag: str) -> str:
    """Of the one inline part of this kind, as CSP names it."""
    (part,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
    return "sha256-" + b64encode(sha256(part.encode()).digest()).decode()
