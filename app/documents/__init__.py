"""Letters: which facts, which fonts, which bytes."""
