"""Libraries made for a test, without worker processes; and what is in one."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from extract import batch, extract
from extract.library import Library
from tests.pdfs import ROWS, Draft

FACTS = "document,file,institute,level,year,kind,table,row,code,column,value,unit,amount_yuan,page,x0,y0,x1,y1,verdict,reader"
FINDINGS = "document,check,severity,table,page,message,expected,found,difference,verdict"
ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "eval" / "gold").glob("*.pdf"))


def drafts(folder: Path, count: int) -> list[Path]:
    """Disclosures of one page each, no two alike."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number in range(1, count + 1):
        rows = [(c, n, *(str(number * Decimal(a)) if a else a for a in amounts)) for c, n, *amounts in ROWS]
        made.append(Draft(rows).save(folder / f"station{number}.pdf"))
    return made


def build(root: Path, files: Sequence[Path]) -> Library:
    """A library of some files, read in this process."""
    library = Library(root)
    with library.writing():
        for file in files:
            library.store(extract(file), file)
        library.commit()
    return library


def read_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `read_all` do the work of its workers itself: starting one takes seconds."""

    def run(work: batch._Work, files: Sequence[Path], jobs: int) -> Iterator[tuple[Path, batch.Read]]:
        batch._METER[:] = [work.meter] if work.meter is not None else []
        for file in files:
            yield file, batch._read_one(str(file), str(work.library.root), work.limits, work.reader.value)

    monkeypatch.setattr(batch._Work, "run", run)


def contents(library: Path) -> dict[str, bytes]:
    """Every file of a library but the lock and the records of its runs."""
    return {
        path.relative_to(library).as_posix(): path.read_bytes()
        for path in sorted(library.rglob("*"))
        if path.is_file() and path.name != ".lock" and path.parent.name != "runs"
    }
