"""What crosses the wire between a counter and the platform; knows nobody."""
