"""Who sits at the counter."""
