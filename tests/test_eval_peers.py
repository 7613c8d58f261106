"""Other programs: their raw tables become figures by one rule, as favourable as is reasonable; what is absent is skipped."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from eval import peers
from eval.kept import Kept
from eval.peers import PEERS, RawTable, matched, named_figures, run_peer
from eval.reading import GoldDocument, gold_documents
from eval.suite import GOLD

ROWS = [
    {"code": "2060203", "label": "自然科学基金", "page": 3, "values": ["60.00", None]},
    {"code": "", "label": "一、合计", "page": 3, "values": ["1660.00", "5.00"]},
]
DOCUMENT = GoldDocument(
    Path("a.pdf"),
    {
        "meta": {"file": "a.pdf", "pages": 3},
        "tables": [{"kind": "expenditure", "title": "", "pages": [3, 3], "columns": ["合计", "其中"], "rows": ROWS}],
    },
)


@pytest.mark.parametrize(
    ("table", "right"),
    [
        ([["2060203", "自然科学基金", "60.00"], ["", "合  计", "1,660.00", "5.00"]], 3),
        ([["206", "02", "03", "自然科学基金", "60.00"], ["合计", "1,660\n.00", "5.00"]], 3),
        ([["2060203自然科学基金", "60.00"], ["合计", "1660.00", "6.00"]], 2),
        ([["自然科学基金", "60.00"]], 1),
        ([["别的", "60.00"], ["合计", "166000", ".", "5.00"]], 1),
        ([["2060203\n合计", "自然科学基金\n", "60.00\n1660.00", "\n5.00"]], 3),
        ([], 0),
    ],
)
def test_a_figure_counts_where_it_stands_in_a_row_of_its_name(table: list[list[str]], right: int) -> None:
    assert matched(DOCUMENT, [(3, table)])[0] == right
    assert matched(DOCUMENT, [(2, table)])[0] == 0


def test_each_gold_figure_is_paired_once() -> None:
    twice = [["合计", "5.00"], ["合计", "5.00"]]
    assert matched(DOCUMENT, [(3, twice)]) == (1, {"expenditure": (1, 3)})


def test_numbers_keep_their_exact_value() -> None:
    rows = named_figures([(1, [["甲", "1,234.50"], ["乙", "-0.25"], ["丙", "(3)"], ["丁", "12 %"], ["戊", "1.2.3"]])])
    assert {value for _, value in rows} == {Decimal(v) for v in ("1234.50", "-0.25", "-3", "12")}


def test_what_is_not_installed_is_skipped_and_why_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "find_spec", lambda _: None)
    run = run_peer("docling", [DOCUMENT], Kept(None), lambda *_: None)
    assert ("没有安装" in run.skipped, run.results) == (True, ())


def given(monkeypatch: pytest.MonkeyPatch, error: Exception) -> Any:
    def adapter(_: Path) -> Iterator[RawTable]:
        raise error

    monkeypatch.setattr(peers, "file_hash", lambda _: "")
    monkeypatch.setitem(PEERS, "pymupdf", ("pymupdf", "pymupdf", adapter))
    return run_peer("pymupdf", [DOCUMENT], Kept(None), lambda *_: None)


def test_what_cannot_run_here_is_skipped_and_what_breaks_has_read_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no network" in given(monkeypatch, OSError("no network")).skipped
    run = given(monkeypatch, ValueError("odd page"))
    assert (run.recall, run.results[0].error) == (0.0, "ValueError: odd page")


@pytest.mark.parametrize("name", [n for n in PEERS if n not in {"pymupdf4llm", "docling"}])
def test_a_peer_reads_a_sample(name: str, tmp_path: Path) -> None:
    if find_spec(PEERS[name][0]) is None:
        pytest.skip(f"{name} is not installed: uv sync --group peers")
    document = next(d for d in gold_documents(GOLD) if d.name == "marine_station_2026")
    run = run_peer(name, [document], Kept(tmp_path), lambda *_: None)
    assert (run.skipped, run.results[0].error) == ("", "")
    assert 0.5 < run.recall <= 1
    assert run_peer(name, [document], Kept(tmp_path), lambda *_: None) == run
