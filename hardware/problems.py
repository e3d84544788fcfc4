"""What each device code means and what to do next; English keys, the window translates them."""

# code: (sentence with {facts}, remedy)
PROBLEMS: dict[str, tuple[str, str]] = {
    # --- resident card reader ---
    # --- seal token ---
    # --- printer ---
}


def explain(code: str) -> tuple[str, str]:
    """Sentence and remedy of a code; an unknown code is a bug and says so."""
    return PROBLEMS.get(code, ("Unexpected device trouble: {code}", "Tell the administrator."))
