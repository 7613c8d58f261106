"""What readers thought of answers: `feedback.jsonl` in a library, append-only, one JSON object a line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import Field, ValidationError

from extract.errors import LibraryBusyError, UsageError
from extract.journal import append
from extract.model import Frozen

_FILE = "feedback.jsonl"
_LONGEST = 20_000  # characters of an answer or a comment
_WAIT = 10.0  # seconds for another's line to be written


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Feedback(Frozen):
    """One reader's opinion of one answer. `documents`: ids of what the answer cites; `when`: UTC, ISO 8601."""

    question: str = Field(max_length=_LONGEST)
    answer: str = Field(max_length=_LONGEST)
    documents: tuple[str, ...] = ()
    liked: bool
    comment: str = Field(default="", max_length=_LONGEST)
    when: str = Field(default_factory=_now)


def record_feedback(library_root: str | Path, entry: Feedback | Mapping[str, object]) -> Feedback:
    """Keep an opinion; the library's write lock is not needed. Raises UsageError where a field is missing or too long."""
    try:
        feedback = entry if isinstance(entry, Feedback) else Feedback.model_validate(dict(entry))
    except ValidationError as error:
        fields = "、".join(dict.fromkeys(str(e["loc"][0]) for e in error.errors() if e["loc"]))
        raise UsageError(f"反馈没有记下：{fields} 缺失、过长或格式不对，请改正后重试。") from error
    root = Path(library_root)
    root.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(root / ".feedback.lock", timeout=_WAIT):
            append(root / _FILE, feedback.model_dump_json())
    except Timeout as error:
        raise LibraryBusyError(str(root)) from error
    return feedback
