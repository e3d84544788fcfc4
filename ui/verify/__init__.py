"""Is this seal good? The report on a file's seals, on the screen and on paper."""
