"""One revision a file; its number is the schema it leads to."""
