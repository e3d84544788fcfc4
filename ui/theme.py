"""How everything looks: tokens, palette, one generated style sheet; contrast is tested."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from resources import path
from resources.fonts import font_path

TEXT_SIZES = (100, 125, 150, 200)  # per cent
NARROW_FROM = 150
BASE_POINTS = 12
APPLICANT_POINTS = (24, 30, 36)
FAMILY = "Noto Sans SC"
FACES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
RARE_FACES = ("HanaMinA.ttf", "HanaMinB.ttf")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours of one theme; every text colour is at least 4.5:1 on `card`."""

    page: str
    card: str
    raised: str
    text: str
    dim: str
    line: str
    hair: str
    brand: str
    on_brand: str
    brand_soft: str
    ok: str
    warn: str
    error: str
    training: str
    on_training: str
    focus: str
    focus_edge: str


LIGHT = Tokens(
    page="#EEF1F5",
    card="#FFFFFF",
    raised="#F6F8FA",
    text="#1D2129",
    dim="#4E5969",
    line="#86909C",
    hair="#D9DEE5",
    brand="#0B57D0",
    on_brand="#FFFFFF",
    brand_soft="#E3EDFC",
    ok="#00703C",
    warn="#8F4700",
    error="#C4161C",
    training="#C4161C",
    on_training="#FFFFFF",
    focus="#FFB000",
    focus_edge="#1D2129",
)
DARK = Tokens(
    page="#121417",
    card="#1E2126",
    raised="#262A30",
    text="#F2F3F5",
    dim="#B6BCC6",
    line="#7B828D",
    hair="#3A3F47",
    brand="#8AB4F8",
    on_brand="#10131A",
    brand_soft="#24344F",
    ok="#6FD195",
    warn="#FFB560",
    error="#FF8A80",
    training="#FF8A80",
    on_training="#1A1012",
    focus="#FFD400",
    focus_edge="#121417",
)
THEMES = {"light": LIGHT, "dark": DARK}


@dataclass(frozen=True, slots=True)
class Look:
    """What the officer chose: theme and text size in per cent."""

    theme: str = "light"
    size: int = 100

    @property
    def tokens(self) -> Tokens:
        return THEMES[self.theme]

    @property
    def points(self) -> float:
        return BASE_POINTS * self.size / 100

    @property
    def applicant_points(self) -> int:
        """The applicant's page is always large print."""
        return APPLICANT_POINTS[max(0, TEXT_SIZES.index(self.size) - 1)]

    @property
    def narrow(self) -> bool:
        """Large print leaves no room for side columns on 1366 pixels."""
        return self.size >= NARROW_FROM

    def px(self, at_hundred: int) -> int:
        """A length that grows with the text."""
        return round(at_hundred * self.size / 100)


def load_faces(names: tuple[str, ...] = FACES) -> None:
    """Register shipped fonts; a missing file leaves the system's own face, set-up says so."""
    for name in names:
        if (file := font_path(name)).exists():
            QFontDatabase.addApplicationFont(str(file))


def apply(app: QApplication, look: Look) -> None:
    """Style, palette, font and style sheet for the whole program."""
    app.setStyle("Fusion")
    app.setFont(QFont([FAMILY, "HanaMinA", "HanaMinB"], round(look.points)))
    app.setPalette(palette(look.tokens))
    app.setStyleSheet(style_sheet(look))


