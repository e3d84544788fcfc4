"""The system's packages: which are missing, and apt when it may."""

import os
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from installer import places
from installer.steps import Step, tell
from installer.trouble import Stopped, run

LIST = places.INSTALLER / "system-packages.toml"
DPKG_STATUS = Path("/var/lib/dpkg/status")  # changes with every package that comes or goes
APT_LISTS = Path("/var/lib/apt/lists")
APT = ("apt-get", "-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300")
REMEDY = "Look at what apt says; is the network there? Then start again."


def step(*, check: bool) -> Step:
    """Every package of the run set, with `check` of the check set too."""
    packages = wanted(check=check)
    return Step(
        name="system packages",
        stamp=places.STAMPS / f"system-{'check' if check else 'run'}",
        inputs=lambda: " ".join(packages).encode() + _state_of_dpkg(),
        do=lambda: provide(packages),
    )


def wanted(*, check: bool) -> tuple[str, ...]:
    """The packages this machine needs."""
    groups = tomllib.loads(LIST.read_text(encoding="utf-8"))
    sets = ["run"]
    if sys.base_prefix == "/usr":
        sets.append("system_python")
    if check:
        sets.append("check")
    return tuple(name for chosen in sets for names in groups[chosen].values() for name in names)


def provide(packages: Sequence[str]) -> None:
    """Install what is missing; stop with the exact command where that is not allowed."""
    if shutil.which("dpkg-query") is None:
        tell(f"    No dpkg here, so not looked for. Needed are: {' '.join(packages)}")
        return
    if not (absent := missing(packages, installed())):
        return
    if (prefix := _way_to_root()) is None:
        raise Stopped(
            "set-up.system-packages",
            f"These system packages are missing: {' '.join(absent)}",
            command_by_hand(absent, has_sudo=shutil.which("sudo") is not None),
        )
    _install(absent, prefix)


def installed() -> frozenset[str]:
    """The names of all packages that are installed or stand in for another."""
    fields = "${db:Status-Status}\t${Package}, ${Provides}\n"
    output = run(
        ["dpkg-query", "-W", f"-f={fields}"], code="set-up.dpkg", remedy="Run: dpkg --audit"
    )
    lines = (line.split("\t", 1) for line in output.splitlines() if line.startswith("installed\t"))
    return frozenset(
        name.strip().split(" ")[0] for _, names in lines for name in names.split(",") if name
    )


def missing(packages: Sequence[str], present: frozenset[str]) -> tuple[str, ...]:
    """Those of `packages` that are not there, in their order."""
    return tuple(name for name in packages if name not in present)


def command_by_hand(packages: Sequence[str], *, has_sudo: bool) -> str:
    """What a person types to get `packages`."""
    names = " ".join(packages)
    command = f"apt-get update && apt-get install -y --no-install-recommends {names}"
    if has_sudo:
        return command.replace("apt-get", "sudo apt-get")
    return f"su -c {shlex.quote(command)}"


def _way_to_root() -> tuple[str, ...] | None:
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, stdin=subprocess.DEVNULL)
    return ("sudo", "-n") if asked.returncode == 0 else None


def _install(packages: Sequence[str], prefix: tuple[str, ...]) -> None:
    tell(f"    apt-get install {' '.join(packages)}")
    quiet = (*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "NEEDRESTART_MODE=a")
    install = [*quiet, *APT, "install", *packages]
    if _has_lists():
        try:
            _apt(install)
            return
        except Stopped:
            tell("    that failed; once more with fresh lists")
    _apt([*quiet, *APT, "update"])
    _apt(install)


def _apt(command: Sequence[str]) -> None:
    """apt is never cut off in the middle; dpkg would have to be repaired by hand."""
    run(command, code="set-up.apt", remedy=REMEDY, may_outlive=True)


def _has_lists() -> bool:
    return any(APT_LISTS.glob("*_Packages*")) if APT_LISTS.is_dir() else False


def _state_of_dpkg() -> bytes:
    return str(DPKG_STATUS.stat().st_mtime_ns).encode() if DPKG_STATUS.exists() else b"no dpkg"
