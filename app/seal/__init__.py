"""Electronic seals after GB/T 38540: made with a token's signature, checked by our own verifier."""
