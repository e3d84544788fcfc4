"""The counter window: sign-in first, painted before anything heavy is imported."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app import VERSION
from app import settings as places
from app.commands import looks
from app.commands.output import fail, say
from app.errors import Unavailable
from resources import path as resource
from ui import theme
from ui.collector import Collector
from ui.first_paint import FirstPaint
from ui.main_window import MainWindow
from ui.pyside_guard import refuse_aborting
from ui.sign_in.view import SignInView
from ui.tasks import Tasks
from ui.theme import Look

if TYPE_CHECKING:
    from app.commands.session import Session

SIZE = (1366, 768)  # the smallest screen in the halls


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--start-probe",
        action="store_true",
        help="say when the sign-in window has been painted, then end",
    )


def run(args: argparse.Namespace) -> int:
    refuse_aborting(PySide6.__version__, sys.version_info[:3])
    if not places.has_display():
        raise Unavailable("window.no-display")
    counter = Counter(places.load(args.state))
    counter.after_paint(counter.tell_painted if args.start_probe else counter.open)
    counter.show()
    try:
        return counter.app.exec()
    finally:
        counter.close()


class Counter:
    """The application, its one window, and the session behind it once it is open."""

    def __init__(self, settings: places.Settings, *, fresh: bool = False) -> None:
        """`fresh`: the demo's counter, which leaves nothing in a person's keyring."""
        self.settings = settings
        self.input_method_changed = _mend_input_method()
        running = QApplication.instance()
        self.app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
        self._fresh = fresh
        self.look = looks.kept(settings.state)
        self._translators = _translate(self.app, settings.language)
        theme.load_faces()
        theme.apply(self.app, self.look)
        self.collector = Collector(self.app)
        self.tasks = Tasks()
        self.window = MainWindow(self.look)
        self.sign_in = SignInView(self.look, VERSION)
        self.window.show_page(self.sign_in)
        self.session: Session | None = None

    def show(self) -> None:
        self.window.resize(*SIZE)
        self.window.show()
        self.sign_in.officer.setFocus()

    def after_paint(self, act: Callable[[], object]) -> None:
        """Once the first frame is on the screen; asked before the window is shown."""
        FirstPaint(self.window, act)

    def tell_painted(self) -> None:
        """The start probe's one line, and the end."""
        try:
            say({"painted": True})
        except Unavailable as lost:
            self.app.exit(fail(lost))
        else:
            self.app.quit()

    def renew(self, look: Look) -> None:
        """An empty window in the old one's place."""
        old, self.look = self.window, look
        opened = self.session.opened if self.session else None
        self.window = MainWindow(self.look, training=opened is None or opened.training)
        self.window.setGeometry(old.geometry())
        self.window.show()
        old.hide()
        old.deleteLater()

    def lay_look_on(self) -> None:
        """While the window is empty: a full one is styled anew four times over."""
        theme.apply(self.app, self.look)
        self.sign_in = SignInView(self.look, VERSION)

    def open(self) -> None:
        """Everything heavy: imported and opened on a lane, with its steps shown."""
        self.tasks.run("store", _import_session, self._begin, self._broken, self.window)

    def _begin(self, session: "type[Session]") -> None:
        self.session = session(self, use_keyring=not self._fresh)
        self.session.open()

    def _broken(self, error: Exception) -> None:
        """A module is missing or does not load: the installation is not whole."""
        self.sign_in.show_trouble(self.report_bug(error), usable=False)

    def report_bug(self, error: Exception) -> str:
        """Writes the report; answers what to tell the clerk."""
        from app.clock import SystemClock
        from app.commands.crash import write_crash_report

        file = write_crash_report(self.settings.state, SystemClock().now(), error)
        text = QCoreApplication.translate(
            "Session", "The program made a mistake; the report {file} holds nothing personal."
        )
        return text.format(file=file.name)

    def close(self) -> None:
        self.tasks.stop()
        self.collector.stop()
        if self.session is not None:
            self.session.close()


def _import_session() -> "type[Session]":
    from app.commands.session import Session

    return Session


def _mend_input_method() -> bool:
    """The wheels have no fcitx plug-in; fcitx answers the ibus protocol as well (ui 3)."""
    if not places.input_method().startswith("fcitx"):
        return False
    places.use_input_method("ibus")
    return True


def _translate(app: QApplication, language: str) -> list[QTranslator]:
    """Our own strings and Qt's; kept alive by the caller."""
    QLocale.setDefault(QLocale(language))
    own = resource("translations") / f"{language}.qm"
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    made = []
    for file in (own, Path(qt) / f"qtbase_{language}.qm"):
        translator = QTranslator(app)
        if file.exists() and translator.load(str(file)):
            app.installTranslator(translator)
            made.append(translator)
    return made
