"""What the office does: the rules, the store, the letters, the wire, the reference platform."""

VERSION = "0.1.0"
