"""`gouji ask`: a question, many of them from standard input, or a conversation."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group
from rich.live import Live

from commands.console import (
    DEFAULT_LIBRARY,
    JsonOption,
    LibraryOption,
    err,
    escape,
    existing_library,
    model_settings,
    out,
    print_line,
)
from extract.errors import GoujiError, UsageError

if TYPE_CHECKING:
    from qa.answer import AnswerOut
    from qa.ask import Asker


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

    existing_library(library)
    asker = Asker(library, model_settings())
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
            print_line({"answer": told, "figures": [], "citations": [], "status": "refused", "verdict": "",
                         "confidence_note": told, "elapsed_ms": 0.0, "usage": {}})  # fmt: skip
        else:
            err.print(f"[bold red]gouji：[/]{escape(told)}")


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
        print_line(asker.ask(question, document, history).as_json())
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
