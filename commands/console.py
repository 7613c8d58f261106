"""What all commands share: where they print, how text of others is printed, and the options and settings they have in common."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.markup import escape as escape_markup
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from extract.errors import UsageError
from extract.library import Library
from prompts import ModelSettings

out = Console(soft_wrap=True, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)

LibraryOption = Annotated[Path, typer.Option("--library", help="The library folder.", file_okay=False)]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
DEFAULT_LIBRARY = Path("library")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def model_settings() -> ModelSettings:
    """How a model is reached, if one is. Raises UsageError where that is set wrongly."""
    try:
        return ModelSettings()
    except ValidationError as error:
        wrong = "；".join(f"{'.'.join(map(str, e['loc']))}：{e['msg']}" for e in error.errors(include_input=False))
        raise UsageError(f"模型的设置不对（GOUJI_… 或 OPENAI_… 环境变量，或 .env）：{wrong}") from None


def print_line(value: object) -> None:
    """A line of JSON, at once."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def existing_library(library: Path) -> Library:
    """A library that is there. Raises BadParameter where it is not."""
    if not (library / "documents").is_dir():
        raise typer.BadParameter(f"{library} 不是资料库：先用 gouji extract 读入文件。", param_hint="--library")
    return Library(library)


def print_json(value: object) -> None:
    """JSON that people may read too."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def escape(text: str) -> str:
    """Text from a document or a file name, printed as it is: no markup, no control of the terminal."""
    return escape_markup(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text))


def progress() -> Progress:
    """A line for each task, gone when all is done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=err, transient=True)
