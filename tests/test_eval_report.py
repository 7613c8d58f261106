"""The report stands alone: one file, nothing loaded, every text escaped; what it shows is what was measured."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from eval.answers import Answers, Asked
from eval.baseline import Regression, Set
from eval.html import Html, bar, tag
from eval.mutating import Mutated
from eval.mutations import Outcome
from eval.peers import PeerResult, PeerRun
from eval.reading import Result, Run
from eval.report import SHOWN, as_html, as_json, write
from eval.scores import HOW, READING, Miss, Score, shown
from eval.suite import GOLD, Suite

HOSTILE = "<script>alert(1)</script>\"'&"
SAMPLE = "marine_station_2026"


class Seen(HTMLParser):
    """The tags of a page and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"src", "href", "action", "data"}]
        assert not any(name.startswith("on") for name, _ in attrs)


@pytest.fixture(scope="module")
def suite() -> Suite:
    """Everything that can be in a report, with hostile words wherever words can be."""
    misses = [
        Miss(document=f"{SAMPLE}.pdf", how=how, kind="basic", row=HOSTILE, column=HOSTILE, value="1", page=17,
             box=(100, 100, 140, 112) if n else None, reason=HOSTILE)
        for how in HOW for n in range(SHOWN + 2)
    ]  # fmt: skip
    score = Score.model_validate(
        {"kinds": {"basic": {"gold": 9, "said": 9, "right": 8, "trusted": 8, "trusted_right": 7}}, "documents": 1}
    ).model_copy(update={"misses": tuple(misses)})
    result = Result(document=SAMPLE, score=score, pages=19, seconds=1.0)
    wrong = Asked(
        question={"q": HOSTILE, "type": "lookup", "doc": SAMPLE},
        status="answered",
        answer=HOSTILE,
        citations=((SAMPLE, 6, (10.0, 10.0, 60.0, 30.0)),),
        why=HOSTILE,
        exact=False,
        calls=2,
        tokens=30,
    )
    let_through = Outcome("digit_swap", SAMPLE, HOSTILE, True, True, True, False, HOSTILE)
    return Suite(
        name="s",
        made={"date": "2026-11-24", "gouji": HOSTILE},
        documents={SAMPLE: str(GOLD / f"{SAMPLE}.pdf")},
        runs=(
            Run(
                reader="llm",
                model=HOSTILE,
                results=(result, Result(document="b", score=Score(failed=1), error=HOSTILE)),
            ),
        ),
        answers=(Answers(asked=(wrong,)),),
        mutated=(Mutated(way="reader", outcomes=(let_through,), errors={SAMPLE: HOSTILE}),),
        peers=(
            PeerRun(peer="other", version="1", results=(PeerResult(document=SAMPLE, gold=9, right=4, pages=19),)),
            PeerRun(peer="absent", skipped=HOSTILE),
        ),
        seconds=1.5,
    )


REGRESSION = Regression(
    section="reading/llm", document=SAMPLE, metric="recall", title="召回", was="100.0%", now="88.9%"
)


def test_the_report_loads_nothing_runs_nothing_and_escapes_everything(suite: Suite) -> None:
    page = as_html(suite, [REGRESSION], Set(), HOSTILE)
    seen = Seen(page)
    assert "script" not in seen.tags
    assert "<script" not in page
    assert {link.split(",")[0] for link in seen.links} == {"data:image/png;base64"}
    assert not re.search(r"https?://|url\(|@import", page)
    assert page.count("&lt;script&gt;") > 20


def test_the_report_points_at_what_is_worse_and_at_every_miss(suite: Suite) -> None:
    page = as_html(suite, [REGRESSION], Set())
    assert REGRESSION.sentence in page
    assert "读不了：b: " in page
    for how, title in HOW.items():
        assert f"{title} {SHOWN + 2} 处" in page, how
    assert page.count("另有 2 处，见 report.json") == len(HOW)
    assert page.count('class="miss"') == SHOWN * len(HOW) + 1
    assert page.count("data:image/png;base64,") == SHOWN * len(HOW) + 1
    assert 'style="left:' in page


def test_the_json_says_everything(suite: Suite, tmp_path: Path) -> None:
    path = write(tmp_path / "new" / "folder", suite, [REGRESSION], Set(), "gouji eval")
    told = json.loads(path.with_name("report.json").read_text(encoding="utf-8"))
    assert told == json.loads(json.dumps(as_json(suite, [REGRESSION], "gouji eval")))
    (run,) = told["reading"]
    assert (run["figures"], run["metrics"]["false_accepts"], run["kinds"]["basic"]["right"]) == (9, 1, 8)
    assert len(run["documents"][0]["score"]["misses"]) == (SHOWN + 2) * len(HOW)
    assert told["answers"][0]["types"]["lookup"]["exact"] == 0
    assert told["mutations"][0]["totals"][0]["falsely_accepted"] == 1
    assert [p["recall"] for p in told["peers"]] == [pytest.approx(4 / 9), 0]
    assert told["regressions"][0]["metric"] == "recall"


def test_a_share_that_is_not_whole_never_reads_as_whole() -> None:
    recall = READING[0]
    assert [shown(recall, v) for v in (1.0, 0.99999, 0.5, None)] == ["100.0%", "99.999%", "50.0%", "–"]


def test_html_escapes_text_and_attributes_but_not_html() -> None:
    assert tag("p", "<b>", tag("i", 1), None, class_='"x"') == '<p class="&quot;x&quot;">&lt;b&gt;<i>1</i></p>'
    assert isinstance(tag("p"), Html)
    assert 'class="bar good"' in bar(0.0, "0", better="lower")
    assert 'class="bar part"' in bar(0.5, "50 %")
    assert 'class="none"' in bar(None, "–")
