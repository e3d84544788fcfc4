"""The triggers that keep the store honest: SQLite itself refuses what no act may do."""

from app.store import tables

NEVER_CHANGED = ("trail", "blobs", "successors", "papers", "seals", "seal_log")
NEVER_DELETED = ("cases", "letters", "prints", "officers", "installation")
# INSERT OR REPLACE deletes without asking the triggers above.
NEVER_REPLACED = {
    "letters": "number",
    "successors": "id",
    "papers": "id",
    "seals": "id",
    "seal_log": "id",
}
ADDED_BY_ACTS = ("successors", "papers", "seals", "seal_log")
UNDER_WAY = "('asked', 'signing')"  # steps of a use of the seal that another one follows
VOIDING = ("voided_because", "replaced_by", "trail_id")  # all that ever changes of a letter


def statements() -> tuple[str, ...]:
    """The statements, in the order they are made."""
    made = [_refuse(table, verb) for table in NEVER_CHANGED for verb in ("UPDATE", "DELETE")]
    for table in NEVER_DELETED:
        made += [
            _refuse(table, "DELETE"),
            _needs_line(table, "INSERT"),
            _needs_line(table, "UPDATE"),
        ]
    made += [_needs_line(table, "INSERT") for table in ADDED_BY_ACTS]
    made += [_refuse_again(table, key) for table, key in NEVER_REPLACED.items()]
    return (*made, _voided_once(), _marked_for_good(), _ends_once())


def _refuse(table: str, verb: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _needs_line(table: str, verb: str) -> str:
    """The row must name the newest trail line, and a change a newer one than before."""
    stale = "NEW.trail_id IS NOT (SELECT max(id) FROM trail)"
    if verb == "UPDATE":
        stale += " OR NEW.trail_id <= OLD.trail_id"
    return (
        f"CREATE TRIGGER {table}_{verb.lower()}_has_trail BEFORE {verb} ON {table} WHEN {stale} "
        f"BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END"
    )


def _refuse_again(table: str, key: str) -> str:
    return (  # names of our own tables
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "  # noqa: S608
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key}) "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _voided_once() -> str:
    """A letter becomes void once, for a reason; nothing else of it is ever written again."""
    kept = [column.name for column in tables.letters.c if column.name not in VOIDING]
    changed = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in kept)
    return (
        "CREATE TRIGGER letters_voided_once BEFORE UPDATE ON letters "
        "WHEN OLD.voided_because <> '' OR OLD.replaced_by <> '' OR NEW.voided_because = '' "
        f"OR {changed} "
        "BEGIN SELECT RAISE(ABORT, 'a letter is voided once and not otherwise changed'); END"
    )


def _marked_for_good() -> str:
    """A case whose person was typed by hand stays marked so, in its column and in its body."""
    return (
        "CREATE TRIGGER cases_marked_for_good BEFORE UPDATE ON cases WHEN OLD.hand <> '' "
        "AND (NEW.hand IS NOT OLD.hand OR instr(NEW.body, OLD.hand) = 0) "
        "BEGIN SELECT RAISE(ABORT, 'the mark of hand entry stays'); END"
    )


def _ends_once() -> str:
    """Nothing follows the end of a use of the seal: not another end, and no signature."""
    return (  # words of our own
        "CREATE TRIGGER seal_log_ends_once BEFORE INSERT ON seal_log WHEN EXISTS "  # noqa: S608
        f"(SELECT 1 FROM seal_log WHERE use = NEW.use AND step NOT IN {UNDER_WAY}) "
        "BEGIN SELECT RAISE(ABORT, 'this use of the seal has ended'); END"
    )
