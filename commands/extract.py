"""`gouji extract`: files and folders into a library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from commands.console import (
    DEFAULT_LIBRARY,
    JsonOption,
    LibraryOption,
    err,
    escape,
    model_settings,
    print_json,
    progress,
)
from commands.documents import show_result
from commands.indexing import update_index
from extract.batch import ModelReport, Read, collect, read_all, total_usage
from extract.library import Library
from extract.model import Verdict
from extract.read import Reader
from extract.steps import Stage, Step
from prompts import Usage

STAGES = {Stage.PAGES: "读页", Stage.TABLES: "找表", Stage.CHECKS: "核对", Stage.MODEL: "问模型", Stage.STORING: "入库"}


def extract(
    paths: Annotated[list[Path], typer.Argument(help="PDF files, or folders to search for them.", metavar="PATH...")],
    library: LibraryOption = DEFAULT_LIBRARY,
    reader: Annotated[
        Reader,
        typer.Option(
            help="layout: rules only. auto: rules, and a model for what they leave open, where one is configured. llm: a model reads everything."
        ),
    ] = Reader.AUTO,
    jobs: Annotated[int | None, typer.Option(min=1, help="Worker processes; by default one a processor.")] = None,
    index: Annotated[
        bool, typer.Option("--index/--no-index", help="Bring the search index up to date as well (gouji ask uses it).")
    ] = True,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 3 where figures need review.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No findings, only one line a document.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Read files or folders into a library; what is unchanged is skipped, one bad file never stops the rest."""
    settings = model_settings()
    if reader is Reader.AUTO and not settings.configured:
        err.print(
            "[dim]没有配置模型，只用规则读取（GOUJI_MODEL 与 OPENAI_BASE_URL 或 OPENAI_API_KEY 可接入模型，见 README）。[/]"
        )
    files = collect(paths)
    with progress() as bar:
        task = bar.add_task("读取", total=len(files))

        def told(file: Path, step: Step) -> None:
            count = f" {step.at}/{step.of}" if step.of else ""
            bar.update(task, description=f"{escape(file.name[:40])} {STAGES[step.stage]}{count}")

        results = read_all(
            files,
            Library(library),
            jobs,
            progress=lambda _: bar.advance(task),
            reader=reader,
            settings=settings,
            steps=told,
        )
    if as_json:
        print_json([asdict(result) for result in results])
    else:
        for result in results:
            show_result(result, Library(library), quiet=quiet)
    _show_model_use(results)
    if index:
        update_index(Library(library))
    if any(result.status == "failed" for result in results):
        raise typer.Exit(1)
    if strict and any(Library(library).load(r.document).verdicts()[Verdict.REVIEW] for r in results):
        raise typer.Exit(3)


def _show_model_use(results: Sequence[Read]) -> None:
    """What a model was asked, for each document and in all."""
    told = [(Path(r.path).name, r.model) for r in results if r.model is not None]
    for name, report in told:
        if report.asked or report.usage.calls or report.usage.cached:
            err.print(f"[dim]模型[/] {escape(name)}：{_asked(report)}；{_spent(report.usage)}")
    if len(told) > 1:
        asked, avoided = sum(m.asked for _, m in told), sum(m.avoided for _, m in told)
        total = total_usage(m.usage for _, m in told)
        err.print(f"[dim]模型 合计[/]：问 {asked} 次，省去 {avoided} 次；{_spent(total)}")
    elif told and not told[0][1].asked:
        err.print(f"[dim]模型[/] 规则已读全，没有调用（省去 {told[0][1].avoided} 次）")
    for why in dict.fromkeys(m.stopped for _, m in told if m.stopped):
        err.print(f"[yellow]模型中途停止[/]：{escape(why)}")


def _asked(report: ModelReport) -> str:
    parts = [f"问 {report.asked} 次，省去 {report.avoided} 次"]
    if report.failed:
        parts.append(f"没有得到可用回答 {report.failed} 次")
    if report.adopted:
        parts.append(f"认出并经勾稽证实的表 {len(report.adopted)} 张")
    return "，".join(parts)


def _spent(usage: Usage) -> str:
    parts = [f"发出请求 {usage.calls} 次"]
    if usage.failed:
        parts.append(f"其中失败 {usage.failed} 次")
    parts.append(f"缓存命中 {usage.cached} 次")
    parts.append(f"token 输入 {usage.prompt_tokens:,}、输出 {usage.output_tokens:,}")
    if usage.cost:
        parts.append(f"费用 {usage.cost:.4f}")
    return "，".join([*parts, f"{usage.seconds:.1f} 秒"])
