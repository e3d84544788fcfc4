"""The steps in their order, and what is said when one of them cannot be done."""

import argparse
import sys
from collections.abc import Sequence

from installer import compiled_translations, environment, fonts, places, system_packages
from installer.steps import Step, alone, perform, tell
from installer.trouble import Stopped

EXIT_CODES = "exit codes: 0 done, 2 failed with a reason and a remedy, 130 broken off"
FAILED, BROKEN_OFF = 2, 130


def main(arguments: Sequence[str]) -> int:
    """Set up, and say in one line what stands in the way."""
    parser = argparse.ArgumentParser(prog="set_up", description=__doc__, epilog=EXIT_CODES)
    parser.add_argument("--check", action="store_true", help="also what ./check needs")
    options = parser.parse_args(arguments)
    try:
        _set_up(check=options.check)
    except Stopped as stopped:
        tell(stopped.report())
        return FAILED
    except KeyboardInterrupt:
        tell("Broken off. Start again to go on.")
        return BROKEN_OFF
    return 0


def steps(*, check: bool) -> tuple[Step, ...]:
    """What must be there, in the order it can be made."""
    return (
        system_packages.step(check=check),
        environment.step(check=check),
        fonts.step(),
        compiled_translations.step(),
    )


def _set_up(*, check: bool) -> None:
    if sys.version_info[:2] != (3, 11):
        raise Stopped(
            "set-up.python",
            f"This is Python {sys.version_info[0]}.{sys.version_info[1]}; needed is 3.11.",
            "Install python3.11 (Debian 12 has it as python3).",
        )
    wanted = steps(check=check)
    if all(step.is_done() for step in wanted):
        return
    try:
        with alone(places.STAMPS / "lock"):
            perform(wanted)
    except OSError as error:
        remedy = f"May you write there, and is there room? The tree is {places.TREE}."
        raise Stopped("set-up.file", str(error), remedy) from error
