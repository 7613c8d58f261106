"""Asking gold questions, and judging the answers (the metrics are defined in `eval.answers`).

A question is an object on a line of JSON: `q`; `doc` a file's stem (or several, or null: the whole library); `type`;
`answer` the amount wanted, for a look-up as the answer's main figure; `all_of` amounts that must all be among its figures;
`pages` where the proof stands, a list or one for each document; `polarity` yes or no; `history` the questions before. Each
amount may be a list of ways to say it, and `unit` is the unit of those that have none. An amount is right where it is
exactly that in 元, or in its own unit where it is no money; one that was computed may have more decimals than wanted.
Words (持平) must stand in the answer. `type` unanswerable wants `not_found` or `refused`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from eval.answers import MISSING, Asked
from extract.errors import UsageError
from extract.text import to_yuan
from qa.answer import AnswerOut, StatedFigure
from qa.ask import Asker

_AMOUNT = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)\s*(\D*)")
_NO = re.compile(r"没有|^不|^无|^否|未|无\b|\bno\b|\bnot\b|为\s*0", re.IGNORECASE)
_FIRST = {"lookup", "alias", "paraphrase", "three-public", "follow_up", "english"}
_DEEP = 5

Question = dict[str, Any]


def load_questions(path: Path) -> list[Question]:
    """The questions of a file, one a line. Raises UsageError where a line is none."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            question = json.loads(line)
            found.append({**question, "q": str(question["q"]), "type": str(question["type"])})
        except (ValueError, KeyError, TypeError):
            raise UsageError(f'{path.name} 第 {number} 行不是问题：应为 {{"q": …, "type": …, "doc": …}}') from None
    return found


def ask_one(asker: Asker, question: Question, *, search: bool = False) -> Asked:
    """Ask one question and judge the answer; `search`: see what the text index finds for it as well."""
    document = question.get("doc") if isinstance(question.get("doc"), str) else None
    try:
        answer = asker.ask(question["q"], document, question.get("history") or ())
    except Exception as error:  # noqa: BLE001 - an answerer that breaks is what the suite is there to show
        return Asked(question=question, status="failed", why=f"答不了：{type(error).__name__} {error}")
    exact = _exact(question, answer)
    answered = answer.status.value not in MISSING and question["type"] != "unanswerable"
    pages = _pages(question)
    on_page = [c.page in pages[_stem(c.file)] for c in answer.citations if _stem(c.file) in pages] if answered else []
    stray = sum(_stem(c.file) not in pages for c in answer.citations) if answered and pages else 0
    return Asked(
        question=question,
        status=answer.status.value,
        answer=answer.answer,
        figures=tuple(f"{f.value}{f.unit}" for f in answer.figures),
        citations=tuple((_stem(c.file), c.page, c.box) for c in answer.citations),
        why=judged(question, answer),
        exact=exact,
        cited=len(on_page) + stray,
        cited_right=sum(on_page),
        proofs=len(pages) if answered else 0,
        proved=len(_proved(pages, answer)) if answered else 0,
        found=_found(asker, question, pages) if search else None,
        seconds=answer.elapsed_ms / 1000,
        calls=answer.usage.calls,
        tokens=answer.usage.prompt_tokens + answer.usage.output_tokens,
        cost=answer.usage.cost,
    )


def ask_all(
    asker: Asker, questions: Sequence[Question], *, search: bool = False, told: Callable[[int], None] | None = None
) -> Iterator[Asked]:
    """Ask every question in turn; `told` gets how many are done."""
    for number, question in enumerate(questions, 1):
        yield ask_one(asker, question, search=search)
        if told is not None:
            told(number)


def judged(question: Question, answer: AnswerOut) -> str:
    """What is wrong with an answer, in words; empty where nothing is."""
    said, status = f"“{answer.answer[:80]}”", answer.status.value
    if question["type"] == "unanswerable":
        return "" if status in MISSING else f"文件没有答案，却答了：{said}"
    if status in MISSING:
        return f"有答案而未答（{status}）：{said}"
    if lacking := _lacking(question, answer):
        return lacking
    if (polarity := question.get("polarity")) and says_no(answer) != (polarity == "no"):
        return f"应答{'否' if polarity == 'no' else '是'}：{said}"
    pages = _pages(question)
    if len(_proved(pages, answer)) < len(pages):
        return f"应引 {_places(pages)}，引了 {[(_stem(c.file), c.page) for c in answer.citations]}"
    return ""


