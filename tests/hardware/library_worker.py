"""A worker that calls what it is asked to, without arguments: {"call": NAME} to {"answer": int}."""

import os

from hardware.workers.answering import load_library, serve


def load(path, options):
    library = load_library(path)

    def handle(question):
        if "long" in question:
            return {"answer": "x" * question["long"]}
        answer = getattr(library, question["call"])()
        return {"answer": answer, "pid": os.getpid(), "folder": os.getcwd(), "options": options}

    return handle


serve(load)
