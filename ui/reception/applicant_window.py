"""The applicant's own page: what is true, what is told, and three big buttons; nothing else."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QWidget,
)

from app.domain.commitment import Notice, Paragraph, Shown, Signature
from hardware.devices.signature_pad import PenPoint
from ui.reception.seen import Seen
from ui.theme import Look
from ui.widgets.button_row import ButtonRow
from ui.widgets.focus_ring import FocusRing
from ui.widgets.rows import card, column, empty, row
from ui.widgets.signature_pad import HEIGHT_MM, WIDTH_MM, SignaturePad
from ui.widgets.text import label, set_tone

LOOK_EVERY = 120  # milliseconds between looks at what is visible


@dataclass(frozen=True, slots=True)
class ApplicantPage:
    """All the applicant may see: the case, the proofs not needed, the notice, the promise."""

    name: str
    number: str  # masked
    matter: str
    hall: str
    relieved: tuple[tuple[str, str], ...]  # proof, what happens instead
    notice: Notice
    promises: tuple[str, ...]


class ParagraphView(QWidget):
    """One paragraph; remembers whether its whole text has been on the screen."""

    def __init__(self, look: Look, paragraph: Paragraph) -> None:
        super().__init__()
        self.paragraph = paragraph
        self._seen = Seen()
        self.state = label("", "small", wrap=False)
        head = row(label(paragraph.title, "section"), self.state, gap=look.px(12))
        head.setStretch(0, 1)
        self.setLayout(column(head, label(paragraph.text), margin=look.px(12), gap=look.px(4)))
        self.setAccessibleName(f"{paragraph.title} {paragraph.text}")

    def look_at(self, top: int, height: int) -> bool:
        """`top`: where this paragraph begins in a viewport `height` high; True once all was seen.

        One that fits counts when it is there whole; a higher one when all of it has been there.
        """
        own = max(1, self.height())
        if own > height or (top >= 0 and top + own <= height):
            self._seen.add(-top / own, (height - top) / own)
        return self._seen.whole


class ApplicantWindow(QWidget):
    """Full screen on the second screen, or on the only one with the clerk's side covered."""

    signed = Signal(object)  # Signature
    declined = Signal()
    wrong = Signal()
    taken_back = Signal()

    def __init__(self, look: Look, now: Callable[[], str]) -> None:
        super().__init__()
        self._look, self._now = look, now
        self._shown: dict[str, Shown] = {}
        self._views: list[ParagraphView] = []
        self.setObjectName("applicant")
        self.setWindowTitle(self.tr("For the applicant"))
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._build_idle())
        self._pages.addWidget(self._build_reading())
        self._pages.addWidget(self._build_signing())
        self._ring = FocusRing(self, look)
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look_at_paragraphs)

    # --- what the clerk's side calls ---

    @property
    def shown(self) -> tuple[Shown, ...]:
        return tuple(self._shown.values())

    def show_case(self, page: ApplicantPage) -> None:
        """Begin reading; nothing counts as shown yet."""
        self._shown.clear()
        self._fill_reading(page)
        self.pad.clear()
        self._pages.setCurrentIndex(1)
        self.read_on.setFocus()
        self._scroll.verticalScrollBar().setValue(0)
        self._timer.start()
        self._say_what_is_missing()

    def show_idle(self) -> None:
        self._timer.stop()
        self._pages.setCurrentIndex(0)

    def place(self, clerk: QWidget) -> None:
        """On another screen than the clerk's when there is one, else over the clerk's side."""
        own = clerk.screen()
        other = [screen for screen in QApplication.screens() if screen.name() != own.name()]
        target = other[0] if other else own
        self.setScreen(target)
        self.setGeometry(target.geometry())
        self.showFullScreen()
        self.activateWindow()

    # --- pages ---

    def _build_idle(self) -> QWidget:
        page = QWidget()
        self._idle_title = label(self.tr("Please wait a moment"), "huge")
        self._idle_title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        page.setLayout(column(1, self._idle_title, 1, margin=self._look.px(40)))
        return page

    def _build_reading(self) -> QWidget:
        px = self._look.px
        page = QWidget()
        self._who = label("", "title")
        self._what = label("")
        self._relieved = column(gap=px(2))
        self._paragraphs = column(gap=px(6))
        sheet = QWidget()
        sheet.setObjectName("plain")
        sheet.setLayout(column(self._what, self._relieved, self._paragraphs, 1, gap=px(8)))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(sheet)
        self._missing = label("", "dim")
        buttons = self._build_reading_buttons()
        content = column(self._who, self._scroll, self._missing, buttons, margin=16, gap=8)
        content.setStretch(1, 1)
        page.setLayout(content)
        return page

    def _build_reading_buttons(self) -> ButtonRow:
        wrong = self._big(self.tr("Something is wrong, ask the clerk"), self.wrong.emit)
        declined = self._big(self.tr("I do not commit; please check yourselves"), self._decline)
        self.read_on = self._big(self.tr("Read on"), self._page_down)
        self.understood = self._big(self.tr("I have understood, go to sign"), self._go_to_sign)
        self.understood.setObjectName("primary")
        return ButtonRow(wrong, declined, self.read_on, self.understood)

    def _build_signing(self) -> QWidget:
        page = QWidget()
        self.pad = SignaturePad(self._look, self.tr("Sign here"))
        self.pad.changed.connect(self._allow_finish)
        self._simulated: tuple[tuple[PenPoint, ...], ...] = ()
        self.pen = self._big(self.tr("Let the simulated pen sign"), self._play)
        self.pen.hide()
        self.finish = self._big(self.tr("I have signed"), self._sign)
        self.finish.setObjectName("primary")
        again = self._big(self.tr("Sign again"), self.pad.clear)
        back = self._big(self.tr("Back to reading"), lambda: self._pages.setCurrentIndex(1))
        self._promise = label()
        content = column(
            label(self.tr("Please sign in the frame"), "title"),
            self._promise,
            self.pad,
            ButtonRow(back, again, self.pen, self.finish),
            margin=16,
            gap=10,
        )
        content.setStretch(2, 1)
        page.setLayout(content)
        return page

    def _big(self, caption: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(caption)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        button.setAutoDefault(True)  # Enter presses it as well as the space bar
        button.clicked.connect(lambda: act())
        return button

    # --- reading ---

    def _fill_reading(self, page: ApplicantPage) -> None:
        self._who.setText(f"{page.name}　{page.number}")
        self._what.setText(self.tr("Your matter: {matter}").format(matter=page.matter))
        self._idle_title.setText(page.hall)
        empty(self._relieved)
        self._relieved.addWidget(label(self.tr("You need not fetch these proofs:"), "section"))
        for proof, instead in page.relieved:
            self._relieved.addWidget(label(f"· {proof} — {instead}"))
        empty(self._paragraphs)
        self._views = [ParagraphView(self._look, each) for each in _told(page)]
        for view in self._views:
            self._paragraphs.addWidget(card(column(view)))
        self._promise.setText(
            self.tr(
                "By signing you make all %n promise(s) you have just read.", "", len(page.promises)
            )
        )

    def looked(self) -> bool:
        """Whether what is visible now has been taken into account."""
        self._look_at_paragraphs()
        return True

    def _look_at_paragraphs(self) -> None:
        if not self.isVisible() or self._pages.currentIndex() != 1:
            return
        viewport = self._scroll.viewport()
        for view in self._views:
            top = view.mapTo(viewport, view.rect().topLeft()).y()
            if view.paragraph.id not in self._shown and view.look_at(top, viewport.height()):
                self._shown[view.paragraph.id] = Shown(view.paragraph.id, self._now())
                view.state.setText(self.tr("shown"))
                set_tone(view.state, "ok")
        self._say_what_is_missing()

    def _say_what_is_missing(self) -> None:
        rest = len(self._views) - len(self._shown)
        self.understood.setEnabled(rest == 0)
        text = self.tr("%n paragraph(s) not seen yet, please read on", "", rest) if rest else ""
        self._missing.setText(text or self.tr("All paragraphs have been shown."))

    def _page_down(self) -> None:
        """To the first paragraph not yet seen; a long one is paged through."""
        bar, high = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        unseen = [view for view in self._views if view.paragraph.id not in self._shown]
        if unseen:
            top = unseen[0].mapTo(self._scroll.viewport(), QPoint()).y()
            step = top if top > 0 else round(high * 0.8)
            bar.setValue(bar.value() + step)

    def _decline(self) -> None:
        self._timer.stop()
        self.declined.emit()

    # --- signing ---

    def _go_to_sign(self) -> None:
        self.pad.clear()
        self._pages.setCurrentIndex(2)
        self.pad.setFocus()

    def offer_simulated_pen(self, strokes: tuple[tuple[PenPoint, ...], ...]) -> None:
        """Training: strokes of a file in the place of a hand; the record is marked simulated."""
        self._simulated = strokes
        self.pen.setVisible(bool(strokes))

    def _play(self) -> None:
        self.pad.play(self._simulated)

    def _allow_finish(self) -> None:
        self.finish.setEnabled(bool(self.pad.strokes))

    def _sign(self) -> None:
        if self.pad.strokes:
            self._timer.stop()
            self.signed.emit(Signature(self.pad.strokes, WIDTH_MM, HEIGHT_MM, self._now()))

    # --- the clerk takes the page back ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.taken_back.emit()


def _told(page: ApplicantPage) -> tuple[Paragraph, ...]:
    """The notice, then the promise the applicant is about to sign."""
    title = QCoreApplication.translate("ApplicantWindow", "What you commit to")
    promises = tuple(
        Paragraph(f"promise-{number}", f"{title} {number}", text)
        for number, text in enumerate(page.promises, 1)
    )
    return page.notice.paragraphs + promises
