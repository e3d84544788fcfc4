"""Every package and every font the program is built from is on the licence list."""

import re

import pytest

from installer import places
from installer.faces import listed
from resources import path

LIST = path("licences/README.md").read_text("utf-8")
PINNED = re.findall(
    r"^([a-z0-9._-]+)==", (places.INSTALLER / "requirements.txt").read_text("utf-8"), re.MULTILINE
)


@pytest.mark.parametrize("package", PINNED)
def test_each_package_of_the_program_is_listed_with_its_licence(package):
    assert re.search(rf"^\| {re.escape(package)} \| \S", LIST, re.MULTILINE)


@pytest.mark.parametrize("face", listed(), ids=lambda face: face.file)
def test_each_font_is_listed_and_has_a_licence(face):
    family = re.split(r"-", face.file)[0].removesuffix(".ttf")
    assert family.lower() in LIST.replace(" ", "").lower()
    assert face.licence
