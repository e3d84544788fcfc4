"""What each code of trouble means and what to do next; English keys, the window translates them."""

# code: (sentence with {facts}, remedy)
PROBLEMS: dict[str, tuple[str, str]] = {
    # --- rules (domain) ---
    # --- letters (documents) ---
    # --- seal ---
    # --- store and keys ---
    # --- services ---
    # --- the line to the platform (sync) ---
    # --- the platform (central) ---
}


def explain(code: str) -> tuple[str, str]:
    """Sentence and remedy of a code; an unknown code is a bug and says so."""
    return PROBLEMS.get(code, ("Unexpected trouble: {code}", "Tell the administrator the code."))
