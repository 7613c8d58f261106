"""`gouji eval`: what readers, answers and checks are measured to do, against the baseline."""

from __future__ import annotations

import json
import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import TaskID
from rich.table import Table as RichTable

from commands.console import (
    DEFAULT_LIBRARY,
    JsonOption,
    LibraryOption,
    err,
    escape,
    existing_library,
    model_settings,
    out,
    print_json,
    progress,
)
from extract.errors import UsageError
from extract.library import Library
from extract.read import Reader
from prompts import UnconfiguredError

if TYPE_CHECKING:
    from eval.suite import Suite
GOLD = Path(__file__).parents[1] / "eval" / "gold"
QUESTIONS = Path(__file__).parents[1] / "eval" / "questions" / "samples.jsonl"


def evaluate(
    gold: Annotated[Path, typer.Option(help="Folder of NAME.gold.json beside their PDFs.", file_okay=False)] = GOLD,
    reader: Annotated[
        list[Reader] | None,
        typer.Option(help="A reader to measure; may be given several times. By default all that can run."),
    ] = None,
    model: Annotated[
        list[str] | None, typer.Option(help="A model of the configured endpoint; may be given several times.")
    ] = None,
    questions: Annotated[
        Path | None, typer.Option(help="Questions about the documents, one a line of JSON; by default the samples'.")
    ] = None,
    mutations: Annotated[
        int | None,
        typer.Option(
            min=0,
            help="Mutations of each kind and document, of print and of readings; by default 1 where the typesetter is installed.",
        ),
    ] = None,
    corpus: Annotated[int, typer.Option(min=0, help="Measure N invented documents as well.")] = 0,
    make: Annotated[
        int, typer.Option("--make-corpus", min=0, help="Only make N invented documents with gold data, into -o.")
    ] = 0,
    seed: Annotated[int, typer.Option(help="Seed of invented documents.")] = 1,
    peers: Annotated[bool, typer.Option("--peers", help="Other programs on the same documents.")] = False,
    vectors: Annotated[
        bool, typer.Option("--vectors", help="Search by meaning too (minutes), not by words alone.")
    ] = False,
    fixed: Annotated[bool, typer.Option("--slice", help="The small fixed set that holds the line.")] = False,
    report: Annotated[
        Path | None,
        typer.Option(help="Folder for report.html, report.json and what a later run resumes from.", file_okay=False),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume/--afresh", help="Take results that nothing has changed for.")
    ] = True,
    jobs: Annotated[int | None, typer.Option(min=1, help="Worker processes; by default one a processor.")] = None,
    baseline: Annotated[
        bool, typer.Option("--baseline", help="Store this run as what later ones are compared with.")
    ] = False,
    drafted: Annotated[
        str | None, typer.Option("--draft", help="Only draft gold data for this document of --library, into -o.")
    ] = None,
    library: LibraryOption = DEFAULT_LIBRARY,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Folder for --make-corpus and --draft.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Measure readers, answers and checks on gold documents, and compare with the baseline.

    Exit 1 where a document could not be read; 4 where something is worse than the baseline allows, or a wrong figure is
    marked verified.
    """
    from eval import baseline as lines  # not needed by any other command
    from eval import report as reports
    from eval.mutating import can_mutate
    from eval.peers import PEERS
    from eval.suite import Plan, make_corpus, run, slice_plan

    if drafted is not None or make:
        if output is None:
            raise typer.BadParameter("a folder is needed", param_hint="-o")
        if drafted is not None:
            _draft(existing_library(library), drafted, output)
        else:
            err.print(f"已造 {len(make_corpus(output, make, seed))} 份文件，在 {escape(str(output))}")
        return
    settings = model_settings()
    models = [settings.model_copy(update={"model": name}) for name in model] if model else [settings]
    configured = tuple(m for m in models if m.configured)
    readers = tuple(reader or (Reader if configured else [Reader.LAYOUT]))
    if not configured and (model or Reader.LLM in readers):
        raise UsageError(str(UnconfiguredError()))
    own = gold.resolve() == GOLD.resolve()
    with progress() as bar:
        tasks: dict[str, TaskID] = {}

        def told(what: str, done: int, of: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(escape(what), total=of)
            bar.update(tasks[what], completed=done, total=of)

        plan = Plan(
            name=("samples" if own else gold.resolve().name) + (f"+{corpus}/{seed}" if corpus else ""),
            gold=gold,
            readers=readers if configured else (Reader.LAYOUT,),
            models=configured,
            questions=questions or (QUESTIONS if own else None),
            corpus=(corpus, seed) if corpus else None,
            mutations=int(can_mutate()) if mutations is None else mutations,
            peers=tuple(PEERS) if peers else (),
            vectors=vectors,
            jobs=jobs or os.cpu_count() or 1,
            folder=report,
            resume=resume,
            told=told,
        )
        suite = run(slice_plan(plan) if fixed else plan)
    file = lines.BASELINE if own or fixed else gold / "baseline.json"
    before = lines.load(file)
    worse = lines.regressions(suite, before)
    if report is not None:
        command = shlex.join(["gouji", *sys.argv[1:]])
        was = before.sets.get(suite.name, lines.Set())
        err.print(f"报告：{escape(str(reports.write(report, suite, worse, was, command)))}")
    if as_json:
        print_json(reports.as_json(suite, worse))
    else:
        _show_suite(suite)
    for regression in worse:
        err.print(f"[red]✗[/] {escape(regression.sentence)}")
    if baseline:
        lines.save(file, lines.updated(before, suite))
        err.print(f"基线已写入 {escape(str(file))}")
    if any(r for r in worse if not baseline or r.must):
        raise typer.Exit(4)
    if suite.failed:
        raise typer.Exit(1)


def _draft(library: Library, document: str, folder: Path) -> None:
    from eval.draft import draft

    try:
        path = draft(library, document, folder)
    except FileExistsError as error:
        raise UsageError(f"{error} 已经有了，不覆盖：先移开它。") from None
    unsure = len(json.loads(path.read_text(encoding="utf-8"))["unsure"])
    err.print(f"草稿：{escape(str(path))}，其中 {unsure} 处没有把握（见 unsure）。请对着原件逐个核过，再当作金标。")


def _show_suite(suite: Suite) -> None:
    from eval.answers import ANSWERING
    from eval.baseline import MUTATING
    from eval.mutating import WAYS
    from eval.scores import READING, shown

    wide = Console(width=None if out.is_terminal else 200)
    table = RichTable("读法", "应读", *(m.title for m in READING), "请求", "token 入/出", "费用", "秒")
    for r in suite.runs:
        s, u = r.score, r.usage
        cells = [shown(m, m.of(s)) for m in READING]
        spent = (str(u.calls), f"{u.prompt_tokens:,}/{u.output_tokens:,}", f"{u.cost:.4f}", f"{r.seconds:.1f}")
        table.add_row(escape(r.name), str(s.gold), *cells, *spent)
    wide.print(table)
    for answers in suite.answers:
        table = RichTable(f"提问 {escape(answers.model)}", "共", *(m.title for m in ANSWERING))
        for kind, own in (*answers.by_type().items(), ("合计", answers)):
            table.add_row(escape(kind), str(len(own.asked)), *(shown(m, m.of(own)) for m in ANSWERING))
        wide.print(table)
    for mutated in suite.mutated:
        table = RichTable(WAYS[mutated.way], "次数", "无从核对", *(m.title for m in MUTATING))
        for t in mutated.totals():
            found = (f"{t.detected}/{t.detectable}", f"{t.localised}/{t.detectable}", str(t.falsely_accepted))
            table.add_row(t.mutation, str(t.made), str(t.undetectable), *found)
        wide.print(table)
    if suite.peers:
        table = RichTable("同类程序", "版本", "数在其行", "秒/页", "")
        for p in suite.peers:
            told = ("–", "–") if p.skipped else (f"{p.recall:.1%}", f"{p.seconds_a_page:.3f}")
            table.add_row(p.peer, p.version, *told, escape(p.skipped))
        wide.print(table)
    for failed in suite.failed:
        err.print(f"[red]✗[/] 读不了 {escape(failed)}")
    for answers in suite.answers:
        for one in answers.asked:
            if one.why:
                err.print(f"[red]✗[/] {escape(one.question['q'])}：{escape(one.why)}")
