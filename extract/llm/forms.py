"""Performance-target forms (项目绩效目标表) for the model: printed lines with their columns, cut between rows, and the answer's schema.

A field that spans lines is told with each of them where it names a level, so that every indicator is one flat record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import ConfigDict

from extract.grid import Cell as Field
from extract.grid import Grid
from extract.model import Indicator, Project
from extract.outline import Source
from extract.performance import NAME_LABEL, TARGET_HEADER, indicator_lines, sentences
from extract.text import folded
from prompts import Answer, Prompt
from prompts.templates import estimated_tokens

_FIXED_TOKENS = 900  # of the prompt: instructions, example
_TOKENS_A_LINE = 56  # of the answer, beside the words of the line
_LABEL = 14  # characters: a longer text is no label, no level and no column header
_HEADER = re.compile(r"指标|分值|权重|权值|分数|目标|标准|要求|名称|内容|事项")
_NAME_HEADER = re.compile(r"指标|名称|内容|事项")
_WEIGHT_WORDS = re.compile(r"分值|权重|权值|分数|比重|赋分")
_LEVEL_HEADER = re.compile(r"[一二]级|类别|类型|分类")
_TARGET_WORDS = re.compile(r"值|目标|标准|要求|计划")
_OTHER_YEAR = re.compile(r"上年|去年|历史|完成|实际")
_GOAL_LABEL = re.compile(r"目标|目的|任务|成效|预期")


class ToldIndicator(Answer):
    """An indicator as the model reads it: the number of its line, three levels, target and weight as printed there."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    n: int
    first: str
    second: str
    third: str
    target: str | None
    weight: str | None


class FormAnswer(Answer):
    """What the model says of some lines of a form."""

    project: str
    goals: list[str]
    indicators: list[ToldIndicator]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A printed line: its number in the form (from 1) and its fields, left to right, blank ones too."""

    number: int
    grid: Grid
    row: int
    fields: tuple[Field, ...]
    listed: bool = False
    """Whether it stands below the column headers of the indicators, or is them."""

    @property
    def texts(self) -> list[str]:
        """What the fields print."""
        return [" ".join(sentences(f)) for f in self.fields]

    @property
    def own(self) -> list[Field]:
        """The fields with text that begin on the line."""
        return [f for f in self.fields if f.chars and f.top == self.row]

    @property
    def tokens(self) -> int:
        """About how many tokens it takes."""
        return estimated_tokens(" | ".join(self.texts))


@dataclass(frozen=True, eq=False)
class Form:
    """A form: the project as rules read it, and the lines that it prints."""

    source: Source
    project: Project

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines with text, over all pages."""
        found: list[Line] = []
        listed = False
        for grid in self.source.grids:
            top = -1
            for row in range(grid.row_count):
                if self.header is not None and (grid, row) == (self.header.grid, self.header.row):
                    listed, top = True, row
                fields = [f for f in grid.row(row) if f.top == row or (listed and _spans_lines(f))]
                fields = [f for f in fields if not (listed and _beside(f, grid, top))]
                if any(f.chars and f.top == row for f in fields):
                    found.append(Line(len(found) + 1, grid, row, tuple(fields), listed))
        return tuple(found)

    @cached_property
    def bound(self) -> dict[int, Indicator]:
        """By line number, the indicator that rules bind there."""
        at = {(id(line.grid), line.row): line.number for line in self.lines}
        rows = [(id(grid), row) for grid, row, _ in indicator_lines(self.source)]
        return {at[row]: own for row, own in zip(rows, self.project.indicators, strict=True) if row in at}

    @cached_property
    def header(self) -> Line | None:
        """The column headers of the indicators: the first line that reads so."""
        rows = [Line(0, grid, row, tuple(grid.row(row))) for grid in self.source.grids for row in range(grid.row_count)]
        by_rules = next((line for line in rows if any(folded(f.text) == "三级指标" for f in line.own)), None)
        return by_rules or next((line for line in rows if _is_header(line)), None)

    def is_header(self, line: Line) -> bool:
        """Whether a line is the column headers, perhaps again on a further page."""
        return (
            self.header is not None
            and [folded(f.text) for f in line.own][-3:] == [folded(f.text) for f in self.header.own][-3:]
        )

    def heading(self, x: float) -> str:
        """The column header over a place, in points from the left."""
        over = (f for f in self.header.own if f.box[0] <= x <= f.box[2]) if self.header is not None else iter(())
        return "".join(folded(f.text) for f in over)

    @cached_property
    def candidates(self) -> tuple[Line, ...]:
        """Lines that may be indicators: below the headers, with three fields or more."""
        return tuple(
            line
            for line in self.lines
            if line.listed and not self.is_header(line) and sum(bool(f.chars) for f in line.fields) > 2
        )

    def levels(self, line: Line, name: int) -> tuple[Field, ...]:
        """The levels of an indicator whose name is a line's field: what stands left of it, blanks filled from above.

        A blank right of a level that begins here is one.
        """
        found: list[Field] = []
        for f in line.fields[:name]:
            at = f if f.chars else None
            if at is None and not any(g.top == line.row for g in found):
                at = self._above(line, (f.box[0] + f.box[2]) / 2)
            found += [at] if at is not None else []
        return tuple(found)

    def _above(self, line: Line, x: float) -> Field | None:
        """The last text over a place, below the column headers."""
        above = (other for other in reversed(self.candidates) if other.number < line.number)
        return next((f for other in above for f in other.fields if f.chars and f.box[0] <= x <= f.box[2]), None)

    @property
    def indicators_open(self) -> bool:
        """Whether the form has lines of indicators of which rules bind none."""
        return not self.project.indicators and bool(self.candidates)

    @property
    def goals_open(self) -> bool:
        """Whether the form has texts under a label of goals of which rules bind none."""
        return not self.project.goals and bool(self.goal_fields)

    @cached_property
    def goal_fields(self) -> tuple[Field, ...]:
        """Texts right of a label of goals in its rows, or straight below it; above the indicators."""
        above = [line for line in self.lines if not line.listed]
        labels = [(line.grid, f) for line in above for f in line.own if _says_goals(f)]
        return tuple(
            f
            for line in above
            for f in line.own
            if not _says_goals(f) and any(grid is line.grid and _labels(g, f) for grid, g in labels)
        )


