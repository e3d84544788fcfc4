"""From the outbox to the platform and back."""
