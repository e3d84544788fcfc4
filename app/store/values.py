"""Domain values as JSON text and back, by their own type hints; for the store, never the wire."""

import json
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


def written(value: Any) -> str:
    """A frozen value, or a tuple of them, as JSON; text as it is."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def read(kind: type[Value], text: str) -> Value:
    """The value of that kind; fields younger than the text take their defaults."""
    found: Value = _made(kind, json.loads(text))
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return value


@cache
def _hints(kind: type) -> dict[str, tuple[Any, bool]]:
    hints = get_type_hints(kind)
    return {field.name: (hints[field.name], field.default is MISSING) for field in fields(kind)}


def _made(kind: Any, data: Any) -> Any:
    if is_dataclass(kind):
        return _filled(kind, data)  # type: ignore[arg-type]
    if get_origin(kind) is tuple:
        kinds = get_args(kind)
        if kinds[1:] == (...,):
            return tuple(_made(kinds[0], item) for item in data)
        return tuple(_made(each, item) for each, item in zip(kinds, data, strict=True))
    if isinstance(kind, UnionType):
        return None if data is None else _made(get_args(kind)[0], data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    return data


def _filled(kind: type, data: dict[str, Any]) -> Any:
    hints = _hints(kind)
    unknown = data.keys() - hints.keys()
    missing = {name for name, (_, needed) in hints.items() if needed} - data.keys()
    if unknown or missing:
        raise ValueError(f"{kind.__name__} does not hold {sorted(unknown | missing)}")
    return kind(**{name: _made(hints[name][0], item) for name, item in data.items()})
