"""Changes the rules one small step at a time; a test must notice each."""
