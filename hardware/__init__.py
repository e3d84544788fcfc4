"""What devices do; knows nothing of the office."""
