"""One codec under atheris, which looks for bytes that take a new way through it.

`python -m tests.fuzz.codecs NAME RUNS SEED`; the fuzzer ends the process, so each has its own.
"""

import random
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

TREE = Path(__file__).parents[2]
MOST_BYTES = 0xA000  # longer than a picture
DONE = re.compile(r"Done (\d+) runs? in (\d+) second")
MEMORY = 512  # megabytes
ONE_SECONDS = 5  # for one input


@dataclass(frozen=True)
class Codec:
    """`takes`: what it may refuse its input with; `examples`: where the fuzzer begins."""

    read: Callable[[bytes], object]
    takes: tuple[type[Exception], ...]
    examples: tuple[bytes, ...] = ()


@dataclass(frozen=True)
class Run:
    """What came of one codec."""

    name: str
    runs: int
    seconds: int
    findings: tuple[str, ...] = ()


def codecs() -> dict[str, Codec]:
    """By name. Imported inside, so that the fuzzer can look into them."""
    return {**_of_cards(), **_of_lines(), **_of_libraries_and_traces()}


def _of_cards() -> dict[str, Codec]:
    from hardware.codecs import card_text, sam_data, sam_frame, social_security
    from hardware.errors import BadAnswer
    from hardware.simulators import person
    from hardware.simulators.id_card import frame

    def framed(data: bytes) -> None:
        decoder = sam_frame.FrameDecoder()
        for at in range(0, len(data), 7):
            decoder.feed(data[at : at + 7])
            with suppress(BadAnswer):
                while decoder.take() is not None:
                    pass
        while decoder.skip():
            pass

    def record(data: bytes) -> None:
        value = social_security.value_of(data, 0x09)
        for name, text in social_security.raw_texts({"name": value, "birth": value}).items():
            social_security.shown(name, text)

    wang = person.load("wang-lan").text()
    card = frame(0x90, bytes.fromhex("01000400") + wang + bytes(1024))
    return {
        "sam-frame": Codec(framed, (), (card, bytes.fromhex("AAAAAA96690005050505"))),
        "sam-data": Codec(sam_data.text_photo_templates, (BadAnswer,), (bytes(6) + wang,)),
        "sam-id": Codec(sam_data.sam_id_text, (BadAnswer,), (bytes(16),)),
        "card-text": Codec(card_text.decode, (BadAnswer,), (wang,)),
        "new-address": Codec(card_text.decode_new_address, (), (wang[52:122],)),
        "social-security": Codec(record, (BadAnswer,), (b"\x09\x04\xcd\xf5\xc0\xbc",)),
    }


def _of_lines() -> dict[str, Codec]:
    from hardware.codecs import apdu, ccid, certificate, ipp, t1
    from tests.hardware.sealing_parts import content

    ask = ipp.request(0x0B, (ipp.URI, "printer-uri", "ipp://localhost/printers/one"))
    return {
        "ccid": Codec(ccid.decode, (ValueError,), (ccid.Message(0x80, 1, bytes(4)).encode(),)),
        "apdu-split": Codec(apdu.split, (), (b"\x90\x00",)),
        "apdu": Codec(apdu.decode, (ValueError,), (bytes.fromhex("8074020000000004"),)),
        "t1": Codec(t1.decode, (), (bytes.fromhex("000000"),)),
        "certificate": Codec(certificate.read, (ValueError,), (content().certificate,)),
        "ipp": Codec(ipp.read_reply, (ValueError,), (ask,)),
    }


def _of_libraries_and_traces() -> dict[str, Codec]:
    from hardware.codecs import bmp, library_text, trace
    from hardware.errors import BadAnswer

    def dropped(data: bytes) -> None:
        library_text.from_lines(data.decode("gb18030", "replace"))

    def recorded(data: bytes) -> None:
        trace.read(data.decode("utf-8", "replace").splitlines())

    picture = b"BM" + (54 + 126 * 308).to_bytes(4, "little")
    return {
        "bmp": Codec(bmp.picture, (BadAnswer,), (picture,)),
        "library-text": Codec(dropped, (BadAnswer,)),
        "trace": Codec(recorded, (BadAnswer,)),
    }


NAMES = (
    "sam-frame", "sam-data", "sam-id", "card-text", "new-address", "social-security", "ccid",
    "apdu-split", "apdu", "t1", "certificate", "ipp", "bmp", "library-text", "trace",
)  # fmt: skip


def attempt(codec: Codec, data: bytes) -> None:
    """Whatever it does not say it refuses by is a finding."""
    with suppress(*codec.takes):
        codec.read(data)


def run(name: str, runs: int, seed: int) -> Run:
    """In a process of its own."""
    command = [sys.executable, "-m", "tests.fuzz.codecs", name, str(runs), str(seed)]
    done = subprocess.run(command, cwd=TREE, capture_output=True, text=True, check=False)
    said = DONE.search(done.stderr)
    if done.returncode == 0 and said:
        return Run(name, int(said[1]), int(said[2]))
    return Run(name, 0, 0, (" ".join(done.stderr[-600:].split()),))


def main(name: str, runs: str, seed: str) -> None:
    import atheris

    with atheris.instrument_imports(include=["hardware.codecs", "app.codecs"]):
        codec = codecs()[name]
    with TemporaryDirectory(prefix="corpus-") as folder:
        for number, example in enumerate(codec.examples):
            Path(folder, str(number)).write_bytes(example)
        options = [
            f"-runs={runs}", f"-seed={seed}", f"-max_len={MOST_BYTES}", f"-rss_limit_mb={MEMORY}",
            f"-timeout={ONE_SECONDS}", f"-artifact_prefix={folder}/", "-verbosity=1", folder,
        ]  # fmt: skip
        atheris.Setup([sys.argv[0], *options], lambda data: attempt(codec, data))
        atheris.Fuzz()


def plain(name: str, runs: int, seed: int) -> None:
    """Without the fuzzer: examples with bytes changed, for the tests of every day."""
    chance = random.Random(f"{name} {seed}")  # noqa: S311  the same in every run
    codec = codecs()[name]
    for _ in range(runs):
        data = bytearray(chance.choice(codec.examples or (b"",)) or chance.randbytes(64))
        for _change in range(chance.randrange(1, 6)):
            at = chance.randrange(len(data) + 1)
            data[at : at + chance.randrange(3)] = chance.randbytes(chance.randrange(4))
        attempt(codec, bytes(data))


if __name__ == "__main__":
    main(*sys.argv[1:])
