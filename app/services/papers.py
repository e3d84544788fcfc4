"""Taking papers in for a case: kept by digest with a line in the trail, each once."""

from app.codecs.chain import sm3_hex
from app.domain import papers as rules
from app.domain.duties import Act
from app.domain.papers import Paper, Use
from app.errors import Refused
from app.services.office import Office
from app.services.reception import load_case
from app.store import letters
from app.store import papers as kept

CAMERA, FILE = "camera", "file"


def take_in(
    office: Office,
    number: str,
    use: Use,
    data: bytes,
    *,
    source: str,
    proof: str = "",
    simulated: bool = False,
) -> Paper:
    """The same bytes for the same place are one paper: the one that is there is answered."""
    with office.judged(Act.OPEN_CASE, number):
        media_type, digest = rules.media_type(data), sm3_hex(data)
        case = load_case(office, number)
        at, who = office.now(), office.officer
        paper = Paper(
            use, proof, digest, media_type, len(data), at, who, source, simulated=simulated
        )
        with office.store.write() as tx:
            there = kept.of_case(tx, case.id)
            if found := next((each for each in there if _place(each) == _place(paper)), None):
                return found
            rules.may_take_in(case, use, proof, len(there))
            letters.keep_blob(tx, data, digest, media_type)
            facts = {"use": use.value, "proof": proof, "sm3": digest, "source": source}
            kept.add(tx, case.id, paper, office.line(tx, "paper.take-in", number, **facts))
        return paper


def papers_of(office: Office, number: str) -> tuple[Paper, ...]:
    """In the order they were taken in."""
    case = load_case(office, number)
    with office.store.read() as rx:
        return kept.of_case(rx, case.id)


def load_paper(office: Office, number: str, digest: str) -> bytes:
    """The bytes of a paper of this case."""
    if digest not in {paper.sm3 for paper in papers_of(office, number)}:
        raise Refused("", "paper.unknown")
    with office.store.read() as rx:
        return letters.blob(rx, digest) or b""


def _place(paper: Paper) -> tuple[Use, str, str]:
    return paper.use, paper.proof, paper.sm3
