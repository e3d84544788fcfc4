"""Step 5: the PIN before any work, one touch of the seal, or a sentence why not."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.errors import Refused
from app.services.office import Session
from app.services.sealing import Sealed
from hardware.errors import WrongPin
from ui.desk import Pin, SealAbout
from ui.problems import trouble
from ui.reception import acts, state
from ui.reception.page import ReceptionPage
from ui.reception.words import act_word
from ui.widgets.pdf_view import PageImage

LAST_TRY = 1
HOLDER_WANTED = ("custody.not-bound", "duty.missing")  # another officer can help


class SealPart(QObject):
    """`done(letter number)` when a letter is sealed, checked and kept."""

    done = Signal(str)

    def __init__(self, page: ReceptionPage) -> None:
        super().__init__(page)
        self._page = page
        page.letter.pin_given.connect(self._seal)
        page.letter.pin_dropped.connect(page.render_state)
        page.letter.pin_dropped.connect(self._note_dropped)
        page.letter.token_picked.connect(self._pick)
        page.letter.holder_given.connect(self._call_holder)
        self._holder: Session | None = None  # came for this letter

    def ask_pin(self, refusal: str = "") -> None:
        """The token is asked first; what it would refuse later is refused before the PIN."""
        page = self._page
        page.letter.ask_pin(self.tr("Asking the seal"), refusal, ready=False)
        work = partial(acts.ask_seal, page.desk, page.state, self._holder)
        show = partial(self._show_pin, refusal)
        page.desk.tasks.run("cards", work, show, self._no_pin, self)

    def put_away(self) -> None:
        """Esc, or the counter is locked: the PIN was not given, and the book of uses says so."""
        if self._page.letter.asking:
            self._page.letter.hide_pin()
            self._note_dropped()

    def _note_dropped(self) -> None:
        page = self._page
        holder, self._holder = self._holder, None
        work = partial(acts.seal_dropped, page.desk, page.state, holder)
        page.run_quietly("store", work, lambda _kept: None)

    def _show_pin(self, refusal: str, about: SealAbout) -> None:
        page = self._page
        if not page.letter.asking:
            return  # put away meanwhile
        if about.choices:
            page.letter.ask_token(self._which_token(about), about.choices)
            return
        page.device_state.emit("seal", "ok", self.tr("ready"))
        left = about.tries_left
        untold = self.tr("the token does not say how many tries are left")
        tries = untold if left is None else self.tr("%n try(s) left", "", left)
        words = "　".join(part for part in (about.name, about.serial, tries) if part)
        remark = trouble(about.remark) if about.remark else None
        said = "\n".join([words, remark.text] if remark else [words])
        page.letter.ask_pin(said, refusal, last_try=left == LAST_TRY)

    def _which_token(self, about: SealAbout) -> str:
        if about.missing:
            text = self.tr("The token {serial}, used so far, is not plugged in. Which one seals?")
            return text.format(serial=about.missing)
        if len(about.choices) == 1:
            return self.tr("This certificate is not the one used so far. Seal with it?")
        return self.tr("Several tokens may set this seal. Which one seals?")

    def _pick(self, key: str) -> None:
        self._page.desk.sealer.pick(key)
        self.ask_pin()

    # --- who may set the seal, where it is not who has signed in ---

    def _call_holder(self, officer: str, password: str) -> None:
        """The password is hashed on a lane; the window goes on."""
        page = self._page
        work = partial(acts.call_holder, page.desk, officer, password)
        page.foot.show_work(self.tr("Checking the seal's holder"))
        page.desk.tasks.run("store", work, self._holder_came, self._no_holder, self)

    def _holder_came(self, holder: Session) -> None:
        self._page.render_state()
        self._holder = holder
        self.ask_pin()

    def _no_holder(self, error: Exception) -> None:
        self._page.render_state()
        found = trouble(error)
        if found is None:
            self._page.bug.emit(error)
        self._page.letter.ask_holder(found.text if found else "")

    def _no_pin(self, error: Exception) -> None:
        self._holder = None
        if isinstance(error, Refused) and error.code in HOLDER_WANTED:
            self._no_holder(error)
            return
        self._page.letter.hide_pin()
        self._page.device_state.emit("seal", "error", self.tr("not ready"))
        self._page.failed(error)

    def _seal(self, text: str, insisted: bool) -> None:
        page = self._page
        report = page.desk.tasks.reporter(self, self._show_step)
        work = partial(acts.seal, page.desk, page.state, Pin(text, insisted, self._holder), report)
        page.foot.show_work(self.tr("Sealing"))
        page.desk.tasks.run("cards", work, self._sealed, self._not_sealed, self)

    def _show_step(self, step: str) -> None:
        self._page.foot.show_work(act_word(step))

    def _sealed(self, made: tuple[Sealed, tuple[PageImage, ...]]) -> None:
        sealed, pages = made
        page, self._holder = self._page, None
        page.letter.show_pages(pages)
        page.go(state.with_sealed(page.state, sealed.case, sealed.letter))
        page.setFocus()
        page.sealed.emit(sealed)
        self.done.emit(sealed.letter.number)

    def _not_sealed(self, error: Exception) -> None:
        found = trouble(error)
        self._page.failed(error)
        if isinstance(error, WrongPin) and found is not None:
            self.ask_pin(found.sentence)
        else:
            self._holder = None
