"""Version numbers of the wire, each with its story."""

PROTOCOL = (
    1  # 1: outbox with gapless sequence and chain, verdicts per operation, one receipt a batch;
    # an applicant's `hand` came later and stands only where data were typed: a platform that does
    # not know it refuses that one case and takes all others
)
OLDEST = 1  # the platform answers 426 below this
