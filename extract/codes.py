"""Classification codes (政府收支分类科目): functional 类款项 and departmental economic 类款, shipped as data.

Source, year and completeness of the data: `data/SOURCE.md`.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from itertools import accumulate

from extract.text import key

_WIDTHS = {"functional": (3, 2, 2), "economic": (3, 2)}
LEVEL_DIGITS = dict(zip("类款项", accumulate(_WIDTHS["functional"]), strict=True))
"""How many digits a code of each level has; the economic classification has the first two of them."""


@dataclass(frozen=True)
class Classification:
    """Codes and the names each has had."""

    name: str
    names: dict[str, frozenset[str]] = field(repr=False)

    def knows(self, code: str) -> bool:
        """Whether the code is in the classification."""
        return code in self.names

    @property
    def lengths(self) -> frozenset[int]:
        """How many digits a code of each level has."""
        return frozenset(accumulate(_WIDTHS[self.name]))

    def fits(self, code: str, label: str) -> bool:
        """Whether a label is one of the names the code has had (brackets' style and enumerators aside)."""
        return key(label) in self.names.get(code, frozenset())

    def is_name(self, label: str) -> bool:
        """Whether a label is the name of any code (brackets' style and enumerators aside)."""
        wanted = key(label)
        return any(wanted in names for names in self.names.values())

    def intended(self, parts: list[str], label: str, family: str) -> str:
        """The code meant by printed parts: `7`, `11`, `02` is `2071102`-like only by its label; `301`, `2` is `30102`.

        Parts in columns of their own get their leading zeros back. A code that is then no code of the classification is
        looked up by its label inside the last 类 seen (`family`); where that is not unique, the parts stay as they are.
        """
        widths = _WIDTHS[self.name]
        padded = (
            "".join(part.zfill(widths[min(i, len(widths) - 1)]) for i, part in enumerate(parts))
            if len(parts) > 1
            else "".join(parts)
        )
        if padded in self.names or not label:
            return padded
        if len(padded) in {3, 5, 7} and len(parts) == 1:
            return padded
        wanted = key(label)
        same = [
            code for code, names in self.names.items() if wanted in names and (not family or code.startswith(family))
        ]
        return same[0] if len(same) == 1 else padded


@lru_cache
def classification(name: str) -> Classification:
    """The classification `functional` or `economic`."""
    names: dict[str, set[str]] = {}
    path = resources.files("extract") / "data" / f"{name}.csv"
    with path.open(encoding="utf-8") as handle:
        for line in csv.DictReader(handle):
            names.setdefault(line["code"], set()).add(key(line["name"]))
    return Classification(name, {code: frozenset(values) for code, values in names.items()})
