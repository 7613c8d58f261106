"""Names of the budget classification (政府收支分类科目): each is a thing of its own, printed in a document or not.

A question for one that a document does not print is not about what is called most like it: 绩效工资 is no 工资福利支出.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache

from extract.codes import classification

_SHORTEST = 3  # characters: shorter ones (奖金, 体育) are words of everyday speech too
_ENDS = ("支出", "经费", "费用", "费")


@lru_cache
def standard_names() -> frozenset[str]:
    """All names that the functional and the economic classification have had, folded."""
    return frozenset(
        name
        for sort in ("functional", "economic")
        for names in classification(sort).names.values()
        for name in names
        if len(name) >= _SHORTEST
    )


@lru_cache
def _longest() -> int:
    return max(map(len, standard_names()))


def named_in(text: str) -> Iterator[tuple[int, str]]:
    """Where names of the classification stand in a folded text, and which: at each place the longest."""
    for start in range(len(text)):
        for end in range(min(len(text), start + _longest()), start + _SHORTEST - 1, -1):
            if text[start:end] in standard_names():
                yield start, text[start:end]
                break


def is_printed(name: str, printed: Container[str], all_printed: str) -> bool:
    """Whether a document prints a name of the classification, as it is or with another ending. `all_printed` has all
    its names, a line each: one may carry its level (财政事务(款)) or go on behind it."""
    bare = next((name.removesuffix(end) for end in _ENDS if name.endswith(end)), name)
    return (
        name in printed
        or any(bare + end in printed for end in ("", *_ENDS))
        or re.search(rf"(?:^|[)(])(?:{re.escape(name)}|{re.escape(bare)})\((?:类|款|项)\)", all_printed, re.MULTILINE)
        is not None
        or f"\n{name}" in all_printed
    )
