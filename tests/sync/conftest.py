"""A platform for all tests of this folder; a counter for each."""

from tests.sync.kit import counter, platform, proxy  # noqa: F401
