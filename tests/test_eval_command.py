"""`gouji eval` as a command: exit statuses, what goes to stdout, the report, the baseline beside one's own gold, drafts."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import cli
from eval.suite import GOLD
from tests.libraries import SAMPLES, build

SAMPLE = "marine_station_2026"


class Ran(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def gouji(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    """Runs `gouji` with some arguments, in an empty folder."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["gouji", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capsys.readouterr()
        return Ran(int(ended.value.code or 0), told.out, told.err)

    return run


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with a gold document of one's own."""
    folder = tmp_path / "own"
    folder.mkdir()
    for suffix in (".pdf", ".gold.json"):
        shutil.copyfile(GOLD / f"{SAMPLE}{suffix}", folder / f"{SAMPLE}{suffix}")
    return folder


def test_own_documents_are_measured_against_their_own_baseline(gouji: Command, own: Path, tmp_path: Path) -> None:
    plain = ("eval", "--gold", own, "--mutations", 0, "--report", tmp_path / "report")
    ran = gouji(*plain, "--baseline")
    assert (ran.status, "381" in ran.out) == (0, True)
    assert (own / "baseline.json").is_file()
    gold = own / f"{SAMPLE}.gold.json"
    told = json.loads(gold.read_text(encoding="utf-8"))
    told["tables"][0]["rows"][0]["values"][0] = "56731348"
    gold.write_text(json.dumps(told), encoding="utf-8")
    ran = gouji(*plain, "--json")
    assert ran.status == 4
    said = re.sub(r"\s+", "", ran.err)
    assert f"reading/layout{SAMPLE}：召回（recall）原为100.0%，现为99.7%" in said
    assert "误核实（false_accepts）原为0，现为1" in said
    report = json.loads(ran.out)
    assert report["reading"][0]["metrics"]["false_accepts"] == 1
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert "56731348" in page
    assert "data:image/png;base64," in page


def test_one_where_a_document_cannot_be_read(gouji: Command, own: Path) -> None:
    (own / f"{SAMPLE}.pdf").write_bytes(b"")
    ran = gouji("eval", "--gold", own, "--mutations", 0)
    assert ran.status == 1
    assert "读不了" in ran.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--gold", "."], "没有 *.gold.json"),
        (["--reader", "llm"], "没有配置模型"),
        (["--model", "x"], "没有配置模型"),
        (["--make-corpus", "1"], "a folder is needed"),
        (["--draft", "x", "--library", "nowhere", "-o", "d"], "不是资料库"),
    ],
)
def test_two_where_the_command_makes_no_sense(arguments: list[str], told: str, gouji: Command) -> None:
    ran = gouji("eval", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert told in re.sub(r"[│╭╮╰╯─\s]+", " ", ran.err)


def test_a_draft_and_a_corpus_are_written_to_a_folder_and_measured(gouji: Command, tmp_path: Path) -> None:
    build(tmp_path / "library", [p for p in SAMPLES if p.stem == SAMPLE])
    ran = gouji("eval", "--draft", SAMPLE, "--library", tmp_path / "library", "-o", tmp_path / "gold")
    assert (ran.status, ran.out) == (0, "")
    assert "没有把握" in ran.err
    again = gouji("eval", "--draft", SAMPLE, "--library", tmp_path / "library", "-o", tmp_path / "gold")
    assert (again.status, "不覆盖" in again.err) == (2, True)
    assert gouji("eval", "--make-corpus", 1, "--seed", 3, "-o", tmp_path / "gold").status == 0
    ran = gouji("eval", "--gold", tmp_path / "gold", "--mutations", 0, "--json", "--jobs", 1)
    assert ran.status == 0
    assert len(json.loads(ran.out)["reading"][0]["documents"]) == 2
