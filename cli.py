"""The `gouji` command. Results go to stdout, progress and logs to stderr.

Exit status: 0 done; 1 a document could not be read (the others were); 2 wrong usage; 3, only with --strict, all read
but figures need review; 4, only of eval, something is worse than the baseline allows.
"""

from __future__ import annotations

import sys

import typer

from commands.ask import ask
from commands.chat import chat
from commands.console import err, escape
from commands.evaluate import evaluate
from commands.extract import extract
from commands.library import export, list_documents, remove, verify
from extract.errors import GoujiError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="勾稽：读预决算公开，核每一个数。Reads budget disclosures into checked figures.",
)
app.command()(extract)
app.command()(export)
app.command("list")(list_documents)
app.command()(remove)
app.command()(verify)
app.command()(ask)
app.command("eval")(evaluate)
app.command()(chat)


def main(args: list[str] | None = None) -> None:
    """Entry point: gouji's own errors become a sentence on stderr and exit status 2."""
    try:
        app(args)
    except GoujiError as error:
        err.print(f"[bold red]gouji：[/]{escape(str(error))}")
        sys.exit(2)


if __name__ == "__main__":
    main()
