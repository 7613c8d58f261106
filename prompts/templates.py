"""Prompts as files: the fixed part first, so that providers' prompt caches hit; document text fenced as data.

A template `name.j2` has two blocks, `system` (the same for every document) and `user` (this call's data). Text from a
document goes through `data`, which takes the fence's own marks out of it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_ROOT = Path(str(resources.files("prompts")))
_FENCE = re.compile(
    r"<\s*/?\s*(?:document|data|system|user|assistant|start_of_turn|end_of_turn)\b(?:[^<>]{0,80}>)?"
    r"|<\|(?:[^|<>]{0,40}\|>)?|<\s*/?\s*s\s*>|\[/?INST\]|<</?SYS>>",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def data(text: object) -> str:
    """Text from a document, so that it cannot end its own fence: no tags of the prompt, no control characters."""
    return _FENCE.sub("□", _CONTROL.sub("", str(text))).replace("\n", " ")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_ROOT),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 - the output is a prompt, no markup; document text goes through `data`
    )
    environment.filters["data"] = data
    return environment


@dataclass(frozen=True, slots=True)
class Prompt:
    """A rendered prompt: what stays the same from call to call, and what this call is about."""

    name: str
    system: str
    user: str

    @classmethod
    def of(cls, template: str, **values: Any) -> Prompt:
        """Render `prompts/<template>.j2`."""
        found = _environment().get_template(f"{template}.j2")
        context = found.new_context(values)
        system, user = ("".join(found.blocks[block](context)).strip() for block in ("system", "user"))
        return cls(template, system, user)

    @property
    def messages(self) -> list[dict[str, str]]:
        """As the chat protocol takes them."""
        return [{"role": "system", "content": self.system}, {"role": "user", "content": self.user}]


@lru_cache
def prompts_hash() -> str:
    """The version of all templates, by content."""
    total = hashlib.sha256()
    for file in sorted(_ROOT.glob("*.j2")):
        total.update(file.name.encode() + file.read_bytes())
    return total.hexdigest()[:16]


def estimated_tokens(text: str) -> int:
    """About how many tokens a text has, on the high side: digits and Chinese characters count one each, words less."""
    wide = sum(ord(c) > 0x2E80 or c.isdigit() for c in text)
    return wide + (len(text) - wide) // 2 + 8
