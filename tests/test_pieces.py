"""A commit that copies what did not change leaves the same bytes as one that makes everything anew, whatever came before."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract import extract, library
from extract.corrections import decide
from extract.dataset import read_stored
from extract.library import Library
from extract.model import Disclosure
from extract.pieces import look
from tests.libraries import build, contents, drafts

COUNT = 4


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Disclosure]]:
    """Some documents as they are read."""
    files = drafts(tmp_path_factory.mktemp("in"), COUNT)
    return [(file, extract(file)) for file in files]


def anew(found: Library, folder: Path) -> dict[str, bytes]:
    """What is in a library that has the same documents and decisions, with everything derived from them made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    other = Library(folder)
    folder.mkdir()
    shutil.copytree(found.documents, other.documents)
    for name in ("corrections.jsonl",):
        if (found.root / name).exists():
            shutil.copyfile(found.root / name, folder / name)
    with other.writing():
        other.commit()
    return contents(folder)


def decided(found: Library, document: str) -> None:
    """A person decides about the first figure, or takes it back."""
    disclosure = found.load(document)
    table = next(t for t in disclosure.tables if t.figures)
    cell = table.figures[0]
    action = "withdraw" if cell.decided is not None else "accept"
    decide(found, document, (table.id, cell.row, cell.column), action, who="a")


def _first_facts_gone(found: Library) -> None:
    for path in sorted((found.root / "facts").glob("*"))[:1]:
        path.unlink()


TAMPERED: list[Callable[[Library], object]] = [
    lambda found: (found.root / "facts.csv").unlink(missing_ok=True),
    lambda found: (found.root / "runs" / ".pieces").unlink(missing_ok=True),
    lambda found: (found.root / "runs" / ".pieces").write_bytes(b'{"layout"'),
    lambda found: (found.root / "findings.csv").write_bytes(b"document,check\n"),
    lambda found: (found.root / "tables.csv").touch(),
    _first_facts_gone,
    lambda found: [p.write_bytes(b"PAR1") for p in sorted((found.root / "facts").glob("*"))[1:2]],
    lambda found: shutil.rmtree(found.root / "across", ignore_errors=True),
    lambda found: [p.write_bytes(p.read_bytes() + b" ") for p in sorted(found.documents.glob("*/disclosure.json"))[:1]],
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("library")


STEP = st.tuples(st.sampled_from(["store", "remove", "decide", "tamper", "killed"]), st.integers(0, 30))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEP, min_size=1, max_size=6))
def test_a_commit_that_copies_equals_one_that_makes_everything_anew(
    read: list[tuple[Path, Disclosure]], folder: Path, steps: list[tuple[str, int]]
) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    found = build(folder / "own", [file for file, _ in read[:2]])
    for what, number in steps:
        ids = found.ids()
        file, disclosure = read[number % COUNT]
        if what == "decide" and ids:
            decided(found, ids[number % len(ids)])
        elif what == "tamper":
            TAMPERED[number % len(TAMPERED)](found)
        else:
            with found.writing():
                if what == "store":
                    found.store(disclosure, file)
                elif what == "remove" and ids:
                    found.remove(ids[number % len(ids)])
                elif what == "killed":
                    found.store(disclosure, file)
                    killed_at(found, number)
    with found.writing():
        found.commit()
    assert found.committed()
    assert contents(found.root) == anew(found, folder / "anew")


class _KilledError(BaseException):
    pass


def killed_at(found: Library, renames: int) -> None:
    """A commit that ends, as if it were killed, ahead of one of its renames."""
    left = renames % 9
    true = Path.replace

    def replace(path: Path, target: Path) -> Path:
        nonlocal left
        if left == 0:
            raise _KilledError
        left -= 1
        return true(path, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        try:
            found.commit()
        except _KilledError:
            assert not found.committed()


def test_of_many_documents_only_the_changed_one_is_read_again(
    tmp_path: Path, read: list[tuple[Path, Disclosure]], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = build(tmp_path / "library", [file for file, _ in read])
    seen: list[str] = []

    def watched(path: Path, wanted: str) -> object:
        seen.append(path.stem)
        return read_stored(path, wanted)

    monkeypatch.setattr(library, "read_stored", watched)
    one = found.ids()[1]
    decided(found, one)
    assert seen == [one]
    with found.writing():
        found.commit()
    assert seen == [one]


def test_a_file_looks_otherwise_once_it_was_written_or_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert look(path) == ""
    path.write_bytes(b"one")
    before = look(path)
    assert look(path) == before
    other = tmp_path / "b"
    other.write_bytes(b"two")
    other.replace(path)
    assert look(path) != before
