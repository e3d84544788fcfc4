"""The page behind the code on a letter: from one file, tied to its policy, readable by anybody."""

import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256

import pytest
import requests

import resources
from app.central.page import FILE, CheckPage
from app.services.making import CHECK_GROUPS, check_code

BROWSER = shutil.which("chromium")
SWITCHES = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
SWITCHES += ("--enable-logging=stderr", "--virtual-time-budget=5000", "--dump-dom")
BIDS_A_PROOF = ("开证明", "请提供证明", "请提交证明", "请补交证明", "回去开")
COLOUR = re.compile(r"--([a-z-]+): (#[0-9A-F]{6})")
PAIRS = [
    *[(ink, "card", 4.5) for ink in ("text", "dim", "ok", "warn", "error")],
    *[(ink, "page", 4.5) for ink in ("text", "dim")],
    ("on-brand", "brand", 4.5),
    ("on-error", "error", 4.5),
    ("line", "card", 3),
    ("focus-edge", "focus", 3),
]


@pytest.fixture(scope="module")
def page(platform):
    return requests.get(f"{platform.url}/check", timeout=20)


def part(text, tag):
    (found,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
    return found


def policy(page):
    parts = page.headers["Content-Security-Policy"].split("; ")
    return dict(each.split(" ", 1) for each in parts)


def test_the_page_is_one_file_kept_by_nobody(page):
    assert (page.status_code, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in page.headers


def test_the_policy_allows_the_pages_own_parts_and_nothing_else(page):
    rules = policy(page)
    for rule, tag in (("script-src", "script"), ("style-src", "style")):
        digest = b64encode(sha256(part(page.text, tag).encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"
    assert rules["connect-src"] == "'self'"
    for closed in ("default-src", "base-uri", "form-action", "frame-ancestors"):
        assert rules[closed] == "'none'"


def test_nothing_comes_from_elsewhere_and_nothing_slips_past_the_policy(page):
    assert "://" not in page.text
    assert not re.search(r"\s(src|href|style|action|on[a-z]+)=", page.text)
    assert not re.search(r"@import|url\(|innerHTML|eval\(|localStorage|cookie", page.text)


def test_the_script_has_no_words(page):
    code = re.sub(r"^ *//.*$", "", part(page.text, "script"), flags=re.MULTILINE)
    assert not re.search(r"[\u4e00-\u9fff]", code)


def test_a_training_platform_says_so_and_a_live_one_does_not():
    shown = {mode: CheckPage(mode).answer().body.decode() for mode in ("training", "live")}
    for mode, text in shown.items():
        assert f'<html lang="zh-CN" data-mode="{mode}">' in text
        assert '[data-mode="live"] .training { display: none; }' in text
    assert shown["training"].count("训练平台，结果不作凭证") == 4


def test_the_page_bids_nobody_bring_a_proof(page):
    said = page.text.replace("不要因此让当事人另开证明", "")
    assert not [words for words in BIDS_A_PROOF if words in said]


def test_every_place_the_script_asks_for_is_in_the_page(page):
    script = part(page.text, "script")
    names = set(re.findall(r'\bat\("([a-z-]+)"\)', script)) | {"number-wrong", "code-wrong"}
    (outcomes,) = re.findall(r"OUTCOMES = \[(.*?)\]", script)
    for outcome in re.findall(r'"([a-z-]+)"', outcomes):
        names |= {outcome, f"{outcome}-head"}
    for name in names:
        assert page.text.count(f'id="{name}"') == 1


def test_every_field_has_a_label_a_hint_and_room_for_a_finger(page):
    for field in re.findall(r"<input [^>]*>", page.text):
        (name,) = re.findall(r'\bid="(\w+)"', field)
        assert f'<label for="{name}">' in page.text
        assert f'aria-describedby="{name}-hint {name}-wrong"' in field
    assert "min-height: 3.4rem" in part(page.text, "style")  # 3.4 of 18 px: 61


def luminance(colour):
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_words_stand_out_by_day_and_night(theme, ink, ground, least):
    style = part(resources.path(FILE).read_text("utf-8"), "style")
    colours = dict(COLOUR.findall(style.split("@media (prefers-color-scheme: dark)")[theme][:700]))
    assert contrast(colours[ink], colours[ground]) >= least


@pytest.mark.parametrize("path", ["/check/anything", "/check/", "/check.html", "/v1/check/x"])
def test_there_is_nothing_beside_the_page(platform, path):
    answer = requests.get(platform.url + path, timeout=20, allow_redirects=False)
    assert (answer.status_code, answer.json()["error"]) == (404, "NO_ROUTE")


def test_other_methods_are_refused(platform):
    assert requests.post(f"{platform.url}/check", timeout=20).json()["error"] == "NO_METHOD"
    assert requests.get(f"{platform.url}/v1/check", timeout=20).json()["error"] == "NO_METHOD"


def test_the_code_is_put_into_the_groups_it_is_printed_in(page):
    cuts = [int(n) for n in re.findall(r"bare\.slice\(([1-9]), ", part(page.text, "script"))]
    assert f"bare.length === {sum(CHECK_GROUPS)}" in page.text
    assert (CHECK_GROUPS[0], sum(CHECK_GROUPS[:2])) == (cuts[0], 8)
    (pattern,) = re.findall(r"const CODE = /(.*?)/;", page.text)
    assert re.fullmatch(pattern, check_code())


def seen(platform, folder, fragment):
    """The page as chromium has made it, and what it says against it."""
    alone = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    switches = [*SWITCHES, alone, f"--user-data-dir={folder}"]
    done = subprocess.run(
        [BROWSER, *switches, f"{platform.url}/check#{fragment}"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "Content Security Policy" not in done.stderr
    shown = re.findall(r'<section class="card outcome[^"]*" id="([a-z-]+)"[^>]*>', done.stdout)
    hidden = re.findall(r'<section [^>]*id="([a-z-]+)"[^>]* hidden=""', done.stdout)
    return [each for each in shown if each not in hidden], done.stdout


@pytest.mark.skipif(BROWSER is None, reason="chromium is not installed")
def test_a_browser_shows_the_three_outcomes(platform, counter, tmp_path):
    case = counter.reissue(counter.save())
    counter.engine.round()
    old, new = case.letters
    outcome, said = seen(platform, tmp_path, f"{new.number}.{new.check_code}")
    assert outcome == ["valid"]
    assert '<dd data-fact="sealed_at">2026年11月23日 09:30</dd>' in said
    assert f'<dd data-fact="unit">{case.unit_name}</dd>' in said
    assert seen(platform, tmp_path, f"{old.number}.{old.check_code}")[0] == ["void"]
    assert seen(platform, tmp_path, f"{new.number}.2222-2222-22")[0] == ["not-here"]
    assert seen(platform, tmp_path, "rubbish%zz.<b>")[0] == []
