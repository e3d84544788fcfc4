"""What anybody may call: the check page of the letters and the question it asks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool

from app.central import documented
from app.central.answering import guarded, json_answer, problem_answer
from app.central.checking import check
from app.central.declined import Declined
from app.central.identity import Incoming
from app.central.intake import read_message
from app.central.page import CheckPage
from app.central.records import Mark, Records
from app.central.tally import NOT_HERE, RATE, Tally
from app.central.turnstile import Turnstile
from app.clock import Clock
from app.contract.public import MAX_CHECK_BYTES, CheckRequest


class PublicDesk:
    """Askers who are no counter: bounded in number, and nothing of them is kept."""

    def __init__(self, records: Records, mark: Mark, clock: Clock) -> None:
        self._records, self._mark = records, mark
        self._page = CheckPage(mark.mode)
        self._turnstile, self._tally = Turnstile(clock), Tally(records, clock)

    async def page(self) -> Response:
        return self._page.answer()

    async def check(self, request: Request) -> Response:
        """Whoever asks too often is sent away before his body is read."""
        wait = self._turnstile.wait(request.client.host if request.client else "")
        if wait:
            self._tally.add(RATE)
            response = problem_answer(Declined(429, "RATE", retry_after=wait))
        else:
            response = await guarded(request, MAX_CHECK_BYTES, self._answer)
        response.headers["Cache-Control"] = "no-store"
        response.background = BackgroundTask(self._tally.keep_when_due)
        return response

    def _answer(self, incoming: Incoming) -> Response:
        reply = check(
            self._records, self._mark, read_message(incoming, CheckRequest, MAX_CHECK_BYTES)
        )
        if reply.state == "not-here":
            self._tally.add(NOT_HERE)
        return json_answer(reply)

    @asynccontextmanager
    async def open(self, _: FastAPI) -> AsyncIterator[None]:
        """The last minute's counts are kept when the platform stops."""
        yield
        await run_in_threadpool(self._tally.keep)


def add_public_routes(app: FastAPI, public: PublicDesk) -> None:
    """GET /check and POST /v1/check."""
    for method, path, endpoint in (
        ("GET", "/check", public.page),
        ("POST", "/v1/check", public.check),
    ):
        app.add_api_route(path, endpoint, methods=[method], **documented.ROUTES[method, path])
