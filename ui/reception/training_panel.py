"""Training only: whose simulated card lies on the simulated reader."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton

from ui.theme import Look
from ui.widgets.rows import row
from ui.widgets.text import label


class TrainingPanel(QFrame):
    """`put(person)` and `taken`; lives under the card page while the reader is simulated."""

    put = Signal(str)
    taken = Signal()

    def __init__(self, look: Look, persons: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        px = look.px
        self.setObjectName("card")
        self.persons = QComboBox()
        self.persons.setAccessibleName(self.tr("Person"))
        for file, name in persons:
            self.persons.addItem(name, file)
        self.put_button = QPushButton(self.tr("Put the card on"))
        self.put_button.clicked.connect(lambda: self.put.emit(self.persons.currentData()))
        self.take_button = QPushButton(self.tr("Take it away"))
        self.take_button.clicked.connect(self.taken)
        content = row(
            label(self.tr("Training card"), "section", wrap=False),
            self.persons,
            self.put_button,
            self.take_button,
            1,
            margin=px(12),
            gap=px(10),
        )
        self.setLayout(content)
