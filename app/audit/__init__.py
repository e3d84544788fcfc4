"""The trail: who did what, each line holding the digest of the one before."""
