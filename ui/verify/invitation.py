"""What the page says before any file is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import Look
from ui.verify.words import translate
from ui.widgets.pages import Pages
from ui.widgets.rows import card, column
from ui.widgets.text import label


def invitation(look: Look) -> QFrame:
    """What can be brought, and what becomes of it."""
    first = label(translate("Verify", "Choose files, or drop them here"), "title")
    kinds = label(translate("Verify", "PDF, OFD, seals (.esl) and seal signatures, from anybody"))
    stays = label(
        translate(
            "Verify",
            "Nothing leaves this computer and no file is kept; the record holds the digest "
            "and the verdict, not the file's name.",
        ),
        "dim",
    )
    for each in (first, kinds, stays):
        each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    sheet, pages = QWidget(), Pages()
    sheet.setLayout(column(1, first, kinds, stays, 2, gap=look.px(12)))
    pages.add(sheet)
    return card(column(pages, margin=look.px(12)))
