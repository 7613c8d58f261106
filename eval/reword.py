"""Samples under headings that the rules do not know: what a model reader must gain over rules is measured on these.

Titles, headers and names of totals are exchanged for words of our own that no declaration in `extract.specs` has; codes,
labels of items, figures and geometry stay. The gold data follow, as they are made from the same document.

    python -m eval.reword build/reworded && gouji eval --gold build/reworded --reader layout --reader auto
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from eval.typeset import typeset
from eval.typeset_model import Contents, Document, Section, Table, TableBlock, load

_TITLES = {
    "income_expenditure": "全口径资金来源与使用一览",
    "income": "全口径资金来源分项一览",
    "expenditure": "全口径资金使用分项一览",
    "fiscal": "财政资金来源与使用一览",
    "general_public": "公共财政资金使用分项一览",
    "basic": "基本运转资金经济分类一览",
    "government_fund": "基金资金使用分项一览",
    "state_capital": "国资资金使用分项一览",
    "three_public": "公务接待、用车与出国一览",
}
_WORDS = (
    ("本年收入合计", "当年来源小结"),
    ("本年支出合计", "当年使用小结"),
    ("收入总计", "来源总额"),
    ("支出总计", "使用总额"),
    ("财政拨款收入", "财政安排"),
    ("合计", "总额"),
    ("基本支出", "保障运转"),
    ("项目支出", "专门任务"),
    ("人员经费", "养人"),
    ("公用经费", "办公"),
)


def reworded(document: Document) -> Document:
    """The document with other headings; the contents page and the list of violations, which name them, are left out."""
    return document.model_copy(update={"sections": [_section(s) for s in document.sections], "violations": []})


def _section(section: Section) -> Section:
    blocks = [
        block.model_copy(update={"table": _table(block.table)}) if isinstance(block, TableBlock) else block
        for block in section.blocks
        if not isinstance(block, Contents)
    ]
    return section.model_copy(update={"blocks": blocks})


def _table(table: Table) -> Table:
    if table.kind not in _TITLES:
        return table
    return table.model_copy(
        update={
            "title": _TITLES[table.kind],
            "header": _other_words(table.header),
            "total_line": _other_words(table.total_line),
            "rows": _other_words(table.rows),
        }
    )


def _other_words(text: str) -> str:
    for known, unknown in _WORDS:
        text = text.replace(known, unknown)
    return text


def make_reworded(data: Sequence[Path], out: Path) -> list[Path]:
    """Typeset data files under other headings, with their gold data; returns the PDFs."""
    out.mkdir(parents=True, exist_ok=True)
    made = []
    for path in data:
        name = f"{path.stem}_reworded"
        pdf, gold = typeset(reworded(load(path)), f"{name}.pdf")
        (out / f"{name}.pdf").write_bytes(pdf)
        (out / f"{name}.gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        made.append(out / f"{name}.pdf")
    return made


if __name__ == "__main__":
    make_reworded(sorted((Path(__file__).parent / "data").glob("*.yaml")), Path(sys.argv[1]))
