"""An environment is taken over only when it holds every pinned package, whole."""

from installer.environment import discard_halves, holds

PINS = """PySide6_Essentials==6.11.3 \\
    --hash=sha256:00
ruamel.yaml==1.0 \\
    --hash=sha256:11
"""


def lay(site, *names):
    for name in names:
        (site / f"{name}.dist-info").mkdir()
        (site / f"{name}.dist-info" / "RECORD").touch()


def listed(tmp_path):
    file = tmp_path / "requirements.txt"
    file.write_text(PINS)
    return file


def test_all_there_under_whatever_spelling(tmp_path):
    lay(tmp_path, "pyside6_essentials-6.11.3", "ruamel_yaml-1.0", "pip-26.3")
    assert holds(listed(tmp_path), tmp_path)


def test_another_version_is_not_enough(tmp_path):
    lay(tmp_path, "pyside6_essentials-6.12.0", "ruamel_yaml-1.0")
    assert not holds(listed(tmp_path), tmp_path)


def test_a_package_put_in_by_half_is_not_there(tmp_path):
    lay(tmp_path, "pyside6_essentials-6.11.3", "ruamel_yaml-1.0")
    (tmp_path / "ruamel_yaml-1.0.dist-info" / "RECORD").unlink()
    assert not holds(listed(tmp_path), tmp_path)


def test_a_package_put_in_by_half_is_forgotten_so_that_pip_brings_it_again(tmp_path):
    lay(tmp_path, "pyside6_essentials-6.11.3", "ruamel_yaml-1.0")
    (tmp_path / "ruamel_yaml-1.0.dist-info" / "RECORD").unlink()
    discard_halves(tmp_path)
    assert [folder.name for folder in tmp_path.glob("*.dist-info")] == [
        "pyside6_essentials-6.11.3.dist-info"
    ]
