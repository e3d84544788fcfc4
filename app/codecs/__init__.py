"""Arithmetic on public data, open to both islands: DER, SM2 verification, SM3 chains, rare characters."""