def palette(t: Tokens) -> QPalette:
    """Qt's own colours from the tokens; setColorScheme alone does nothing under plain X11."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: t.page,
        QPalette.ColorRole.WindowText: t.text,
        QPalette.ColorRole.Base: t.card,
        QPalette.ColorRole.AlternateBase: t.raised,
        QPalette.ColorRole.Text: t.text,
        QPalette.ColorRole.Button: t.raised,
        QPalette.ColorRole.ButtonText: t.text,
        QPalette.ColorRole.PlaceholderText: t.dim,
        QPalette.ColorRole.Highlight: t.brand,
        QPalette.ColorRole.HighlightedText: t.on_brand,
        QPalette.ColorRole.ToolTipBase: t.card,
        QPalette.ColorRole.ToolTipText: t.text,
        QPalette.ColorRole.Link: t.brand,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(t.dim))
    return made


def style_sheet(look: Look) -> str:
    """The one style sheet, out of the tokens; single widgets set none of their own."""
    values = {name: getattr(look.tokens, name) for name in look.tokens.__slots__}
    for length in (1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 30, 36, 44, 60):
        values[f"px{length}"] = f"{look.px(length)}px"
    for name, factor in {"small": 0.9, "big": 1.25, "huge": 1.7}.items():
        values[name] = f"{look.points * factor:.1f}pt"
    values["arrow"] = path("icons/down.svg").as_posix()
    values["tick"] = path("icons/tick.svg").as_posix()
    values["applicant"] = f"{look.applicant_points}pt"
    values["applicant_big"] = f"{look.applicant_points * 1.25:.0f}pt"
    return SHEET.format_map(values)


SHEET = """
* {{ outline: none; }}
QWidget#page, QMainWindow {{ background: {page}; }}
QFrame#card {{ background: {card}; border: 1px solid {hair}; border-radius: 4px; }}
QFrame#bar {{ background: {card}; border: none; border-bottom: 1px solid {hair}; }}
QFrame#foot {{ background: {card}; border: none; border-top: 1px solid {hair}; }}
QFrame#menu {{ background: {card}; border: none; border-right: 1px solid {hair}; }}
QFrame#training {{ background: {training}; border: none; }}
QFrame#training QLabel {{ color: {on_training}; font-weight: bold; }}
QLabel#title {{ font-size: {big}; font-weight: bold; }}
QLabel#huge {{ font-size: {huge}; font-weight: bold; }}
QLabel#dim {{ color: {dim}; }}
QLabel#small {{ color: {dim}; font-size: {small}; }}
QLabel#section {{ color: {dim}; font-weight: bold; }}
QLabel[tone="ok"] {{ color: {ok}; }}
QLabel[tone="warn"] {{ color: {warn}; }}
QLabel[tone="error"] {{ color: {error}; }}
QLabel[tone="dim"] {{ color: {dim}; }}
QLabel[tone="brand"] {{ color: {brand}; }}
QLineEdit, QComboBox, QPlainTextEdit {{
    background: {card}; border: 1px solid {line}; border-radius: 4px;
    padding: 0 {px10}; min-height: {px36}; selection-background-color: {brand};
    selection-color: {on_brand};
}}
QComboBox::drop-down {{ border: none; width: {px30}; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: {px12}; height: {px12}; }}
QComboBox QAbstractItemView {{ background: {card}; border: 1px solid {line}; }}
QPushButton {{
    background: {card}; color: {text}; border: 1px solid {line}; border-radius: 4px;
    padding: 0 {px16}; min-height: {px36};
}}
QPushButton:hover {{ background: {raised}; }}
QPushButton:disabled {{ color: {dim}; border-color: {hair}; background: {raised}; }}
QPushButton#primary {{
    background: {brand}; color: {on_brand}; border: 1px solid {brand}; font-weight: bold;
    min-height: {px44}; padding: 0 {px24};
}}
QPushButton#primary:disabled {{ background: {raised}; color: {dim}; border: 1px solid {line}; }}
QPushButton#menu {{
    border: none; border-left: 4px solid transparent; border-radius: 0; text-align: left;
    min-height: {px44}; padding: 0 {px20} 0 {px16};
}}
QPushButton#menu:checked {{
    background: {brand_soft}; border-left: 4px solid {brand}; font-weight: bold;
}}
QPushButton#light {{ border: none; padding: 0 {px8}; min-height: {px30}; background: {card}; }}
QPushButton#light:hover {{ background: {raised}; }}
QTableView, QListView, QListWidget {{
    background: {card}; border: 1px solid {hair}; border-radius: 4px; gridline-color: transparent;
    selection-background-color: {brand_soft}; selection-color: {text};
}}
QTableView::item {{ padding: 0 {px8}; border-bottom: 1px solid {hair}; }}
QTableView::item:selected {{ background: {brand_soft}; color: {text}; }}
QHeaderView::section {{
    background: {raised}; color: {dim}; border: none; border-bottom: 1px solid {hair};
    padding: {px6} {px8}; font-weight: bold;
}}
QWidget#applicant {{ background: {page}; }}
QWidget#applicant QLabel, QWidget#applicant QPushButton {{ font-size: {applicant}; }}
QWidget#applicant QLabel#title, QWidget#applicant QLabel#huge {{ font-size: {applicant_big}; }}
QWidget#applicant QPushButton {{ min-height: 64px; padding: 0 16px; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget#plain {{ background: transparent; }}
QProgressBar {{ border: 1px solid {line}; border-radius: 4px; background: {raised};
    min-height: {px8}; max-height: {px8}; }}
QProgressBar::chunk {{ background: {brand}; }}
QRadioButton, QCheckBox {{ min-height: {px36}; spacing: {px8}; }}
QRadioButton::indicator {{ width: {px16}; height: {px16}; border: {px2} solid {line};
    border-radius: {px10}; background: {card}; }}
QRadioButton::indicator:checked {{ width: {px8}; height: {px8}; border: {px6} solid {brand}; }}
QCheckBox::indicator {{ width: {px16}; height: {px16}; border: {px2} solid {line};
    background: {card}; }}
QCheckBox::indicator:checked {{ border-color: {brand}; image: url({tick}); }}
QToolTip {{ background: {card}; color: {text}; border: 1px solid {line}; }}
"""
