"""Over TLS only the pinned authority counts, whatever the environment says."""

import datetime
import ipaddress
import ssl
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from app.clock import FixedClock
from app.errors import Unavailable
from app.sync.client import PlatformClient
from tests.sync.kit import AT

NAME = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "platform")])
NOW = datetime.datetime.now(datetime.UTC)


def self_signed(folder, name, *, host="127.0.0.1", days=30):
    """A certificate that is its own authority, with its key in the same file."""
    key = ec.generate_private_key(ec.SECP256R1())
    alternative = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(NAME)
        .issuer_name(NAME)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - datetime.timedelta(days=60))
        .not_valid_after(NOW + datetime.timedelta(days=days))
        .add_extension(alternative, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    file = folder / f"{name}.pem"
    pkcs8 = serialization.PrivateFormat.PKCS8
    file.write_bytes(key.private_bytes(pem, pkcs8, plain) + certificate.public_bytes(pem))
    return file


@pytest.fixture
def served(tmp_path):
    """Starts a TLS server with the certificate it is given; gives its address."""
    running = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_):
            return

    class Quiet(HTTPServer):
        def handle_error(self, *_):
            return  # a handshake that the client broke off

    def serve(file):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        server = Quiet(("127.0.0.1", 0), Handler)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        running.append((server, thread))
        return f"https://127.0.0.1:{server.server_address[1]}"

    yield serve
    for server, thread in running:
        server.shutdown()
        server.server_close()
        thread.join()


def status(url, ca):
    client = PlatformClient(url, FixedClock(AT), ca=ca)
    try:
        return client.plain("GET", "/health").status
    finally:
        client.close()


def test_the_pinned_authority_is_accepted(tmp_path, served):
    good = self_signed(tmp_path, "good")
    assert status(served(good), good) == 200


@pytest.mark.parametrize("how", ["other", "expired", "wrong host"])
def test_any_other_certificate_is_refused(tmp_path, served, monkeypatch, how):
    good = self_signed(tmp_path, "good")
    shown = {
        "other": lambda: self_signed(tmp_path, "other"),
        "expired": lambda: self_signed(tmp_path, "expired", days=-1),
        "wrong host": lambda: self_signed(tmp_path, "host", host="10.1.2.3"),
    }[how]()
    pinned = good if how == "other" else shown
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(shown))  # would let the other one through
    with pytest.raises(Unavailable):
        status(served(shown), pinned)
