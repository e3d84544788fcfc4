"""Version numbers of the wire, each with its story."""

PROTOCOL = (
    1  # 1: outbox with gapless sequence and chain, verdicts per operation, one receipt a batch
)
OLDEST = 1  # the platform answers 426 below this
