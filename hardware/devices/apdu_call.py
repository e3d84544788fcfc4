"""One command to a card: 61xx is fetched, 6Cxx asked again with the length the card names."""

from dataclasses import replace

from hardware.codecs.apdu import WHOLE, Command
from hardware.errors import BadAnswer
from hardware.transports.base import Answer, ApduChannel

GET_RESPONSE = bytes.fromhex("00C00000")  # short form: 61xx belongs to the short world
FETCHES = 256


def call(channel: ApduChannel, command: Command, *, short: bool = False) -> Answer:
    """The complete data and the last status word, which may be any but 61xx and 6Cxx."""
    answer = channel.transmit(command.encode(short=short))
    if answer.sw >> 8 == 0x6C:
        answer = channel.transmit(
            replace(command, le=answer.sw & 0xFF or 0x100).encode(short=short)
        )
    data, go_on = answer.data, {0x61}
    for _ in range(FETCHES):
        if answer.sw >> 8 not in go_on:
            return Answer(data, answer.sw)
        go_on = {0x61, 0x6C}  # fetching, too, may be asked for with another length
        answer = channel.transmit(GET_RESPONSE + bytes([answer.sw & 0xFF]))
        data += answer.data
        if len(data) > WHOLE:
            break
    raise BadAnswer("token.garbled")
