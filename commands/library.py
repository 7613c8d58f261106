"""`gouji export`, `list`, `remove` and `verify`: what is in a library, out of it, and still as it was."""

from __future__ import annotations

import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table as RichTable

from commands.console import DEFAULT_LIBRARY, JsonOption, LibraryOption, err, escape, existing_library, out, print_json
from commands.documents import VERDICTS, kind_of
from commands.indexing import update_index
from extract.corrections import log
from extract.library import write_atomic
from extract.replay import replay


class Format(StrEnum):
    """Export formats."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSON = "json"


def export(
    form: Annotated[Format, typer.Option("--format", help="What to write.")],
    library: LibraryOption = DEFAULT_LIBRARY,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Where to write; csv and json go to stdout without it.", dir_okay=False),
    ] = None,
    document: Annotated[str | None, typer.Option(help="Only this document: id, file name or its stem.")] = None,
) -> None:
    """Write the figures, tidy: one line each (csv, json, parquet), or sheets like the printed tables (xlsx)."""
    store = existing_library(library)
    chosen = [store.load(store.find(document))] if document else store.all()
    from extract.export import export as export_bytes  # what writes XLSX takes long to load

    content = export_bytes(chosen, form.value, log(store) if form is Format.XLSX else ())
    if output is None and form in {Format.XLSX, Format.PARQUET}:
        output = Path(f"gouji.{form.value}")
    if output is None:
        sys.stdout.buffer.write(content)
        return
    if not output.resolve().parent.is_dir():
        raise typer.BadParameter(f"no such folder: {output.parent}", param_hint="-o")
    write_atomic(output, content)
    err.print(f"已写入 {escape(str(output))}（{len(content):,} 字节）")


def list_documents(library: LibraryOption = DEFAULT_LIBRARY, as_json: JsonOption = False) -> None:
    """What is in the library."""
    documents = list(existing_library(library).all())
    if as_json:
        print_json(
            [
                {
                    "document": d.id,
                    **d.meta.model_dump(),
                    "pages": len(d.pages),
                    "verdicts": {v.value: n for v, n in d.verdicts().items()},
                }
                for d in documents
            ]
        )
        return
    table = RichTable("编号", "文件", "单位", "年度", "类别", "页", *VERDICTS.values())
    for d in documents:
        counts = d.verdicts()
        table.add_row(
            d.id,
            escape(d.meta.file),
            escape(d.meta.institute),
            str(d.meta.year or ""),
            kind_of(d),
            str(len(d.pages)),
            *(str(counts[v]) for v in VERDICTS),
        )
    Console(width=None if out.is_terminal else 200).print(table)


def remove(
    document: Annotated[str, typer.Argument(help="Id, file name or its stem.")],
    library: LibraryOption = DEFAULT_LIBRARY,
) -> None:
    """Take a document out of the library, with all that was derived from it."""
    store = existing_library(library)
    found = store.find(document)
    with store.writing():
        store.remove(found)
    if (library / "index").is_dir():
        update_index(store)
    err.print(f"已移除 {found}")


def verify(library: LibraryOption = DEFAULT_LIBRARY, as_json: JsonOption = False) -> None:
    """Replay every check from the stored figures: no PDF, no key, no network. Exit 1 where a verdict differs."""
    replays = list(replay(existing_library(library)))
    if as_json:
        print_json([{**asdict(r), "same": r.same, "checks": [c.model_dump() for c in r.checks]} for r in replays])
    else:
        for r in replays:
            state = "[green]一致[/]" if r.same else f"[red]不一致：{r.changed} 个数字的结论与所存不同[/]"
            holds = sum(c.holds + c.rounding for c in r.checks)
            broken, open_ = sum(c.broken for c in r.checks), sum(c.not_checkable for c in r.checks)
            out.print(
                f"{r.document} {escape(r.file)}：{r.figures} 个数字，勾稽成立 {holds}，不成立 {broken}，不可核 {open_}，{state}"
            )
    if not all(r.same for r in replays):
        raise typer.Exit(1)
