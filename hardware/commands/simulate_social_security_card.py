"""`hardware simulate social-security-card`: one in vsmartcard's virtual reader, behind pcscd."""

import argparse
from typing import Any

from hardware.commands import knob_file, simulated_cards
from hardware.commands.simulated_cards import WORDS, FaultyCard
from hardware.simulators import knobs, person
from hardware.simulators.social_security_card import SimulatedSocialSecurityCard

USUAL = "wang-lan"


def add(devices: Any) -> None:
    parser: argparse.ArgumentParser = devices.add_parser(
        "social-security-card", help="a social security card, in vpcd's reader",
        description=f"takes on standard input: {WORDS}",
        epilog="persons: those whose file has a table social_security, such as " + USUAL,
    )  # fmt: skip
    parser.add_argument("--person", metavar="NAME|FILE", help="whose card is in at the start")
    parser.add_argument("--needs-pin", action="store_true", help="its data are not free")
    parser.add_argument("--fault", metavar="F", help=f"{', '.join(knobs.FAULTS)}; @COMMAND")
    simulated_cards.add_options(parser)
    parser.set_defaults(run=run, usual=USUAL, options=parser)


def run(args: argparse.Namespace) -> int:
    knob_file.apply(args, args.options)
    card_knobs = simulated_cards.apdu_knobs(args, "T=0")

    def make(name: str) -> FaultyCard:
        holder = person.load(name)
        return SimulatedSocialSecurityCard(holder, card_knobs, needs_pin=args.needs_pin)

    return simulated_cards.run(args, make)
