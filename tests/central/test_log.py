"""The Merkle log: the same root whether it grew leaf by leaf or is computed at once."""

import pytest

from app.central.log import Log
from app.central.records import mark, open_records
from app.codecs.chain import merkle_root


@pytest.mark.parametrize("size", [0, 1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33, 100])
def test_growing_and_computing_agree(size):
    log = Log()
    leaves = [f"leaf {number}".encode() for number in range(size)]
    for leaf in leaves:
        log.append(leaf)
    assert log.root() == merkle_root(leaves)
    assert log.size == size


def test_it_goes_on_where_it_was_kept(tmp_path):
    records = open_records(str(tmp_path / "p.db"))
    mark(records, "training")
    leaves = [f"leaf {number}".encode() for number in range(11)]
    for part in (leaves[:4], leaves[4:5], leaves[5:]):
        with records.write() as tx:
            log = Log.read(tx)
            for leaf in part:
                log.append(leaf)
            log.keep(tx)
    with records.read() as rx:
        assert Log.read(rx).root() == merkle_root(leaves)
    records.close()
