"""Answers on disk, by the content of the request: what was paid for once is never paid for again."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any


def request_key(request: dict[str, Any]) -> str:
    """The SHA-256 of a request as it is sent (model, messages, schema, options): the same request, the same key."""
    canonical = json.dumps(request, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()


class CallCache:
    """Completions in `<root>/<two digits>/<key>.json`. A damaged entry counts as absent; None for the root keeps nothing."""

    def __init__(self, root: Path | None) -> None:
        """Name the folder; it is made with the first entry."""
        self.root = root

    def _path(self, root: Path, key: str) -> Path:
        return root / key[:2] / f"{key}.json"

    def get(self, key: str) -> dict[str, Any] | None:
        """The completion kept for a request, or None."""
        if self.root is None:
            return None
        try:
            entry = json.loads(self._path(self.root, key).read_bytes())
        except (OSError, ValueError):
            return None
        if not isinstance(entry, dict) or entry.get("key") != key or not isinstance(entry.get("completion"), dict):
            return None
        completion: dict[str, Any] = entry["completion"]
        return completion

    def put(self, key: str, completion: dict[str, Any]) -> None:
        """Keep a completion: on disk whole before the caller goes on."""
        if self.root is None:
            return
        path = self._path(self.root, key)
        path.parent.mkdir(parents=True, exist_ok=True)
        made = path.with_name(f".new-{key}-{os.getpid()}")
        with made.open("w", encoding="utf-8") as handle:
            json.dump({"key": key, "completion": completion}, handle, ensure_ascii=False)
            handle.flush()
            os.fsync(handle.fileno())
        made.replace(path)
