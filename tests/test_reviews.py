"""Every figure that needs a person says why, in words of both languages; no doubt of a reading is without words."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from extract import extract, model
from extract.gate import judge
from extract.llm import reader
from extract.model import Disclosure, Kind, Unexplained, Verdict
from tabs import reviews
from tabs.reviews import Grounds, needed
from tabs.words import EN, REASONS, ZH
from tests.builders import BOX, Draft, table
from tests.cases import Case
from tests.libraries import ROOT, SAMPLES
from tests.prose_cases import prose_cases, word_cases
from tests.table_cases import cross_cases, form_cases, table_cases

NAMES = [path.stem for path in SAMPLES]
LARGE = table(
    Kind.INCOME_EXPENDITURE,
    "收入/预算数 | 支出/预算数",
    "一、一般公共预算拨款收入 5,000.00 | 一、科学技术支出 5,000.00\n收入总计 5,000.00 | 支出总计 5,000.00",
)
FISCAL = table(
    Kind.FISCAL,
    "收入/预算数 | 支出/预算数",
    "一、一般公共预算拨款 5,000.00 | 一、科学技术支出 5,000.00\n收入总计 5,000.00 | 支出总计 5,000.00",
)
THREE = table(Kind.THREE_PUBLIC, "合计 公务接待费 公务用车运行费", "· 13.00 3.00 10.00")


# --- the words of each doubt -----------------------------------------------------------------------------------------


class _Doubts(ast.NodeVisitor):
    """The doubts that a module puts on what it reads: the texts that flow into `doubts=`, into an entry or a variable of
    that name, or into a variable that does."""

    def __init__(self, module: ast.Module) -> None:
        self.found: set[str] = set()
        self._lists = {"doubts"}
        known = -1
        while known < len(self.found) + len(self._lists):
            known = len(self.found) + len(self._lists)
            self.visit(module)

    def _take(self, value: ast.expr) -> None:
        match value:
            case ast.Constant(str(text)):
                self.found.add(text)
            case ast.Name(name) if name.isupper():
                self.found.add(getattr(reader, name, None) or getattr(model, name))
            case ast.Name(name):
                self._lists.add(name)
            case ast.Starred(inner):
                self._take(inner)
            case ast.Tuple(parts) | ast.List(parts) | ast.Call(ast.Name("tuple" | "list"), parts):
                for part in parts:
                    self._take(part)
            case ast.IfExp(_, one, other) | ast.BinOp(one, _, other):
                self._take(one)
                self._take(other)

    def _named(self, target: ast.expr) -> bool:
        return isinstance(target, ast.Name) and target.id in self._lists

    def visit_keyword(self, node: ast.keyword) -> None:
        if node.arg == "doubts":
            self._take(node.value)
        self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> None:
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and key.value == "doubts":
                self._take(value)
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        if any(map(self._named, node.targets)):
            self._take(node.value)
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if self._named(node.target):
            self._take(node.value)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Attribute) and node.func.attr == "append" and self._named(node.func.value):
            self._take(node.args[0])
        self.generic_visit(node)


def doubts() -> set[str]:
    """All doubts that a reading can have."""
    modules = (ROOT / "extract").rglob("*.py")
    return set().union(*(_Doubts(ast.parse(path.read_text(encoding="utf-8"))).found for path in modules))


def test_every_doubt_of_a_reading_is_told_in_words() -> None:
    found = doubts()
    assert {"ragged", "crossed", "no_unit", "side_unknown", "unreadable", "page_break", "unseconded"} <= found
    assert {doubt for doubt in found if re.search("[^a-z_]", doubt)} == set(), "no names of doubts"
    assert found == set(REASONS)
    for doubt, (chinese, english) in REASONS.items():
        assert re.search("[一-鿿]", chinese), doubt
        assert english.isascii(), doubt


# --- every figure says why -------------------------------------------------------------------------------------------


@cache
def sample(name: str) -> Disclosure:
    """A sample, read."""
    return extract(ROOT / "eval" / "gold" / f"{name}.pdf")


def listed(disclosure: Disclosure) -> Counter[Verdict]:
    """How many figures of each verdict are listed. Raises AssertionError where one does not say why, in plain words."""
    grounds = Grounds(disclosure)
    found = needed(disclosure)
    for one in found:
        for words in (ZH, EN):
            told = grounds.of(one.ref, words)
            assert told, f"{one.place.table} {one.place.words}"
            assert all(told)
            assert not set(told) & {*REASONS, reviews.NO_MORE[0], reviews.NO_MORE[1]}, told
    return Counter(one.verdict for one in found)


def with_table(disclosure: Disclosure, at: int, **changed: Any) -> Disclosure:
    """The same, one table changed, judged anew."""
    tables = tuple(t.model_copy(update=changed) if i == at else t for i, t in enumerate(disclosure.tables))
    return judge(disclosure.model_copy(update={"tables": tables}))


def damaged(disclosure: Disclosure) -> Iterator[tuple[str, Disclosure]]:
    """A disclosure with one thing wrong at a time in each table and in the notes, judged anew."""
    for at, shown in enumerate(disclosure.tables):
        if not shown.figures:
            continue
        first = next(c for c in shown.cells if c in shown.figures)
        other = {"元": "万元", "万元": "元"}.get(first.unit, "元")
        slipped = tuple(c.model_copy(update={"unit": other}) if c.unit == first.unit else c for c in shown.cells)
        value = (first.value or Decimal(0)) + Decimal("13.57")
        wrong = tuple(c.model_copy(update={"value": value}) if c is first else c for c in shown.cells)
        unsure = tuple(c.model_copy(update={"doubts": ("spans_rows",)}) for c in shown.cells)
        left = (Unexplained(text="9.99", page=shown.pages[0], box=BOX),)
        yield "unit", with_table(disclosure, at, cells=slipped, unit=other)
        yield "value", with_table(disclosure, at, cells=wrong)
        yield "doubt", with_table(disclosure, at, cells=unsure)
        yield "table", with_table(disclosure, at, doubts=("units_differ",))
        yield "left over", with_table(disclosure, at, unexplained=left)
    facts = tuple(f.model_copy(update={"value": f.value * 2}) for f in disclosure.facts)
    yield "notes", judge(disclosure.model_copy(update={"facts": facts}))
    facts = tuple(f.model_copy(update={"doubts": ("unnamed",)}) for f in disclosure.facts)
    yield "unsure notes", judge(disclosure.model_copy(update={"facts": facts}))
    yield "no notes", judge(disclosure.model_copy(update={"facts": (), "paragraphs": ()}))


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_of_a_sample_that_needs_a_person_says_why(name: str) -> None:
    counts = sample(name).verdicts()
    assert listed(sample(name)) == Counter({v: counts[v] for v in (Verdict.CONFLICT, Verdict.REVIEW) if counts[v]})


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_of_a_damaged_sample_that_needs_a_person_says_why(name: str) -> None:
    seen: Counter[str] = Counter()
    for damage, disclosure in damaged(sample(name)):
        seen[damage] += sum(listed(disclosure).values())
    assert all(seen[d] for d in ("unit", "value", "doubt", "table", "left over", "notes", "unsure notes")), seen


def test_every_figure_of_a_broken_identity_says_why() -> None:
    cases = [*table_cases(), *cross_cases(), *form_cases(), *prose_cases(), *word_cases()]
    found = sum((listed(judge(case.broken.made())) for case in cases), Counter[Verdict]())
    found += sum((listed(judge(c.doubtful.made())) for c in cases if isinstance(c, Case)), Counter[Verdict]())
    assert min(found[Verdict.CONFLICT], found[Verdict.REVIEW]) > 50


def test_a_unit_that_the_others_speak_against_is_the_reason() -> None:
    own = THREE.model_copy(
        update={"unit": "元", "cells": tuple(c.model_copy(update={"unit": "元"}) for c in THREE.cells)}
    )
    judged = judge(Draft((LARGE, FISCAL, own)).made())
    assert listed(judged) == {Verdict.REVIEW: 3}
    for one in needed(judged):
        assert reviews.why(judged, one.ref, ZH)[0] == "这张表的单位与别的表不同，或按此单位金额不合常理"


def test_a_table_ten_thousandfold_apart_says_so() -> None:
    slipped = {"unit": "元", "cells": tuple(c.model_copy(update={"unit": "元"}) for c in FISCAL.cells)}
    judged = judge(Draft((LARGE, FISCAL.model_copy(update=slipped))).made())
    told = [reviews.why(judged, one.ref, ZH) for one in needed(judged)]
    assert told
    assert all("一万倍" in "".join(reasons) for reasons in told)


def test_a_figure_that_older_rules_held_back_says_what_to_do() -> None:
    judged = judge(Draft((LARGE, FISCAL)).made())
    old = [t.model_copy(update={"cells": tuple(c.model_copy(update={"verdict": Verdict.REVIEW}) for c in t.cells)}) for t in judged.tables]  # fmt: skip
    before = judged.model_copy(update={"tables": tuple(old)})
    for one in needed(before):
        assert reviews.why(before, one.ref, ZH) == [reviews.NO_MORE[0]]
