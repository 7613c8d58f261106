"""The `gouji` command. Results go to stdout, progress and logs to stderr.

Exit status: 0 done; 1 a document could not be read (the others were); 2 wrong usage; 3, only with --strict, all read
but figures need review; 4, only of eval, something is worse than the baseline allows.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError
from rich.console import Console, Group
from rich.live import Live
from rich.markup import escape as escape_markup
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table as RichTable

from extract.batch import ModelReport, Read, collect, read_all, total_usage
from extract.corrections import log
from extract.errors import GoujiError, UsageError
from extract.library import Library, write_atomic
from extract.model import Disclosure, Severity, State, Verdict
from extract.read import Reader
from extract.replay import replay
from extract.steps import Stage, Step
from prompts import ModelSettings, UnconfiguredError, Usage

if TYPE_CHECKING:
    from eval.suite import Suite
    from qa.answer import AnswerOut
    from qa.ask import Asker
    from ui import Served

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="勾稽：读预决算公开，核每一个数。Reads budget disclosures into checked figures.",
)
out = Console(soft_wrap=True, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)

LibraryOption = Annotated[Path, typer.Option("--library", help="The library folder.", file_okay=False)]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
DEFAULT_LIBRARY = Path("library")
GOLD = Path(__file__).parent / "eval" / "gold"
QUESTIONS = Path(__file__).parent / "eval" / "questions" / "samples.jsonl"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
VERDICTS = {
    Verdict.VERIFIED: "已核实",
    Verdict.GROUNDED: "有据",
    Verdict.CONFLICT: "原文不平",
    Verdict.REVIEW: "待复核",
    Verdict.CORRECTED: "已更正",
}
STAGES = {Stage.PAGES: "读页", Stage.TABLES: "找表", Stage.CHECKS: "核对", Stage.MODEL: "问模型", Stage.STORING: "入库"}
SEVERITIES = {Severity.ERROR: ("错误", "red"), Severity.WARNING: ("提醒", "yellow"), Severity.INFO: ("提示", "dim")}


class Format(StrEnum):
    """Export formats."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSON = "json"


@app.command()
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
    settings = _settings()
    if reader is Reader.AUTO and not settings.configured:
        err.print(
            "[dim]没有配置模型，只用规则读取（GOUJI_MODEL 与 OPENAI_BASE_URL 或 OPENAI_API_KEY 可接入模型，见 README）。[/]"
        )
    files = collect(paths)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as bar:
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
        _print_json([asdict(result) for result in results])
    else:
        for result in results:
            _show_result(result, Library(library), quiet=quiet)
    _show_model_use(results)
    if index:
        _update_index(Library(library))
    if any(result.status == "failed" for result in results):
        raise typer.Exit(1)
    if strict and any(Library(library).load(r.document).verdicts()[Verdict.REVIEW] for r in results):
        raise typer.Exit(3)


def _update_index(library: Library) -> None:
    """Bring the search index up to date; where that fails, what was read is safe, and a warning says so."""
    from qa.search.index import update_library  # not needed by most commands

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    try:
        with Progress(*columns, console=err, transient=True) as bar:
            task = bar.add_task("索引", total=None)
            problem = update_library(library, lambda done, of: bar.update(task, completed=done, total=of)).problem
    except GoujiError as error:
        problem = str(error)
    if problem:
        err.print(f"[yellow]检索[/] {escape(problem)}")


def _settings() -> ModelSettings:
    try:
        return ModelSettings()
    except ValidationError as error:
        wrong = "；".join(f"{'.'.join(map(str, e['loc']))}：{e['msg']}" for e in error.errors(include_input=False))
        raise UsageError(f"模型的设置不对（GOUJI_… 或 OPENAI_… 环境变量，或 .env）：{wrong}") from None


def _show_result(result: Read, library: Library, *, quiet: bool) -> None:
    name = Path(result.path).name
    if result.status == "failed":
        out.print(f"[bold red]✗[/] {escape(name)}：{escape(result.message)}")
        return
    disclosure = library.load(result.document)
    meta = disclosure.meta
    title = " ".join(filter(None, (meta.institute, str(meta.year or ""), _kind(disclosure))))
    out.print(
        f"[bold green]✓[/] {escape(name)}  {result.document}  [bold]{escape(title)}[/]{'（未变，跳过）' if result.status == 'unchanged' else ''}"
    )
    tables = [t for t in disclosure.tables if t.kind != "other"]
    printed = sum(len(t.figures) for t in disclosure.tables)
    blank = sum(c.state is not State.NUMBER for t in disclosure.tables for c in t.cells)
    out.print(
        f"  {len(disclosure.pages)} 页，{len(tables)} 张表，表内数字 {printed} 个（另有空白或短横 {blank} 格），文字中的数字 {len(disclosure.facts)} 个"
    )
    counts = disclosure.verdicts()
    out.print(
        "  "
        + "，".join(
            f"{word} {counts[verdict]}"
            for verdict, word in VERDICTS.items()
            if counts[verdict] or verdict in {Verdict.VERIFIED, Verdict.REVIEW}
        )
    )
    checks = disclosure.checks
    holds, broken = sum(c.holds + c.rounding for c in checks), sum(c.broken for c in checks)
    out.print(
        f"  勾稽 {holds + broken} 项：成立 {holds}（其中尾差 {sum(c.rounding for c in checks)}），不成立 {broken}，不可核 {sum(c.not_checkable for c in checks)}"
    )
    if not quiet:
        _show_findings(disclosure)


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


