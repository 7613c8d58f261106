"""The disclosures to develop with, where they lie beside the repository: whole, boxed, and nothing wrong is verified."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from extract.batch import read_all
from extract.library import Library
from extract.replay import replay

SHARED = Path(__file__).parent.parent.parent / "shared"
DISCLOSURES = SHARED / "disclosures"

pytestmark = pytest.mark.skipif(
    not DISCLOSURES.is_dir(), reason="the disclosures to develop with are not beside the repository"
)


def _program(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, SHARED / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library of all disclosures there."""
    made = Library(tmp_path_factory.mktemp("library"))
    assert {result.status for result in read_all([DISCLOSURES], made)} == {"read"}
    return made


def test_every_figure_is_read_in_its_place_and_no_wrong_one_is_verified(library: Library) -> None:
    score = _program("score")
    for gold in sorted(DISCLOSURES.glob("*.gold.json")):
        result = score.score(library.root, gold, DISCLOSURES)
        name = result["document"]
        assert result["wrong_verified"] == [], name
        assert (result["recall"], result["precision"], result["box_wrong"]) == (1.0, 1.0, 0), name
        assert result["verified_share"] >= 0.93, name
        told, stated = map(int, result["narrative"].split("/"))
        assert told >= 0.98 * stated, name


def test_each_documents_own_mistakes_are_found_with_no_false_alarm(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    golds = [str(path) for path in sorted(DISCLOSURES.glob("*.gold.json"))]
    _program("score_findings").main([str(library.root), *golds])
    assert "ALL: found 17/17, other errors reported 0 in 4 documents" in capsys.readouterr().out


def test_the_library_replays_to_the_same_verdicts(library: Library) -> None:
    assert all(result.same for result in replay(library))
