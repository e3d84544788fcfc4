"""The floor of a start: one label in a PySide6 window with the same fonts, and nothing else."""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Painted(QObject):
    """Says so when the first frame is drawn, then ends."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        print("painted", flush=True)
        QApplication.quit()


def main(fonts: list[str]) -> int:
    app = QApplication(sys.argv[:1])
    for font in fonts:
        QFontDatabase.addApplicationFont(font)
    app.setFont(QFont("Noto Sans SC", 12))
    window = QMainWindow()
    window.setCentralWidget(QLabel("零证明窗口"))
    window.resize(1366, 768)
    painted = Painted()
    window.installEventFilter(painted)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
