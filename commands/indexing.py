"""Bringing the search index up to date, with its progress told."""

from __future__ import annotations

from commands.console import err, escape, progress
from extract.errors import GoujiError
from extract.library import Library


def update_index(library: Library) -> None:
    """Bring the search index up to date; where that fails, what was read is safe, and a warning says so."""
    from qa.index import update_library  # not needed by most commands

    try:
        with progress() as bar:
            task = bar.add_task("索引", total=None)
            problem = update_library(library, lambda done, of: bar.update(task, completed=done, total=of)).problem
    except GoujiError as error:
        problem = str(error)
    if problem:
        err.print(f"[yellow]检索[/] {escape(problem)}")
