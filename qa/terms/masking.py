"""A question with the names in it masked, so that its grammar can be read without them."""

from __future__ import annotations

import re

from qa.documents.figures import View
from qa.terms.terms import spot
from qa.words.left_out import Masked

_ASKS_COUNT = re.compile(r"(?:一共|总共|还|共)?有?(?:多少|几).*$")
_KIND_BOUGHT = re.compile(r"货物|工程|服务")


def masked(text: str, view: View) -> Masked:
    """A question with the names that the document prints, and their codes, masked."""
    read = re.sub(r"[抛撇除]开", "，，", text)
    read = re.sub(r"(?<=[外后])(的?)其他支出", lambda m: "，" * len(m[0]), read)
    spans = [
        (t.start, name) for t in spot(read, view).terms
        if not t.fuzzy and read.startswith(t.text, t.start) and (name := _ASKS_COUNT.sub("", t.text))
    ]  # fmt: skip
    if "采购" in text:
        covered = [range(start, start + len(name)) for start, name in spans]
        spans += [
            (m.start(), m[0]) for m in _KIND_BOUGHT.finditer(text) if not any(m.start() in own for own in covered)
        ]
    return Masked.of(text, sorted(spans))
