"""The report of a run: report.html for a person, in one file without scripts, and report.json for programs.

`text` for the terminal is the command's. Misses are shown with the part of the page where they stand and the reason, the
first few of each way to go wrong; the rest are counted, and all of them are in report.json.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.answers import ANSWERING, WRONG, Answers, Asked
from eval.baseline import MUTATING, Regression, Set, sections
from eval.crops import crop
from eval.html import Child, Html, bar, count, dots, joined, page, table, tag
from eval.mutating import WAYS, Mutated
from eval.peers import PeerRun
from eval.reading import Run
from eval.scores import HOW, READING, Metric, Miss, Tally, share, shown
from eval.suite import Suite
from extract.library import write_atomic
from extract.model import Kind
from extract.specs import BY_KIND

SHOWN = 5
"""Misses of each way to go wrong that are shown."""

PATTERNS = {"printed": "原文被改（应报出）", "reader": "读数被改（不得放过）"}


def write(folder: Path, suite: Suite, regressions: Sequence[Regression], was: Set, command: str = "") -> Path:
    """Write report.html and report.json into a folder; the path of the former."""
    folder.mkdir(parents=True, exist_ok=True)
    told = json.dumps(as_json(suite, regressions, command), ensure_ascii=False, indent=1)
    write_atomic(folder / "report.json", (told + "\n").encode())
    path = folder / "report.html"
    write_atomic(path, as_html(suite, regressions, was, command).encode())
    return path


def as_json(suite: Suite, regressions: Sequence[Regression], command: str = "") -> dict[str, Any]:
    """Everything, for programs: the metrics of each run, document and table kind, every miss and every answer."""
    return {
        "name": suite.name,
        "made": suite.made,
        "command": command,
        "seconds": suite.seconds,
        "regressions": [r.model_dump() for r in regressions],
        "sections": sections(suite),
        "reading": [_run_json(run) for run in suite.runs],
        "answers": [_answers_json(answers) for answers in suite.answers],
        "mutations": [_mutated_json(mutated) for mutated in suite.mutated],
        "peers": [p.model_dump() | {"recall": p.recall, "seconds_a_page": p.seconds_a_page} for p in suite.peers],
    }


def _run_json(run: Run) -> dict[str, Any]:
    results = [r.model_dump(mode="json") | {"metrics": r.score.metrics(), "figures": r.score.gold} for r in run.results]
    total = {"metrics": run.score.metrics(), "figures": run.score.gold, "seconds": run.seconds}
    kinds = {kind: tally.model_dump() for kind, tally in run.score.kinds.items()}
    usage = {n: getattr(run.usage, n) for n in ("calls", "cached", "failed", "prompt_tokens", "output_tokens", "cost")}
    return {"reader": run.reader, "model": run.model, **total, "kinds": kinds, "usage": usage, "documents": results}


def _answers_json(answers: Answers) -> dict[str, Any]:
    types = {t: {"asked": len(own.asked), **own.metrics()} for t, own in answers.by_type().items()}
    asked = [a.model_dump(mode="json") | {"right": a.right} for a in answers.asked]
    return {"model": answers.model, "metrics": answers.metrics(), "types": types, "questions": asked}


def _mutated_json(mutated: Mutated) -> dict[str, Any]:
    told = mutated.model_dump(mode="json")
    totals = [{n: getattr(t, n) for n in (*t.__slots__, "detectable")} for t in mutated.totals()]
    return {"way": mutated.way, "totals": totals, "outcomes": told["outcomes"], "errors": mutated.errors}


# --- HTML -------------------------------------------------------------------------------------------------------------


def as_html(suite: Suite, regressions: Sequence[Regression], was: Set, command: str = "") -> str:
    """The report as one HTML file."""
    versions = "，".join(f"{name} {value}" for name, value in suite.made.items() if name != "date")
    made = f"{suite.made.get('date', '')}；{versions}；{len(suite.documents)} 份文件，{suite.seconds:g} 秒"
    return page(
        f"gouji eval：{suite.name}",
        tag("h1", f"gouji 评测报告：{suite.name}"),
        tag("p", made, class_="made"),
        tag("p", tag("code", command)) if command else None,
        _state(suite, regressions, was),
        *_reading(suite.runs),
        *_answers(suite.answers),
        *_mutations(suite.mutated),
        *_peers(suite.peers, suite.runs),
        *_misses(suite),
        *_definitions(),
    )


def _state(suite: Suite, regressions: Sequence[Regression], was: Set) -> Html:
    if regressions or suite.failed:
        items = [tag("li", r.sentence) for r in regressions] + [tag("li", f"读不了：{f}") for f in suite.failed]
        return tag("div", tag("b", f"退步或不合要求 {len(items)} 处"), tag("ul", *items), class_="state red")
    compared = f"与 {was.made.get('date', '')} 的基线相比，没有退步。" if was.sections else "没有可比的基线。"
    return tag("div", f"误核实 0。{compared}", class_="state green")


def _metric_cell(metric: Metric, value: float | None) -> Html:
    text = shown(metric, value)
    if metric.share:
        return bar(value, text, better=metric.better)
    return count(value, text, zero=metric.better == "lower")


def _cells(metrics: Sequence[Metric], values: Mapping[str, float | None]) -> list[Child]:
    return [_metric_cell(metric, values[metric.name]) for metric in metrics]


def _reading(runs: Sequence[Run]) -> Iterator[Child]:
    if not runs:
        return
    yield tag("h2", "读取")
    head = ["读法", "应读", *(m.title for m in READING), "秒", "问/省", "请求", "token 入/出", "费用"]
    yield table(head, ([run.name, run.score.gold, *_cells(READING, run.score.metrics()), *_cost(run)] for run in runs))
    for run in runs:
        yield tag("h3", f"{run.name}：各份文件")
        yield dots(
            [
                (r.document, (share(r.score.right, r.score.gold), share(r.score.trusted_right, r.score.gold)))
                for r in run.results
            ],
            ("召回", "已核实"),
        )
        yield table(
            ["文件", "应读", *(m.title for m in READING), "毫秒/页"],
            (
                [
                    r.document,
                    r.score.gold,
                    *_cells(READING, r.score.metrics()),
                    f"{1000 * r.seconds / r.pages:.0f}" if r.pages else "–",
                ]
                for r in run.results
            ),
        )
        yield tag("h3", f"{run.name}：各种表")
        yield table(
            ["表", "应读", "读对", "召回", "精确", "已核实", "误核实"],
            (_kind_row(kind, tally) for kind, tally in run.score.kinds.items()),
        )


def _cost(run: Run) -> list[Child]:
    use = run.usage
    asked, avoided = sum(r.asked for r in run.results), sum(r.avoided for r in run.results)
    tokens = f"{use.prompt_tokens:,}/{use.output_tokens:,}"
    return [f"{run.seconds:.1f}", f"{asked}/{avoided}", use.calls, tokens, f"{use.cost:.4f}"]


def _kind_row(kind: str, tally: Tally) -> list[Child]:
    recall, precision = share(tally.right, tally.gold), share(tally.right, tally.said)
    coverage, wrong = share(tally.trusted_right, tally.gold), tally.trusted - tally.trusted_right
    shares = [bar(v, "–" if v is None else f"{v:.1%}") for v in (recall, precision, coverage)]
    return [f"{_kind_name(kind)} {kind}", tally.gold, tally.right, *shares, count(wrong, str(wrong), zero=True)]


def _kind_name(kind: str) -> str:
    try:
        return BY_KIND[Kind(kind)].name
    except (KeyError, ValueError):
        return ""


def _answers(answers: Sequence[Answers]) -> Iterator[Child]:
    for one in answers:
        yield tag("h2", f"提问（{one.model or '只用规则'}）")
        rows = [[kind, len(own.asked), *_cells(ANSWERING, own.metrics())] for kind, own in one.by_type().items()]
        rows.append([tag("b", "合计"), len(one.asked), *_cells(ANSWERING, one.metrics())])
        yield table(["问题", "共", *(m.title for m in ANSWERING)], rows)
        calls, tokens = sum(a.calls for a in one.asked), sum(a.tokens for a in one.asked)
        if calls:
            yield tag("p", f"请求 {calls} 次，token {tokens:,}，费用 {sum(a.cost for a in one.asked):.4f}")


def _mutations(mutated: Sequence[Mutated]) -> Iterator[Child]:
    for one in mutated:
        yield tag("h2", f"改错：{PATTERNS[one.way]}")
        rows: list[list[Child]] = []
        for t in one.totals():
            found, placed = share(t.detected, t.detectable), share(t.localised, t.detectable)
            told = (f"{t.detected}/{t.detectable}", f"{t.localised}/{t.detectable}")
            wrong = count(t.falsely_accepted, str(t.falsely_accepted), zero=True)
            rows.append([t.mutation, t.made, t.undetectable, bar(found, told[0]), bar(placed, told[1]), wrong])
        yield table(["改动", "次数", "无从核对", *(m.title for m in MUTATING)], rows)
        for name, error in one.errors.items():
            yield tag("p", f"{name}：{error}", class_="bad")


def _peers(peers: Sequence[PeerRun], runs: Sequence[Run]) -> Iterator[Child]:
    if not peers:
        return
    yield tag("h2", "同类程序")
    yield tag(
        "p",
        "同样的文件。同类程序不说各列是什么，所以只看：应读的数在它的哪一行里，与科目编码或名称同在；列不问。它们没有结论，也就没有误核实。",
        class_="made",
    )
    rows: list[list[Child]] = []
    for run in runs:
        pages = sum(r.pages for r in run.results) or 1
        recall = share(run.score.right, run.score.gold)
        rows.append(
            [f"gouji {run.name}（列也要对）", "", bar(recall, f"{recall or 0:.1%}"), f"{run.seconds / pages:.3f}", ""]
        )
    for peer in peers:
        failed = "；".join(f"{r.document}：{r.error}" for r in peer.results if r.error)
        value = None if peer.skipped else peer.recall
        told = "–" if value is None else f"{value:.1%}"
        pace = f"{peer.seconds_a_page:.3f}" if peer.results else "–"
        rows.append([peer.peer, peer.version, bar(value, told), pace, peer.skipped or failed])
    yield table(["程序", "版本", "数在其行", "秒/页", ""], rows)


def _misses(suite: Suite) -> Iterator[Child]:
    wrong = [(f"{WAYS[m.way]} {o.mutation}", o) for m in suite.mutated for o in m.misses]
    asked = [(answers, a) for answers in suite.answers for a in answers.asked if a.why]
    if not (any(True for _ in suite.misses) or wrong or asked):
        return
    yield tag("h2", "逐处看")
    for run in suite.runs:
        misses = [m for result in run.results for m in result.score.misses]
        for how, title in HOW.items():
            own = [m for m in misses if m.how == how]
            if own:
                yield tag("h3", f"{run.name}：{title} {len(own)} 处")
                yield from (_miss(suite, m) for m in own[:SHOWN])
                yield from _rest(len(own))
    for how, title in WRONG.items():
        own_asked = [(answers, a) for answers, a in asked if a.how == how]
        if own_asked:
            yield tag("h3", f"提问：{title} {len(own_asked)} 问")
            yield from (_wrong_answer(suite, answers, a) for answers, a in own_asked[:SHOWN])
            yield from _rest(len(own_asked))
    if wrong:
        yield tag("h3", f"改错未如所愿 {len(wrong)} 处")
        told = [
            [
                name,
                o.document,
                tag("span", "放过", class_="bad") if o.falsely_accepted else "未报" if not o.detected else "未指对",
                o.where,
                o.reason,
            ]
            for name, o in wrong[: 4 * SHOWN]
        ]
        yield table(["改动", "文件", "", "何处", "缘由"], told)
        yield from _rest(len(wrong), 4 * SHOWN)


def _rest(n: int, most: int = SHOWN) -> Iterator[Child]:
    if n > most:
        yield tag("p", f"另有 {n - most} 处，见 report.json", class_="made")


def _miss(suite: Suite, miss: Miss) -> Html:
    place = f"{miss.document} 第 {miss.page} 页" if miss.page else miss.document
    what = " ".join(filter(None, (_kind_name(miss.kind), miss.row, miss.column)))
    return _entry(
        crop(suite.documents, miss.document, miss.page, miss.box),
        [tag("b", f"{what} {miss.value}".strip()), place, miss.reason],
    )


def _wrong_answer(suite: Suite, answers: Answers, asked: Asked) -> Html:
    stem, at, box = asked.citations[0] if asked.citations else ("", 0, None)
    doc = asked.question.get("doc")
    about = "全库" if doc is None else doc if isinstance(doc, str) else "、".join(doc)
    cited = f"引 {stem} 第 {at} 页" if at else "没有引证"
    lines = [tag("b", asked.question["q"]), f"{asked.type}；{about}；{answers.model or '只用规则'}；{cited}", asked.why]
    return _entry(crop(suite.documents, stem, at, box), lines)


def _entry(picture: Html | None, lines: Sequence[Child]) -> Html:
    shown_ = picture if picture is not None else tag("small", "（没有图）")
    return tag("div", tag("div", shown_), tag("div", *(tag("p", line) for line in lines)), class_="miss")


def _definitions() -> Iterator[Child]:
    yield tag("h2", "各项指标")
    entries = joined(
        joined((tag("dt", f"{m.title} {m.name}"), tag("dd", m.means))) for m in (*READING, *ANSWERING, *MUTATING)
    )
    yield tag("dl", entries)
    yield tag("p", "定义与出处：eval/metrics.py，eval/answers.py，eval/mutations.py。", class_="made")
