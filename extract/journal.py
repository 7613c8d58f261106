"""Append-only files of one JSON object a line: what people said, which nothing can make anew.

A line is written by one call and synced before `append` returns. A process killed in the middle leaves a last line that is
no JSON: readers pass over it, since nobody was told that it was written, and the next `append` moves it to
`<name>.damaged`. A damaged line before the last is never passed over in silence.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

_TAIL = 1 << 20  # bytes looked at for the last line; the whole file where that is not enough


def lines(path: Path) -> list[tuple[int, bytes]]:
    """The lines of a file with their numbers (from 1), blank ones and a damaged last one left out; none without a file."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return []
    found = [(number, line) for number, line in enumerate(content.split(b"\n"), 1) if line.strip()]
    return found[:-1] if found and not _is_object(found[-1][1]) else found


def append(path: Path, line: str) -> None:
    """Put one line at the end, whole and synced, or raise OSError and leave the file as it was.

    The caller holds the lock that guards the file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        size = os.fstat(handle).st_size
        start, last = _last(handle, size)
        if last.strip() and not _is_object(last):
            _set_aside(path, last)
            os.ftruncate(handle, start)
            size, last = start, b""
        unended = last and not last.endswith(b"\n")
        try:
            _write(handle, (b"\n" if unended else b"") + line.encode() + b"\n")
        except OSError:
            os.ftruncate(handle, size)
            raise
    finally:
        os.close(handle)


def _last(handle: int, size: int) -> tuple[int, bytes]:
    """The last line, with its end, and where it starts."""
    for start in (max(0, size - _TAIL), 0):
        tail = os.pread(handle, size - start, start)
        cut = tail.rstrip(b"\n").rfind(b"\n") + 1
        if cut or start == 0:
            return start + cut, tail[cut:]
    raise AssertionError  # pragma: no cover


def _write(handle: int, content: bytes) -> None:
    if os.write(handle, content) != len(content):
        raise OSError("no room for a whole line")
    os.fsync(handle)


def _set_aside(path: Path, fragment: bytes) -> None:
    """Keep what was cut off: it may hold words of a person."""
    with path.with_name(f"{path.name}.damaged").open("ab") as handle:
        handle.write(fragment.rstrip(b"\n") + b"\n")
        os.fsync(handle.fileno())


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False
