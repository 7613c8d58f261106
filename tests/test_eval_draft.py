"""Gold drafted from a library: the same figures as the gold of a sample, the unsure marked, read back as it is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from eval.draft import draft
from eval.figures import gold_facts, gold_figures, nulls, violations
from eval.metrics import score
from eval.reading import gold_documents
from eval.suite import GOLD
from extract import extract
from extract.errors import UsageError
from tests.libraries import SAMPLES, build

NAMES = [path.stem for path in SAMPLES]


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Drafts of all samples."""
    library = build(tmp_path_factory.mktemp("library"), SAMPLES)
    out = tmp_path_factory.mktemp("drafts") / "new"
    for name in NAMES:
        draft(library, name, out)
    return out


def gold(folder: Path, name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder / f"{name}.gold.json").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_of_a_sample_has_the_figures_of_its_gold(drafted: Path, name: str) -> None:
    made, wanted = gold(drafted, name), gold(GOLD, name)
    assert gold_figures(made) == gold_figures(wanted)
    assert nulls(wanted) - nulls(made) == {}
    assert gold_facts(wanted) - gold_facts(made) == {}
    assert len(violations(made)) in range(5, 8) if violations(wanted) else violations(made) == []
    for part in ("file", "year", "kind", "level", "unit", "pages"):
        assert made["meta"][part] == wanted["meta"][part], part


def test_a_draft_is_measured_as_it_is(drafted: Path) -> None:
    for document in gold_documents(drafted):
        result = score(extract(document.pdf, reader="layout"), document.gold, None, document.pdf)
        assert (result.recall, result.precision, result.false_accepts, result.misses) == (1, 1, 0, ()), document.name


def test_what_is_unsure_is_marked_with_page_and_reason(drafted: Path) -> None:
    unsure = gold(drafted, "genome_institute_2025")["unsure"]
    assert {"没有勾稽可以证实", "原文不平，或读错"} <= {item["why"] for item in unsure}
    assert all(item["page"] for item in unsure)
    assert any(item.get("value") == "74.73" for item in unsure)
    assert any("写进 violations" in item["why"] for item in unsure)


def test_a_draft_never_overwrites_gold(tmp_path: Path) -> None:
    library = build(tmp_path / "library", SAMPLES[:1])
    shutil.copyfile(GOLD / f"{NAMES[0]}.gold.json", tmp_path / f"{NAMES[0]}.gold.json")
    with pytest.raises(FileExistsError):
        draft(library, NAMES[0], tmp_path)
    with pytest.raises(UsageError):
        draft(library, "nowhere", tmp_path)
