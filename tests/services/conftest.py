"""A training hall for each test; its keys and seal are made once a run."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.seal.chains import read_anchors
from app.seal.training import TrainingPki, make_training_pki
from app.services.office import Office
from app.services.seal_registry import install_training
from resources.fonts import font_path
from tests.services.parts import AT, Sealer, opened, sealer


@dataclass(frozen=True, slots=True)
class Hall:
    """The open office with its clock."""

    office: Office
    clock: FixedClock


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    office, clock = opened(tmp_path)
    yield Hall(office, clock)
    office.store.close()


@pytest.fixture(scope="session")
def pki(tmp_path_factory) -> TrainingPki:
    folder = tmp_path_factory.mktemp("pki")
    font = font_path("NotoSerifSC-Bold.ttf")
    return make_training_pki(folder, hall="泸州市江阳区政务服务中心", at=AT, font=font)


@pytest.fixture
def token(pki: TrainingPki, request: pytest.FixtureRequest) -> Sealer:
    """The token and its seal, which is registered where the test has a hall."""
    if "hall" in request.fixturenames:
        install_training(request.getfixturevalue("hall").office, pki.seal.read_bytes())
    key = bytes.fromhex(pki.signer_key.read_text().strip())
    anchors = read_anchors(pki.trust)
    return sealer(pki.signer.read_bytes(), key, pki.seal.read_bytes(), anchors)
