"""A time stamp service on loopback, in training and in every kind of trouble."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

from asn1crypto import tsp

from tests.seal import blocks
from tests.seal.parts import NOW, Holder


class Service:
    """Answers over HTTP as it is told to by `fault`; `asked` are the questions, as they came."""

    def __init__(self, holder: Holder) -> None:
        self.holder, self.fault, self.asked = holder, "", []
        self.url = ""
        self.at = NOW
        self.gone = threading.Event()

    def answer(self, question: bytes) -> bytes:
        asked = tsp.TimeStampReq.load(question)
        nonce, hashed = asked["nonce"].native, asked["message_imprint"]["hashed_message"].native
        match self.fault:
            case "declines":
                return blocks.seq(blocks.seq(blocks.num(2)))
            case "rubbish":
                return b"<html>welcome</html>"
            case "endless":
                return bytes(1 << 20)
            case "wrong nonce":
                nonce += 1
            case "wrong imprint":
                hashed = bytes(32)
        info = blocks.stamp_info(b"", at=self.at, nonce=nonce, hashed=hashed)
        signer = self.holder
        if self.fault == "other key":
            signer = Holder(signer.party, Holder.new("X").private_key, signer.der)
        return blocks.seq(blocks.seq(blocks.num(0)), blocks.token(signer, info))


@contextmanager
def serving(holder: Holder) -> Iterator[Service]:
    service = Service(holder)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = self.rfile.read(int(self.headers["Content-Length"]))
            service.asked.append((dict(self.headers), question))
            answer = service.answer(question)
            self.send_response(503 if service.fault == "down" else 200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            if service.fault == "slow":
                self._drip(answer)
            else:
                self.wfile.write(answer)

        def _drip(self, answer: bytes) -> None:
            """A byte every now and then: no single read of it runs out of time."""
            for byte in answer:
                if service.gone.wait(0.05):
                    return
                try:
                    self.wfile.write(bytes((byte,)))
                except OSError:
                    return

        def log_message(self, *_: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    service.url = f"http://127.0.0.1:{server.server_address[1]}/tsa"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield service
    finally:
        service.gone.set()
        server.shutdown()
        server.server_close()
        thread.join()
