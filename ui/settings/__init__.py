"""How the window looks: theme, text size."""
