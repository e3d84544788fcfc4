"""The things officers do, one module each; the only code that changes the store."""
