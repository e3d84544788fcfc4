"""Colours can be told apart from what they stand on, in every theme."""

from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QRadioButton

from ui.theme import THEMES, Look, style_sheet

READ = ("text", "dim", "brand", "ok", "warn", "error")


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("theme", "name"), list(product(THEMES, READ)))
def test_words_are_readable_on_every_surface(theme: str, name: str) -> None:
    tokens = THEMES[theme]
    for surface in ("card", "page", "raised"):
        assert contrast(getattr(tokens, name), getattr(tokens, surface)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_buttons_and_banner_are_readable(theme: str) -> None:
    tokens = THEMES[theme]
    assert contrast(tokens.on_brand, tokens.brand) >= 4.5
    assert contrast(tokens.on_training, tokens.training) >= 4.5
    assert contrast(tokens.text, tokens.brand_soft) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_controls_and_focus_stand_out(theme: str) -> None:
    tokens = THEMES[theme]
    assert contrast(tokens.line, tokens.card) >= 3
    assert contrast(tokens.focus, tokens.focus_edge) >= 3  # two tones: one of them always shows
    assert contrast(tokens.focus_edge if theme == "light" else tokens.focus, tokens.card) >= 3


def test_the_style_sheet_grows_with_the_text() -> None:
    small, large = style_sheet(Look(size=100)), style_sheet(Look(size=200))
    assert "min-height: 44px" in small
    assert "min-height: 88px" in large


@pytest.mark.parametrize("theme", sorted(THEMES))
@pytest.mark.parametrize("size", [100, 200])
def test_a_choice_shows_its_circle_and_whether_it_is_taken(qtbot, theme, size):
    look = Look(theme, size)
    for chosen, colour in ((False, look.tokens.line), (True, look.tokens.brand)):
        button = QRadioButton("A")
        qtbot.addWidget(button)
        button.setStyleSheet(style_sheet(look))
        button.setChecked(chosen)
        button.resize(look.px(120), look.px(40))
        drawn = button.grab().toImage()
        left = [drawn.pixelColor(x, look.px(20)).name() for x in range(look.px(24))]
        assert left.count(QColor(colour).name()) >= look.px(3)


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_a_box_to_tick_stands_out_and_so_does_its_tick(qtbot, theme):
    """The style's own box is nearly black; on a dark card an empty one could not be seen."""
    look, inside, edge = Look(theme), {}, {}
    for ticked in (False, True):
        box = QCheckBox("")
        qtbot.addWidget(box)
        box.setStyleSheet(style_sheet(look))
        box.setChecked(ticked)
        box.resize(40, 40)
        drawn = box.grab().toImage()
        edge[ticked] = drawn.pixelColor(0, 20).name()
        inside[ticked] = {
            drawn.pixelColor(x, y).name() for x in range(3, 17) for y in range(13, 27)
        }
    card = look.tokens.card
    assert min(contrast(edge[ticked], card) for ticked in edge) >= 3
    assert len(inside[False]) == 1
    assert max(contrast(colour, card) for colour in inside[True]) >= 3
