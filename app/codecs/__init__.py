"""Arithmetic on public data, open to both islands: DER, SM2 checks, SM3 chains."""