def says_no(answer: AnswerOut) -> bool:
    """Whether the first clause of an answer denies."""
    return _NO.search(re.split(r"[，。；,;]", answer.answer)[0]) is not None


def _exact(question: Question, answer: AnswerOut) -> bool | None:
    if question["type"] == "unanswerable" or not _wanted(question)[0]:
        return None
    return answer.status.value not in MISSING and not _lacking(question, answer)


def _wanted(question: Question) -> tuple[list[list[str]], bool]:
    """The amounts wanted, each in all ways to say it, and whether the only one must be the main figure."""
    groups = [[g] if isinstance(g, str) else list(g) for g in question.get("all_of") or ()]
    first = not groups and bool(question.get("answer"))
    if answer := question.get("answer"):
        groups = groups or [[answer] if isinstance(answer, str) else list(answer)]
    loose = isinstance(question.get("answer"), list) and question["type"] not in _FIRST
    return groups, first and not loose


def _lacking(question: Question, answer: AnswerOut) -> str:
    groups, first = _wanted(question)
    unit = question.get("unit") or ""
    pool = answer.figures[:1] if first else answer.figures
    for group in groups:
        if not any(_holds(wanted, unit, pool, answer.answer) for wanted in group):
            has = "、".join(f"{f.value}{f.unit}" for f in answer.figures[:4]) or "没有数额"
            return f"应为 {' 或 '.join(group)}{'（主要数额）' if first else ''}，答的是 {has}"
    return ""


def _holds(wanted: str, unit: str, figures: Sequence[StatedFigure], words: str) -> bool:
    match = _AMOUNT.fullmatch(wanted.strip())
    if match is None:
        return re.sub(r"\s", "", wanted) in re.sub(r"\s", "", words)
    value, own = Decimal(match[1].replace(",", "")), match[2].strip() or unit
    return any(_same(value, own, figure) for figure in figures)


def _same(value: Decimal, unit: str, figure: StatedFigure) -> bool:
    yuan = to_yuan(value, unit)
    if yuan is not None and figure.amount_yuan is not None:
        wanted, has, step = abs(yuan), abs(Decimal(figure.amount_yuan)), to_yuan(_last_place(value), unit)
    elif yuan is None and figure.unit == unit:
        wanted, has, step = abs(value), abs(Decimal(figure.value)), _last_place(value)
    else:
        return False
    if wanted == has:
        return True
    return bool(figure.how) and step is not None and (has / step).quantize(Decimal(1), ROUND_HALF_UP) * step == wanted


def _last_place(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _stem(file: str) -> str:
    return Path(file).stem


def _pages(question: Question) -> dict[str, list[int]]:
    """The right pages of each document that must be proved from."""
    pages, doc = question.get("pages") or {}, question.get("doc")
    if isinstance(pages, dict):
        return {_stem(name): list(own) for name, own in pages.items() if own}
    stem = doc[0] if isinstance(doc, list) and doc else doc
    return {_stem(stem): list(pages)} if isinstance(stem, str) and pages else {}


def _proved(pages: dict[str, list[int]], answer: AnswerOut) -> list[str]:
    cited = {(_stem(c.file), c.page) for c in answer.citations}
    return [stem for stem, own in pages.items() if any((stem, page) in cited for page in own)]


def _places(pages: dict[str, list[int]]) -> str:
    return "、".join(f"{stem} 第 {'/'.join(map(str, own))} 页" for stem, own in pages.items())


def _found(asker: Asker, question: Question, pages: dict[str, list[int]]) -> bool | None:
    if len(pages) != 1:
        return None
    ((stem, own),) = pages.items()
    try:
        hits = asker.retriever.search(question["q"], _DEEP, [asker.library.find(stem)])
    except Exception:  # noqa: BLE001 - an index that breaks finds nothing
        return False
    return any(hit.chunk.page in own for hit in hits)
