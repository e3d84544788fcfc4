"""How the window looks, kept for this counter; the basis it works under; its seals."""

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from app.services import seal_registry
from ui.desk import Desk
from ui.settings.basis_panel import BasisPanel
from ui.settings.seals_panel import SealsPanel
from ui.theme import TEXT_SIZES, THEMES, Look
from ui.widgets.pages import Pages
from ui.widgets.rows import card, column, row
from ui.widgets.text import label


class SettingsView(QWidget):
    """`look_chosen(Look)` at every change; `refresh` when the page is opened."""

    look_chosen = Signal(object)
    bug = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look = desk.look
        px = look.px
        self._desk, self._look = desk, look
        self.basis = BasisPanel(desk)
        self.basis.bug.connect(self.bug)
        self.setObjectName("page")
        names = {"light": self.tr("Light"), "dark": self.tr("Dark")}
        themes = self._choices([(names[each], each) for each in THEMES], look.theme, self._theme)
        sizes = self._choices([(f"{each} %", each) for each in TEXT_SIZES], look.size, self._size)
        body = column(
            label(self.tr("Theme"), "section"),
            themes,
            label(self.tr("Text size"), "section"),
            sizes,
            label(self.tr("Ctrl and + or - change the text size anywhere."), "dim"),
            margin=px(20),
            gap=px(8),
        )
        title = label(self.tr("Settings"), "title")
        sheet, pages = QWidget(), Pages()
        basis = card(column(self.basis, margin=px(20)))
        self._sheet = column(card(body), basis, 1, gap=px(10))
        sheet.setLayout(self._sheet)
        pages.add(sheet)
        content = column(title, pages, margin=px(16), gap=px(10))
        content.setStretch(1, 1)
        self.setLayout(content)

    def refresh(self) -> None:
        self.basis.refresh()
        if seal_registry.may_see(self._desk.office):
            self.seals.refresh()

    @cached_property
    def seals(self) -> SealsPanel:
        """Made when somebody whose duty it is opens the page."""
        made = SealsPanel(self._desk)
        made.bug.connect(self.bug)
        place = self._sheet.count() - 1  # before the stretch
        self._sheet.insertWidget(place, card(column(made, margin=self._look.px(20))))
        return made

    def _choices(
        self, choices: list[tuple[str, str]] | list[tuple[str, int]], now: str | int, act: object
    ) -> QWidget:
        group = QButtonGroup(self)
        buttons = []
        for text, value in choices:
            button = QRadioButton(text)
            button.setChecked(value == now)
            button.clicked.connect(lambda _on, value=value: act(value))  # type: ignore[operator]
            group.addButton(button)
            buttons.append(button)
        shown = QWidget()
        shown.setLayout(row(*buttons, 1, gap=self._look.px(20)))
        return shown

    def _theme(self, theme: str) -> None:
        self.look_chosen.emit(Look(theme, self._look.size))

    def _size(self, size: int) -> None:
        self.look_chosen.emit(Look(self._look.theme, size))
