"""Tables without vertical rulings whose labels take several lines, whose headers stand on several heights, that print nothing but 0, or
that begin overleaf within a label: every figure is read, and none otherwise than printed.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from eval.corpus import again, write
from eval.mutations_figures import false_accepts, printed_figures, read_figures
from extract import extract
from extract.borderless import _bands, _is_body, _over_words
from extract.model import Verdict
from tests.test_alignment import rows
from tests.test_corpus import gold_of

READ = (
    "central_open_521_0000",  # 合计 above all rows, a label's last line of one word
    "central_open_683_0000",  # a name of one line between names of two, nothing in its column but a dash
    "city_bars_227_0001",  # 合计 0 0 0 and no other row
    "central_open_1109_0000",  # the first line of a label of three overleaf
)


@pytest.mark.parametrize("name", READ)
def test_every_figure_is_read(name: str, tmp_path: Path) -> None:
    pdf = write(tmp_path, *again(name))
    document, gold = extract(pdf, reader="layout"), gold_of(pdf)
    assert false_accepts(document, gold) == []
    assert read_figures(document, set(Verdict)) - printed_figures(gold) == Counter()
    assert printed_figures(gold) - read_figures(document, set(Verdict)) == Counter()


TOTAL = ((150, 40, "合计"), (300, 40, "9.00"))
LOOSE = ((120, 60, "社会保障支"), (300, 60, "2.00"), (120, 74, "出"), (120, 100, "住房保障"), (300, 100, "1.00"))


def test_a_loose_end_is_told_from_a_row_by_the_codes_of_rows_alone() -> None:
    coded = rows(*TOTAL, (50, 60, "208"), *LOOSE, (50, 100, "221"), (50, 120, "222"), (300, 120, "6.00"))
    assert [["".join(p.text for p in band.phrases)] for band in _bands(coded)] == [
        ["合计9.00"], ["208社会保障支2.00出"], ["221住房保障1.00"], ["2226.00"],
    ]  # fmt: skip
    assert _bands(rows(*TOTAL, *LOOSE)) == []


@pytest.mark.parametrize(
    ("words", "body"),
    [
        (("合计", "0", "0"), True),
        (("合计", "-", "—"), True),
        (("合计", "1", "2"), False),  # the numbers of columns
        (("合计", "基本支出", "项目支出"), False),
    ],
)
def test_a_total_of_nothing_is_a_row(words: tuple[str, ...], body: bool) -> None:
    ((_, phrases),) = rows(*((100.0 * (i + 1), 40.0, w) for i, w in enumerate(words)))
    assert _is_body(phrases) is body


@pytest.mark.parametrize(("x", "joins"), [(130, True), (320, False)])
def test_what_stands_over_figures_begins_no_label(x: float, joins: bool) -> None:
    (_, (above,)), (_, row) = rows((x, 48, "续表"), (50, 60, "2080505"), (120, 60, "基本养老"), (300, 60, "2,313.55"))
    assert _over_words(above, row) is joins