def headed(form: Form, f: Field, what: str) -> bool:
    """Whether the column header over a field is that of an indicator's name (`third`), its `target` or its `weight`."""
    text = form.heading((f.box[0] + f.box[2]) / 2)
    if _WEIGHT_WORDS.search(text):
        return what == "weight"
    if what == "third":
        return bool(_NAME_HEADER.search(text)) and not (TARGET_HEADER.search(text) or _LEVEL_HEADER.search(text))
    return what == "target" and bool(_TARGET_WORDS.search(text)) and not _OTHER_YEAR.search(text)


def _is_header(line: Line) -> bool:
    texts = [folded(f.text) for f in line.own]
    if len(texts) < 3 or any(len(t) > _LABEL or NAME_LABEL.match(t) for t in texts):
        return False
    named = any(_NAME_HEADER.search(t) for t in texts)
    return named and sum(_HEADER.search(t) is not None for t in texts) > 1 and any(map(_TARGET_WORDS.search, texts[1:]))


def _spans_lines(f: Field) -> bool:
    """Whether a field may name a level of all lines beside it, or stand blank for one that is printed on the page before."""
    return len(folded(f.text)) <= _LABEL


def _beside(f: Field, grid: Grid, header: int) -> bool:
    """Whether a field is a label beside the list of indicators: from its headers down, or all along a page."""
    return f.top < f.bottom and (f.top <= header <= f.bottom or f.bottom - f.top + 1 == grid.row_count)


def _says_goals(f: Field) -> bool:
    text = folded(f.text)
    return len(text) <= _LABEL and _GOAL_LABEL.search(text) is not None and not text.endswith("表")


def _labels(label: Field, f: Field) -> bool:
    """Whether a label stands left of a field in its rows, or straight above it."""
    beside = label.right < f.left and label.top <= f.top <= label.bottom
    above = label.bottom + 1 == f.top and label.left <= f.right and f.left <= label.right
    return beside or above


# --- chunks -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class FormChunk:
    """Lines of a form, few enough for one call; `over` are the column headers where they stand in an earlier chunk."""

    form: Form
    lines: tuple[Line, ...]
    over: Line | None = None

    @property
    def answer_tokens(self) -> int:
        """Tokens that a complete answer may take, with room."""
        return 96 + sum(_answer_tokens(line) for line in self.lines)

    def prompt(self) -> Prompt:
        """The question."""
        return Prompt.of("form", lines=[*([self.over] if self.over is not None else ()), *self.lines])

    def halves(self) -> list[FormChunk]:
        """The same lines in two chunks; empty where there is only one line."""
        middle = len(self.lines) // 2
        return [_chunk(self.form, part) for part in (self.lines[:middle], self.lines[middle:])] if middle else []


def form_chunks(form: Form, most: int, context: int, *, everything: bool) -> Iterator[FormChunk]:
    """A form's lines in chunks of at most `most` lines that fit a context of tokens.

    Not `everything`: only the lines where what is open may stand.
    """
    part: list[Line] = []
    size = 0
    for line in form.lines:
        if not everything and not (form.indicators_open if line.listed else form.goals_open):
            continue
        own = line.tokens + _answer_tokens(line)
        if part and (len(part) == most or _FIXED_TOKENS + size + own > context):
            yield _chunk(form, part)
            part, size = [], 0
        part.append(line)
        size += own
    if part:
        yield _chunk(form, part)


def _chunk(form: Form, lines: Sequence[Line]) -> FormChunk:
    headers = [line for line in form.lines if form.is_header(line)]
    missing = bool(headers) and lines[-1].listed and lines[0].number > headers[0].number
    return FormChunk(form, tuple(lines), headers[0] if missing else None)


def _answer_tokens(line: Line) -> int:
    return line.tokens * 3 // 2 + _TOKENS_A_LINE


@dataclass(slots=True)
class Told:
    """What the answers about a form come to together."""

    project: str = ""
    goals: list[str] = field(default_factory=list)
    indicators: list[ToldIndicator] = field(default_factory=list)

    def add(self, answer: FormAnswer) -> Told:
        """With one more answer."""
        self.project = self.project or answer.project
        self.goals += answer.goals
        self.indicators += answer.indicators
        return self
