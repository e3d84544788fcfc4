"""The ledger of this counter's cases: where each is, print again, void and re-issue."""