def _kind(disclosure: Disclosure) -> str:
    level = {"unit": "单位", "department": "部门"}.get(disclosure.meta.level, "")
    return level + {"budget": "预算", "final": "决算"}.get(disclosure.meta.kind, "")


def _show_findings(disclosure: Disclosure) -> None:
    hidden = 0
    for finding in disclosure.findings:
        if finding.severity is Severity.INFO:
            hidden += 1
            continue
        word, style = SEVERITIES[finding.severity]
        page = f"第 {finding.page} 页 " if finding.page else ""
        out.print(f"  [{style}]{word}[/] {page}{escape(finding.message)}")
    if hidden:
        out.print(f"  [dim]另有 {hidden} 条提示（尾差、科目名称等），见 findings.csv[/]")


@app.command()
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
    store = _existing(library)
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


@app.command("list")
def list_documents(library: LibraryOption = DEFAULT_LIBRARY, as_json: JsonOption = False) -> None:
    """What is in the library."""
    documents = list(_existing(library).all())
    if as_json:
        _print_json(
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
            _kind(d),
            str(len(d.pages)),
            *(str(counts[v]) for v in VERDICTS),
        )
    Console(width=None if out.is_terminal else 200).print(table)


@app.command()
def remove(
    document: Annotated[str, typer.Argument(help="Id, file name or its stem.")],
    library: LibraryOption = DEFAULT_LIBRARY,
) -> None:
    """Take a document out of the library, with all that was derived from it."""
    store = _existing(library)
    found = store.find(document)
    with store.writing():
        store.remove(found)
    if (library / "index").is_dir():
        _update_index(store)
    err.print(f"已移除 {found}")


@app.command()
def verify(library: LibraryOption = DEFAULT_LIBRARY, as_json: JsonOption = False) -> None:
    """Replay every check from the stored figures: no PDF, no key, no network. Exit 1 where a verdict differs."""
    replays = list(replay(_existing(library)))
    if as_json:
        _print_json([{**asdict(r), "same": r.same, "checks": [c.model_dump() for c in r.checks]} for r in replays])
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


