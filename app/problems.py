"""What each code of trouble means and what to do next; English keys, the window translates them."""

# code: (sentence with {facts}, remedy)
PROBLEMS: dict[str, tuple[str, str]] = {
    # --- rules (domain) ---
    "case.open-checks": (
        "Verify before approval: {proofs} still to be checked.",
        "Have the open checks answered; then approve.",
    ),
    "case.move": (
        "A case that is {state} cannot take the step {act}.",
        "Open the case again to see where it stands; after sealing use void and re-issue.",
    ),
    "proof.cancelled": (
        "{proof} is a cancelled proof and must not be asked for.",
        "Take it out of the text; the checklist names the way that replaces it.",
    ),
    "notice.not-shown": (
        "The notice was not shown in full: {paragraphs}.",
        "Show the missing paragraphs on the applicant's page, then let the applicant sign.",
    ),
    "signature.empty": (
        "There is no signature on the commitment.",
        "Ask the applicant to sign on the pad.",
    ),
    "signature.before-notice": (
        "The signature is older than the notice it answers.",
        "Show the notice and let the applicant sign anew.",
    ),
    "pack.expired": (
        "{number} was in force from {first} to {last}; new cases need a confirmed successor.",
        "Have the person in charge confirm the basis that follows it.",
    ),
    "pack.not-yet": (
        "{number} comes into force on {first}.",
        "Use the measures in force today.",
    ),
    "duty.missing": (
        "Your roles do not include this act: {act}.",
        "Ask an officer who holds the duty, or the administrator.",
    ),
    "ladder.empty": (
        "{proof} has no way that replaces it.",
        "Give it at least one of the six ways before publishing.",
    ),
    "ladder.no-fall-back": (
        "{proof} leaves nothing for an applicant who does not commit.",
        "Put another way after the commitment.",
    ),
    "ladder.asks-for-proof": (
        "The ways for {proof} end in asking for the proof itself.",
        "Name the applicant's own paper, or choose another way.",
    ),
    "ladder.no-check-after": (
        "The commitment for {proof} names no check afterwards.",
        "Say what the department looks up within the three days.",
    ),
    "ladder.nothing-to-tell": (
        "The commitment for {proof} lacks its content or its standard.",
        "Write what is committed to and the standard it must meet.",
    ),
    "number.length": (
        "The number has the wrong length.",
        "Compare it with the document, or read the card.",
    ),
    "number.character": (
        "The number holds a character that no such number has.",
        "Type digits, and X only in the last place.",
    ),
    "number.form": (
        "No identity number begins like this.",
        "Compare it with the document, or read the card.",
    ),
    "number.birth": (
        "The number's date of birth is no day of the calendar.",
        "Compare it with the document, or read the card.",
    ),
    "number.check": (
        "The number's last character does not fit the others.",
        "Compare it with the document, or read the card.",
    ),
    "number.check-unsure": (
        "The number's last digit does not fit, as far as its rule is known.",
        "Compare it with the document; it may be kept.",
    ),
    "number.old-form": (
        "Fifteen digits are the number of an old document.",
        "Take the eighteen-character number of the person; keep this one as the old paper's.",
    ),
    "reference.altered": (
        "{file} is not as it was signed.",
        "Install the file again from a trusted source; tell the administrator.",
    ),
    "reference.unsigned": (
        "{file} carries no signature.",
        "Install the file together with its .sig; tell the administrator.",
    ),
    "reference.unreadable": (
        "{file} cannot be read as this kind of data.",
        "Install the file again; tell the administrator.",
    ),
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
