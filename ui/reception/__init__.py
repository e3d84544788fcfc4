"""The counter: from the card to the sealed letter."""
