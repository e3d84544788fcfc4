"""Every table of the counter's store, once.

Times are ISO text with offset. A row that an officer's act makes or changes names the trail line
of that act; triggers.py makes SQLite itself refuse a change without one.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA = 5  # PRAGMA user_version; each released number has a revision in migrations/

metadata = MetaData()


def _trail_line() -> Column[int]:
    return Column("trail_id", Integer, ForeignKey("trail.id"), nullable=False)


# --- trail -------------------------------------------------------------------------------------
trail = Table(
    "trail",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("officer", String, nullable=False),
    Column("act", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("entry", Text, nullable=False),  # canonical JSON, the very text that was hashed
    Column("prev", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

# --- installation and officers -----------------------------------------------------------------
installation = Table(
    "installation",
    metadata,
    Column("only", Integer, primary_key=True),  # always 1: there is one
    Column("id", String, nullable=False),
    Column("mode", String, nullable=False),  # training | live
    Column("division", String(6), nullable=False),
    Column("terminal", String, nullable=False),
    Column("hall_name", String, nullable=False),
    Column("issuer", String, nullable=False),  # the name under a letter, where the seal goes
    _trail_line(),
)
officers = Table(
    "officers",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("roles", String, nullable=False),  # separated by blanks
    Column("verifier", String, nullable=False),  # argon2id
    Column("training", Boolean, nullable=False),
    Column("active", Boolean, nullable=False),
    _trail_line(),
)
lock_outs = Table(
    "lock_outs",
    metadata,
    Column(
        "officer", String, primary_key=True
    ),  # a number, or the digest of an unknown name: those count too
    Column("failures", Integer, nullable=False),
    Column("seconds_left", Integer, nullable=False),  # counted by the monotonic clock only
    Column("run", String, nullable=False),  # the run of the program `counted_at` belongs to
    Column("counted_at", Integer, nullable=False),  # monotonic seconds of that run
)

# --- cases and letters -------------------------------------------------------------------------
numbers = Table(
    "numbers",
    metadata,
    Column("counter", String, primary_key=True),  # DIVISION-TERMINAL
    Column("year", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
)
cases = Table(
    "cases",
    metadata,
    Column("id", String, primary_key=True),
    Column("number", String, nullable=False, unique=True),
    Column("state", String, nullable=False),
    Column("mode", String, nullable=False),
    Column("matter_code", String, nullable=False),
    Column("matter_name", String, nullable=False),
    Column("unit_name", String, nullable=False),
    Column("opened_at", String, nullable=False),
    Column("officer", String, nullable=False),
    Column("name", String, nullable=False),  # the applicant's, assigned spelling
    Column("name_key", String, nullable=False),  # folded: no dots, one width, one case
    Column("person_number", String, nullable=False),
    Column("number_key", String, nullable=False),  # reversed, so that its last digits can be typed
    Column("body", Text, nullable=False),  # the whole Case but its letters
    _trail_line(),
    # The mark of typed data, the very text it has in the body; empty: a card was read.
    Column("hand", Text, nullable=False, server_default=""),
    Index("cases_by_name", "name_key"),
    Index("cases_by_person", "number_key"),
    Index("cases_by_day", "opened_at"),
)
blobs = Table(
    "blobs",
    metadata,
    Column("sm3", String(64), primary_key=True),
    Column("media_type", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
letters = Table(
    "letters",
    metadata,
    Column("number", String, primary_key=True),
    Column("case_id", String, ForeignKey("cases.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("sm3", String(64), ForeignKey("blobs.sm3"), nullable=False),
    Column("sealed_at", String, nullable=False),
    Column("trusted_time", Boolean, nullable=False),
    Column("check_code", String, nullable=False),
    Column("commitment", Text, nullable=False),  # notice shown, when, and the strokes
    Column("report", Text, nullable=False),  # our own verifier's words straight after sealing
    Column("voided_because", String, nullable=False),
    Column("replaced_by", String, nullable=False),
    _trail_line(),
    Index("letters_of_case", "case_id"),
)
prints = Table(
    "prints",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("letter", String, ForeignKey("letters.number"), nullable=False),
    Column("copy", Integer, nullable=False),
    Column("at", String, nullable=False),
    Column("officer", String, nullable=False),
    Column("printer", String, nullable=False),
    Column("job", String, nullable=False),  # empty while it waits for a printer
    Column("state", String, nullable=False),
    _trail_line(),
    Column("pages", Integer, nullable=False, server_default="0"),  # handed over; 0: before schema 3
    Column("pages_out", Integer),  # as the print service told; none when it told nothing
    UniqueConstraint("letter", "copy"),
)
papers = Table(
    "papers",  # pictures and documents taken in at the counter for a case, each by its digest
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case_id", String, ForeignKey("cases.id"), nullable=False),
    Column("use", String, nullable=False),  # other-material | signed-letter | evidence
    Column("proof", String, nullable=False),  # the proof's code where it stands for one
    Column("sm3", String(64), ForeignKey("blobs.sm3"), nullable=False),
    Column("at", String, nullable=False),
    Column("officer", String, nullable=False),
    Column("source", String, nullable=False),  # camera | file
    Column("simulated", Boolean, nullable=False),
    _trail_line(),
    UniqueConstraint("case_id", "use", "proof", "sm3"),
)

# --- the law in use ----------------------------------------------------------------------------
successors = Table(
    "successors",  # what was confirmed to follow ended measures; the last one kept counts (A25-1)
    metadata,
    Column("id", Integer, primary_key=True),
    Column("after", String, nullable=False),
    Column("pack", String, nullable=False),
    Column("version", String, nullable=False),
    Column("basis", Text, nullable=False),
    Column("confirmed_by", String, nullable=False),
    Column("confirmed_on", String(10), nullable=False),
    Column("at", String, nullable=False),
    _trail_line(),
)

# --- seals -------------------------------------------------------------------------------------
seals = Table(
    "seals",  # a row for each act on a seal; the last one of a digest counts
    metadata,
    Column("id", Integer, primary_key=True),
    Column("act", String, nullable=False),  # register | renew | bind | withdraw
    Column("digest", String(64), nullable=False),  # SM3 of the seal's file
    Column("seal_id", String, nullable=False),
    Column("name", String, nullable=False),
    Column("maker", String, nullable=False),
    Column("valid_from", String, nullable=False),
    Column("valid_until", String, nullable=False),
    Column("training", Boolean, nullable=False),
    Column("keeper", String, nullable=False),
    Column("officers", String, nullable=False),  # who may set it, separated by blanks
    Column("kinds", String, nullable=False),  # of letters, separated by blanks
    Column("state", String, nullable=False),
    Column("replaces", String(64), nullable=False),  # digest of the seal before it, or empty
    Column("reason", String, nullable=False),
    Column("registered_by", String, nullable=False),
    Column("confirmed_by", String, nullable=False),
    Column("at", String, nullable=False),
    _trail_line(),
    Index("seals_by_digest", "digest", "id"),
)
seal_log = Table(
    "seal_log",  # the book of uses: a row for each step of each act of sealing asked for
    metadata,
    Column("id", Integer, primary_key=True),
    Column("use", Integer, nullable=False),  # the trail line of the use's first step
    Column(
        "step",
        String,
        CheckConstraint(
            "step IN ('asked', 'signing', 'done', 'refused', 'failed', 'cancelled', 'unknown')"
        ),
        nullable=False,
    ),
    Column("at", String, nullable=False),
    Column("trusted", Boolean, nullable=False),  # the platform's time, not the PC's
    Column("officer", String, nullable=False),
    Column("roles", String, nullable=False),
    Column("seal", String(64), nullable=False),  # SM3 of its file; empty where there is none
    Column("seal_id", String, nullable=False),  # and name: as registered, else empty
    Column("seal_name", String, nullable=False),
    Column("certificate", String, nullable=False),  # its serial number, hexadecimal
    Column("token", String, nullable=False),  # the token's serial number
    Column("simulated", Boolean, nullable=False),
    Column("letter", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("digest", String(64), nullable=False),  # signing: to be signed; done: SM3 of the file
    Column("code", String, nullable=False),
    Column("tries_left", Integer),  # as the token told
    _trail_line(),
    Index("seal_log_by_use", "use", "id"),
    Index("seal_log_by_letter", "letter", "id"),
    Index("seal_log_by_seal", "seal", "step"),
)

# --- the clerk's comfort -----------------------------------------------------------------------
usage = Table(
    "usage",
    metadata,
    Column("matter", String, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("last", String, nullable=False),
)
drafts = Table(
    "drafts",
    metadata,
    Column("id", String, primary_key=True),
    Column("officer", String, nullable=False),
    Column("at", String, nullable=False),
    Column("label", String, nullable=False),
    Column("body", Text, nullable=False),
)

# --- outbox and receipts -----------------------------------------------------------------------
receipts = Table(
    "receipts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("server_time", String, nullable=False),
    Column("root", String(64), nullable=False),
    Column("log_size", Integer, nullable=False),
    Column("log_root", String(64), nullable=False),
    Column("body", Text, nullable=False),  # canonical, with the platform's signature
)
outbox = Table(
    "outbox",
    metadata,
    Column("op_id", String(36), primary_key=True),
    Column("epoch", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("prev", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("type", String, nullable=False),
    Column("entity", String, nullable=False),
    Column("operation", Text, nullable=False),  # canonical JSON, the very text that was hashed
    Column("size", Integer, nullable=False),
    Column(
        "state",  # one place for one operation, never two, never none
        String,
        CheckConstraint(
            "state IN ('outbox', 'applied', 'conflict', 'quarantine', 'held', 'deferred')"
        ),
        nullable=False,
    ),
    Column("code", String, nullable=False),  # why it is in conflict, quarantine, held or deferred
    Column("tries", Integer, nullable=False),  # how often it was sent
    Column("parked_size", Integer, nullable=False),  # bytes a gateway would not take; else 0
    Column("version", Integer, nullable=False),
    Column("server_seq", Integer, nullable=False),
    Column("receipt", Integer, ForeignKey("receipts.id")),
    UniqueConstraint("epoch", "seq"),
    Index("outbox_by_state", "state", "seq"),
    Index("outbox_by_entity", "entity", "seq"),
)
outbox_blobs = Table(
    "outbox_blobs",  # how much of each blob the platform has
    metadata,
    Column("sm3", String(64), primary_key=True),
    Column("sent", Integer, nullable=False),
    Column("done", Boolean, nullable=False),
    Column("parked_size", Integer, nullable=False),
)
sync_state = Table(
    "sync_state",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)
platform_cases = Table(
    "platform_cases",  # what the platform says it has; never written over the counter's own case
    metadata,
    Column("entity", String, primary_key=True),
    Column("number", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("server_seq", Integer, nullable=False),
)
