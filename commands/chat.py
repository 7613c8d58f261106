"""`gouji chat`: the page."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from commands.console import DEFAULT_LIBRARY, LibraryOption, err, model_settings, out

if TYPE_CHECKING:
    from ui import Served


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

    served = serve(library, host, port, auth or (), model_settings())
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