@app.command()
def ask(
    question: Annotated[
        str | None,
        typer.Argument(help="The question; `-` reads one a line from standard input. Without one: a conversation."),
    ] = None,
    library: LibraryOption = DEFAULT_LIBRARY,
    document: Annotated[str | None, typer.Option(help="Only this document: id, file name or its stem.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Answer a question from the library's figures and words, with the page and the box that prove it."""
    from qa.ask import Asker  # not needed by any other command

    _existing(library)
    asker = Asker(library, _settings())
    if question is None or question == "-":
        asker.open()
    if question == "-":
        for line in sys.stdin:
            if line.strip():
                _answer_line(asker, line, document, as_json=as_json)
    elif question is not None:
        _answer(asker, question, document, [], as_json=as_json)
    else:
        _converse(asker, document, as_json=as_json)


def _answer_line(asker: Asker, line: str, document: str | None, *, as_json: bool) -> None:
    """Answer a line of standard input: a line that cannot be answered gets that as its answer, and never stops the rest."""
    try:
        _answer(asker, *_question(line, document), as_json=as_json)
    except Exception as error:  # noqa: BLE001 - whatever one question meets with, the next is answered
        told = str(error) if isinstance(error, GoujiError) else f"没能回答（{type(error).__name__}）"
        if as_json:
            _print_line({"answer": told, "figures": [], "citations": [], "status": "refused", "verdict": "",
                         "confidence_note": told, "elapsed_ms": 0.0, "usage": {}})  # fmt: skip
        else:
            err.print(f"[bold red]gouji：[/]{escape(told)}")


def _print_line(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _question(line: str, document: str | None) -> tuple[str, str | None, list[str]]:
    """A line of standard input: plain, or JSON with q, document and history. Raises UsageError."""
    if not line.lstrip().startswith("{"):
        return line.strip(), document, []
    try:
        told = json.loads(line)
        return str(told["q"]), told.get("document") or document, [str(h) for h in told.get("history") or []]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(
            '每行应是一个问题，或 {"q": "问题", "document": "文件", "history": ["先前的问题"]}。'
        ) from None


def _converse(asker: Asker, document: str | None, *, as_json: bool) -> None:
    history: list[str] = []
    while True:
        try:
            question = err.input("[bold]问[/]> ") if out.is_terminal else input()
        except (EOFError, KeyboardInterrupt):
            return
        if question.strip() in {"", "exit", "quit", "退出"}:
            return
        _answer(asker, question, document, history, as_json=as_json)
        history.append(question)


def _answer(asker: Asker, question: str, document: str | None, history: list[str], *, as_json: bool) -> None:
    """Print an answer; on a terminal as it comes about, where a model words it."""
    if as_json:
        _print_line(asker.ask(question, document, history).as_json())
        return
    if not out.is_terminal or asker.settings is None:
        out.print(_shown(asker.ask(question, document, history)))
        return
    with Live(console=out, auto_refresh=False) as live:
        for answer in asker.stream(question, document, history):
            live.update(_shown(answer), refresh=True)


def _shown(answer: AnswerOut) -> Group:
    """An answer for a person: the figure first, then where it stands, then how far it can be trusted."""
    style = {"answered": "bold green", "ambiguous": "bold yellow"}.get(answer.status.value, "bold red")
    lines = [f"[{style}]{escape(f.value)} {escape(f.unit)}[/]" for f in answer.leading]
    lines += [escape(line) for line in answer.answer.split("\n")]
    told = {f"{c.institute} {c.year or ''} 年".replace("  ", " ") for c in answer.citations}
    if len(told) == 1:
        lines.append(f"[dim]{escape(told.pop())}[/]")
    for cited in answer.citations:
        box = ", ".join(f"{v:.0f}" for v in cited.box)
        lines.append(f"  [dim]{escape(cited.file)} 第 {cited.page} 页 ({box})[/] {escape(cited.text[:120])}")
    if answer.confidence_note:
        lines.append(f"[dim]{escape(answer.confidence_note)}[/]")
    return Group(*lines)


@app.command("eval")
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
            _draft(_existing(library), drafted, output)
        else:
            err.print(f"已造 {len(make_corpus(output, make, seed))} 份文件，在 {escape(str(output))}")
        return
    settings = _settings()
    models = [settings.model_copy(update={"model": name}) for name in model] if model else [settings]
    configured = tuple(m for m in models if m.configured)
    readers = tuple(reader or (Reader if configured else [Reader.LAYOUT]))
    if not configured and (model or Reader.LLM in readers):
        raise UsageError(str(UnconfiguredError()))
    own = gold.resolve() == GOLD.resolve()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as bar:
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
        _print_json(reports.as_json(suite, worse))
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


def _existing(library: Path) -> Library:
    if not (library / "documents").is_dir():
        raise typer.BadParameter(f"{library} 不是资料库：先用 gouji extract 读入文件。", param_hint="--library")
    return Library(library)


def _print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def escape(text: str) -> str:
    """Text from a document or a file name, printed as it is: no markup, no control of the terminal."""
    return escape_markup(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text))


@app.command()
def chat(
    library: LibraryOption = DEFAULT_LIBRARY,
    host: Annotated[str, typer.Option(help="Address to listen on; others than loopback need --auth.")] = "127.0.0.1",
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Port; by default the first that is free from 7860.")
    ] = None,
    auth: Annotated[
        list[str] | None, typer.Option(help="user:password, asked for before anything is shown; may be repeated.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Only show that the page answers, then end.")] = False,
) -> None:
    """Serve the page: upload, ask, see the proof, review, compare. Ctrl-C ends it."""
    err.print("[dim]正在启动页面 …[/]")
    from ui import serve  # takes seconds to load

    served = serve(library, host, port, auth or (), _settings())
    try:
        with suppress(KeyboardInterrupt):
            _chat(served, check=check)
    finally:
        served.close()


def _chat(served: Served, *, check: bool) -> None:
    if check:
        out.print(f"页面可用：{served.url}（{served.check()}）")
        return
    out.print(f"请在浏览器打开 [bold]{served.url}[/]  （按 Ctrl-C 结束）")
    served.wait()


def main(args: list[str] | None = None) -> None:
    """Entry point: gouji's own errors become a sentence on stderr and exit status 2."""
    try:
        app(args)
    except GoujiError as error:
        err.print(f"[bold red]gouji：[/]{escape(str(error))}")
        sys.exit(2)


if __name__ == "__main__":
    main()
