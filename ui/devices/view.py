"""Devices and the line: each with its state, what is wrong and what to do; how the key is kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme import Look
from ui.widgets.light import Light, WholeLight
from ui.widgets.mark import Tone
from ui.widgets.pages import Pages
from ui.widgets.rows import MarkedLine, card, column, empty, row
from ui.widgets.text import label

Line = tuple[Tone, str]


class DevicesView(QWidget):
    """`sync_asked` for F5; the lines come from the main program."""

    sync_asked = Signal()
    looked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.px
        self._look = look
        self.setObjectName("page")
        self._lights: list[WholeLight] = []
        self._shown: tuple[tuple[Line, ...], ...] = ()
        self._lights_place = column(gap=px(4))
        self._devices = column(gap=px(8))
        self._line = column(gap=px(8))
        self._store = column(gap=px(8))
        sync = QPushButton(self.tr("Send now  F5"))
        sync.clicked.connect(self.sync_asked)
        again = QPushButton(self.tr("Look again"))
        again.clicked.connect(self.looked)
        blocks = (
            self._block(self.tr("How it is"), self._lights_place),
            self._block(self.tr("Devices"), self._devices),
            self._block(self.tr("Line to the platform"), self._line),
            self._block(self.tr("This counter"), self._store),
        )
        title = label(self.tr("Devices and line"), "title")
        head = row(title, again, sync)
        head.setStretch(0, 1)
        sheet, pages = QWidget(), Pages()
        sheet.setLayout(column(*blocks, 1, gap=px(10)))
        pages.add(sheet)
        content = column(head, pages, margin=px(16), gap=px(10))
        content.setStretch(1, 1)
        self.setLayout(content)

    def show_lights(self, lights: tuple[Light, ...]) -> None:
        """In place: whoever reads one out keeps his place."""
        while len(self._lights) < len(lights):
            self._lights.append(WholeLight(self._look))
            self._lights_place.addWidget(self._lights[-1])
        for shown, light in zip(self._lights, lights, strict=False):
            shown.show_light(light)

    def show_lines(
        self, devices: tuple[Line, ...], line: tuple[Line, ...], store: tuple[Line, ...]
    ) -> None:
        if self._shown == (devices, line, store):
            return
        self._shown = (devices, line, store)
        pairs = ((self._devices, devices), (self._line, line), (self._store, store))
        for place, lines in pairs:
            empty(place)
            for tone, text in lines:
                place.addWidget(MarkedLine(self._look, text, tone))

    def _block(self, title: str, content: object) -> QWidget:
        body = column(label(title, "section"), content, margin=self._look.px(16))  # type: ignore[arg-type]
        return card(body)
