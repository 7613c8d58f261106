"""Figures of the notes, read by the model: what each one is about.

The figures are marked and numbered in the text, so that an answer can only speak of what is printed; the item that it
names must stand in the sentence.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.model import Fact, Paragraph
from extract.text import folded, parse_amount
from prompts import Answer, Prompt

_MOST = 10  # figures a call
_TOKENS_A_FACT = 48


class Told(Answer):
    """A figure as the model reads it: its number in the text, what it is about in the text's words, its digits."""

    n: int
    item: str
    value: str


class NotesAnswer(Answer):
    """What the model says of some figures."""

    facts: list[Told]


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences with their figures; `facts` are places in the document's facts, in the order of the text."""

    text: str
    facts: tuple[tuple[int, Fact], ...]

    @property
    def answer_tokens(self) -> int:
        """Tokens that a complete answer may take, with room."""
        return 64 + len(self.facts) * _TOKENS_A_FACT * 3 // 2

    def prompt(self) -> Prompt:
        """The question."""
        return Prompt.of("notes", text=self.text)


def passages(
    facts: Sequence[Fact], paragraphs: Sequence[Paragraph], only: frozenset[int] | None = None
) -> Iterator[Passage]:
    """The paragraphs that state figures (or those with some of the facts), cut between figures to fit a call."""
    by_paragraph: dict[int, list[tuple[int, Fact]]] = {}
    for order, fact in enumerate(facts):
        by_paragraph.setdefault(fact.paragraph, []).append((order, fact))
    for number, own in sorted(by_paragraph.items()):
        if number >= len(paragraphs) or (only is not None and only.isdisjoint(order for order, _ in own)):
            continue
        text = paragraphs[number].text
        own.sort(key=lambda entry: entry[1].at)
        start = 0
        for first in range(0, len(own), _MOST):
            part = own[first : first + _MOST]
            last = own[first + _MOST][1].at if first + _MOST < len(own) else len(text)
            yield Passage(_marked(text, start, last, part), tuple(part))
            start = part[-1][1].at


def _marked(text: str, start: int, end: int, facts: Sequence[tuple[int, Fact]]) -> str:
    pieces, at = [], start
    for n, (_, fact) in enumerate(facts, start=1):
        pieces += [text[at : fact.at], f"[{n}]"]
        at = fact.at
    pieces.append(text[at:end])
    return "".join(pieces)


def judge_notes(passage: Passage, answer: NotesAnswer | None) -> tuple[dict[int, str], list[str]]:
    """The item of each figure that was read as printed (by its place in the facts), and what is wrong with the rest."""
    items: dict[int, str] = {}
    complaints: list[str] = []
    told = {t.n: t for t in answer.facts} if answer is not None else {}
    words = folded(passage.text)
    for n, (order, fact) in enumerate(passage.facts, start=1):
        said = told.get(n)
        if said is None:
            complaints.append(f"figure {n} is missing")
            continue
        own = json.dumps({"n": n, "item": said.item, "value": said.value}, ensure_ascii=False)[:200]
        amount = parse_amount(folded(said.value).rstrip("亿万千元辆台人次批个套户%"))
        if amount is None or abs(amount.value) != abs(fact.value):
            complaints.append(f"{own}: this is not figure {n}; copy its digits")
        elif not said.item or folded(said.item) not in words:
            complaints.append(f"{own}: name the item in the text's own words")
        else:
            items[order] = folded(said.item)
    return items, complaints
