"""Crash reports free of personal data: where it broke and what kind of error, never a value."""

import traceback
from datetime import datetime
from pathlib import Path

TREE = Path(__file__).parents[2]
FOLDER = "crashes"
MOST_KEPT = 50


def write_crash_report(state: Path, at: datetime, error: BaseException) -> Path:
    """Answers the file. Messages of errors are left out: they may quote what was typed."""
    folder = state / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for old in sorted(folder.glob("crash-*.txt"))[:-MOST_KEPT]:
        old.unlink(missing_ok=True)
    file = folder / f"crash-{at:%Y%m%d-%H%M%S-%f}.txt"
    file.write_text("\n".join(report_lines(at, error)) + "\n", "utf-8")
    return file


def report_lines(at: datetime, error: BaseException) -> list[str]:
    """Kind of error, its causes, and the frames as file, line and function."""
    lines = [f"at {at.isoformat()}"]
    seen: BaseException | None = error
    while seen is not None and len(lines) < 200:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        frames = traceback.extract_tb(seen.__traceback__)
        lines += [f"  {_short(each.filename)}:{each.lineno} {each.name}" for each in frames]
        seen = seen.__cause__ or seen.__context__
    return lines


def _short(filename: str) -> str:
    """Inside the tree from its top; elsewhere the file's name alone, no user's folder."""
    path = Path(filename)
    return str(path.relative_to(TREE)) if path.is_relative_to(TREE) else path.name
