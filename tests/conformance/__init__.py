"""Holds `python -m app conformance` true: each rule is knocked out, and its tests must go red."""
