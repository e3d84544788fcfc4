"""A simulated token in vsmartcard's virtual reader; arguments: port, folder, fault."""

import socket
import sys
from pathlib import Path

from hardware.simulators.seal_token import Content, Gone, SimulatedSealToken
from hardware.simulators.seal_token_lines import ATR
from hardware.simulators.sm2_key import read_key

OFF, ON, RESET, SAY_ATR = 0, 1, 2, 4


def answer(token: SimulatedSealToken, request: bytes) -> bytes | None:
    """What goes back; None for the switches of one byte."""
    if len(request) > 1:
        return token.answer(request)
    if request[0] == SAY_ATR:
        return ATR
    token.power()
    return None


def serve(token: SimulatedSealToken, port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.settimeout(None)
        print("in", flush=True)
        stream = line.makefile("rb")
        while head := stream.read(2):
            request = stream.read(int.from_bytes(head, "big"))
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)  # else 48 ms an APDU
            try:
                back = answer(token, request)
            except Gone:
                return
            if back is not None:
                line.sendall(len(back).to_bytes(2, "big") + back)


if __name__ == "__main__":
    folder = Path(sys.argv[2])
    content = Content(
        "seal", (folder / "signer.cer").read_bytes(), read_key(folder / "signer.key.hex")
    )
    fault = sys.argv[3] if len(sys.argv) > 3 else None
    serve(SimulatedSealToken([content], fault=fault), int(sys.argv[1]))
