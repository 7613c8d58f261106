"""What a question comes to: a plan of what is to be done, with which words. Rules or a model may make it; it runs on figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import ConfigDict

from prompts import Answer
from qa.words.lexicon import JOINS
from qa.words.operations import Operation


class Plan(Answer):
    """`first` and `second` are stretches of the question's own words; `second` is what a share is of, what a difference
    is against, the money that a complement leaves out."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    operation: Operation = Operation.LOOKUP
    first: str = ""
    second: str = ""
    unit: str = ""
    year: int | None = None
    measures: tuple[str, ...] = ()
    lowest: bool = False
    wants: str = ""  # of lists: blank or filled; of shares: the percentage that is claimed, and over or under


@dataclass(frozen=True, slots=True)
class Asked:
    """A question taken apart: its plan, the folded words without year and institute, and whether it leans on the one before.
    `said` are its words with the remarks and conditions that the plan is made without."""

    text: str
    plan: Plan
    follows: bool = False
    said: str = ""


TOGETHER = re.compile(
    r"加(?:在|到)?一(?:起|块)|一块儿|合(?:到)?一起|拢共|统共|合起来|合在一起|合计|一共|总共|加起来|相加|之和|总和|共计|加总|(?<![增附参添追])加上?(?![油班强工固入减时])"
)
"""Words that want several amounts as one."""
_TWO_YEARS = re.compile(r"20(\d\d)年.*比.*?20(\d\d)年")


def earlier_first(text: str) -> bool:
    """Whether words hold an earlier year against a later one (2023年的比2024年多)."""
    years = _TWO_YEARS.search(text)
    return years is not None and years[1] < years[2]


_HIDDEN = str.maketrans({char: chr(0xE000 + place) for place, char in enumerate(JOINS)})
_SHOWN = str.maketrans({chr(0xE000 + place): char for place, char in enumerate(JOINS)})


def hidden(text: str, names: Sequence[str]) -> str:
    """A text in which some names, longest first, cannot be cut in two at a word of joining in them; `shown` undoes it."""
    for name in names:
        text = text.replace(name, name.translate(_HIDDEN))
    return text


def shown(text: str) -> str:
    """A text as it was before `hidden`."""
    return text.translate(_SHOWN)
