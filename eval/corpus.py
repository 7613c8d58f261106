"""A corpus of invented disclosures from seeds: PDFs with their gold data, every identity holding by construction.

    python -m eval.corpus --n 24 --seed 1 -o build/corpus

Document k of a seed is the same whatever the number of documents, and the same seed gives the same bytes. To every third
one there is an open one: the like of one of them with its tables printed without any rulings, or with horizontal ones
alone, and with its labels set otherwise. Institutes,
amounts and prose are invented here; the codes and their names are those of the classification that gouji ships.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from eval.corpus_amounts import accounts
from eval.corpus_central import central_budget
from eval.corpus_city import city_budget
from eval.corpus_final import final_accounts
from eval.corpus_names import fund_codes, institute, item_codes, many_classes
from eval.corpus_tables import Manner
from eval.typeset import typeset
from eval.typeset_model import Block, Document, Meta, Rules, Style, TableBlock

FAMILIES = ("central", "city", "final")
"""部门公开表 1–9 of a central institute; a city's budget by code and source; national final accounts with 行次 and 栏次."""


OPEN: dict[str, Rules] = {"open": "none", "bars": "horizontal"}
"""Open documents by the word in their name: how their tables are ruled."""


def invent(seed: int, number: int, items: int | None = None, look: str = "") -> tuple[str, Document]:
    """Document `number` of a seed (from 0): its name and what the typesetter makes it of.

    `items` is the number of 项 that its tables by code list; by default some, now and then very many. `look` is one of
    `OPEN`: the same accounts in tables without vertical rulings, labels indented where they were not, and the other way
    round, narrow columns too.
    """
    chance = Random(f"{seed}/{number}")  # noqa: S311 - nothing secret
    family = FAMILIES[number % len(FAMILIES)]
    level = "unit" if family == "central" or chance.random() < 0.5 else "department"
    who = institute(chance, "central" if family == "central" else level)
    year = chance.randint(2021, 2026)
    size = items or (chance.choice((58, 72, 84)) if number % 8 == 7 else chance.choice((4, 6, 9, 14, 20)))
    codes = item_codes(chance, who.main, size, many_classes(chance) if size > 20 else ())
    manner = _manner(chance, family)
    if look:
        manner = replace(manner, rules=OPEN[look], indent=not manner.indent, narrow=not manner.narrow)
    made = accounts(
        chance, codes, fund_codes(chance, codes), manner.wan, by_source=family != "central", final=family == "final"
    )
    writer = {"central": central_budget, "city": city_budget, "final": final_accounts}[family]
    sections = writer(chance, who, year, manner, made)
    if look:
        sections = [s.model_copy(update={"blocks": [_ruled(b, OPEN[look]) for b in s.blocks]}) for s in sections]
    meta = Meta(
        institute=who.name,
        year=year,
        kind="final" if family == "final" else "budget",
        level="unit" if level == "unit" else "department",
        unit=manner.unit,
    )
    document = Document(meta=meta, style=_style(chance), sections=sections)
    return "_".join(filter(None, (family, look, f"{seed:03d}", f"{number:04d}"))), document


def _ruled(block: Block, rules: Rules) -> Block:
    """A block with its table ruled in another way."""
    if not isinstance(block, TableBlock):
        return block
    return TableBlock(table=block.table.model_copy(update={"rules": rules}))


def again(name: str) -> tuple[str, Document]:
    """The document that a name stands for."""
    kind, seed, number = name.rsplit("_", 2)
    return invent(int(seed), int(number), look=next((look for look in OPEN if kind.endswith(f"_{look}")), ""))


def chosen(n: int, seed: int) -> Iterator[tuple[str, Document]]:
    """The first n documents of a seed, and to every three of them an open one, in turn of each look."""
    yield from (invent(seed, number) for number in range(n))
    for number in range(n // 3):
        yield invent(seed, number, look=tuple(OPEN)[number % len(OPEN)])


def _manner(chance: Random, family: str) -> Manner:
    """How the institute prints. Final accounts are in 万元; a city's budget is in 元, with or without decimals."""
    yuan = family == "city" and chance.random() < 0.7
    decimals = chance.choice((0, 2)) if yuan else 2
    return Manner(
        unit="元" if yuan else "万元",
        decimals=decimals,
        zero=chance.choice(("", "", "-", "0.00" if decimals else "0")),
        separators=chance.random() < 0.6,
        rules="grid" if chance.random() < 0.7 else "horizontal",
        split=family != "central" and chance.random() < 0.6,
        indent=chance.random() < 0.5,
        repeat=chance.random() < 0.6,
        narrow=chance.random() < 0.35,
        total="first" if chance.random() < 0.3 else "last",
        prose_unit="万元",
    )


def _style(chance: Random) -> Style:
    return Style(
        latin=chance.choice(("Times-Roman", "Helvetica", "")),
        body_size=chance.choice((12, 14, 15)),
        table_size=chance.choice((9, 10)),
        title_size=chance.choice((16, 18)),
        footer=chance.choice(("{}", "- {} -", "第 {} 页")),
    )


def write(folder: Path, name: str, document: Document) -> Path:
    """Typeset a document into NAME.pdf with NAME.gold.json beside it; the path of the PDF."""
    folder.mkdir(parents=True, exist_ok=True)
    pdf, gold = typeset(document, f"{name}.pdf")
    path = folder / f"{name}.pdf"
    path.write_bytes(pdf)
    (folder / f"{name}.gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def make_corpus(folder: Path, n: int, seed: int) -> list[Path]:
    """Make the first n documents of a seed and their open ones; the paths of the PDFs, each with its gold data beside it."""
    return [write(folder, name, document) for name, document in chosen(n, seed)]


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Invented disclosures with gold data.")
    parser.add_argument("--n", type=int, default=24, help="how many documents, open ones aside")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder for NAME.pdf and NAME.gold.json")
    chosen = parser.parse_args(arguments)
    made = make_corpus(chosen.out, chosen.n, chosen.seed)
    print(f"{len(made)} documents in {chosen.out}")  # noqa: T201


if __name__ == "__main__":
    main()
