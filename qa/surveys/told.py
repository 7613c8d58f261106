"""What documents say told in words and figures: each body with its amount, two held apart, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from qa.answer import WORST, AnswerOut, Citation, StatedFigure, Status, english_money, grouped, money, plain
from qa.surveys.each import Heard, Said

MOST = 24
"""Bodies that are listed by name."""
SHOWN = 5
"""Notes, and places of a ranking, that are told."""
OF_SEVERAL_SORTS = "预算与决算、单位与部门（含所属单位）口径不同，这里因为问到而合在一起"
"""What is said of a sum over documents of several levels or kinds."""
LEVELS = {"unit": "单位", "department": "部门（含所属单位）"}
KINDS = {"budget": "预算", "final": "决算"}


def answer(
    lines: list[str],
    figures: Sequence[StatedFigure],
    said: Sequence[Said],
    notes: Sequence[str],
    nothing: str = "这些文件里没有可以比较的数字。",
) -> AnswerOut:
    """An answer over many documents, proved by what `said` cites; not found, with `nothing`, where there are no lines."""
    if not lines:
        return AnswerOut(answer=nothing, status=Status.NOT_FOUND, confidence_note="；".join(notes))
    conflicts = [s.document.institute for s in said if s.verdict == "conflict"]
    told = list(notes)
    if conflicts:
        told.append(f"原文不平：{'、'.join(conflicts)}的数与其文件中别的数对不上，按印出的给出")
    told += [n for s in said for n in s.notes][:SHOWN]
    cited: list[Citation] = [c for s in said for c in s.cited]
    verdicts = {s.verdict for s in said}
    return AnswerOut(
        answer="\n".join(lines),
        figures=tuple(figures),
        citations=tuple(dict.fromkeys(cited)),
        status=Status.ANSWERED,
        verdict=next((v.value for v in WORST if v.value in verdicts), ""),
        confidence_note="；".join(dict.fromkeys(told)),
    )


def told_of(said: Said, *, mixed: bool = False) -> str:
    """A body, its year and its amount in words; `mixed`: with its level and kind."""
    d = said.document
    year = f" {d.year} 年" if d.year else ""
    how = f"：{said.figure.how}" if said.figure is not None and said.figure.how and len(said.figure.how) < 60 else ""
    page = f"（第 {said.page} 页）" if said.page else ""
    label = f"，{LEVELS.get(d.level, '')}{KINDS.get(d.kind, '')}" if mixed else ""
    return f"{d.institute}{year}：{said.name} {said.money}{how}{page}{label}"


def told_in_english(said: Said) -> str:
    """The same in English."""
    d = said.document
    if said.figure is None:
        return f"{d.institute} {d.year or ''}: {said.name} (blank, p. {said.page})"
    return f"{d.institute} {d.year or ''}: {said.name} {english_money(Decimal(said.figure.value), said.figure.unit)} (p. {said.page})"


def left_out(heard: Heard) -> list[str]:
    """Why documents are not in the answer, each reason with how many."""
    told = (
        (heard.absent, "份文件没有这一项"),
        ([s for s in heard.said if s.blank], "份文件该格为空白"),
        (heard.review, "份文件的数待复核，没有计入"),
        (heard.repeated, "份文件与另一份重复，没有计入"),
    )
    return [f"{len(found)} {words}" for found, words in told if found]


def plainly(value: Decimal) -> Decimal:
    """Without trailing zeros."""
    return Decimal(plain(value))


def unit_of(said: Said) -> str:
    """What an amount is in: 元 where it is money; empty where no number is printed."""
    if said.figure is None:
        return ""
    return "元" if said.figure.amount_yuan is not None else said.figure.unit


def gap_of(first: Said, second: Said) -> tuple[str, StatedFigure]:
    """The difference of two amounts, in words with its arithmetic, and as a figure without sign."""
    unit = unit_of(first)
    a, b = (plainly(s.amount or Decimal(0)) for s in (first, second))
    a, b = (a, b) if a >= b else (b, a)
    gap = plainly(a - b)
    how = f"{grouped(a)} − {grouped(b)} = {grouped(gap)}"
    told = money(gap, "个百分点" if unit == "%" else unit)
    figure = StatedFigure(value=plain(gap), unit=unit, amount_yuan=plain(gap) if unit == "元" else None, how=how)
    return f"{told}：{how}", figure


def in_order_of_size(said: Sequence[Said], *, lowest: bool) -> list[Said]:
    """By amount, the largest first; equals by id."""
    sign = 1 if lowest else -1
    return sorted(said, key=lambda s: (sign * (s.amount or Decimal(0)), s.document.id))
