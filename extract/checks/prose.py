"""Identities between the notes and the tables, and within the notes (CHECKS 17 to 19, 26)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extract.checks.base import Book, Class, Outcome, Result, Term, allowed, equal, fact_term, in_unit, not_checkable
from extract.checks.lookup import candidates, phrase
from extract.checks.wording import Stated, latest, stated
from extract.model import Kind
from extract.text import key


def stated_in_tables(book: Book) -> Iterator[Result]:
    """Each amount in a note = its cell, rounded (or cut off) as the note prints it."""
    for order, fact in book.facts():
        if (
            fact.amount_yuan is None
            or fact.relation not in {"amount", "budgeted"}
            or (fact.relation == "budgeted" and not book.final)
        ):
            continue
        if fact.relation == "amount" and fact.year is not None and fact.year != book.disclosure.meta.year:
            continue
        cells = candidates(book, fact)
        if not cells:
            continue
        mine = fact_term(fact, order)
        results = [_compared(mine, cell) for cell in cells]
        good = next((r for r in results if r.outcome in {Outcome.HOLDS, Outcome.ROUNDING}), None)
        if good is not None:
            yield good
        elif len(results) == 1:
            yield results[0]
        else:
            yield Result("note_amount", Class.H, Outcome.NOT_CHECKABLE, (mine,), table=Kind.NARRATIVE, covers=False)


def _compared(mine: Term, cell: Term) -> Result:
    difference = mine.value - cell.value
    coarser = mine.quantum > cell.quantum
    slack = mine.quantum if coarser else allowed((mine, cell))
    if cell.doubtful or mine.doubtful:
        outcome = Outcome.NOT_CHECKABLE
    elif abs(difference) <= (mine.quantum / 2 if coarser else 0):
        outcome = Outcome.HOLDS
    else:
        outcome = Outcome.ROUNDING if abs(difference) <= slack else Outcome.BROKEN
    return Result(
        "note_amount",
        Class.H,
        outcome,
        (mine,),
        (cell,),
        difference,
        f"说明中的“{mine.label}”应与表中{cell.label}一致",
        Kind.NARRATIVE,
        outcome is not Outcome.NOT_CHECKABLE,
        mine.page,
        mine.box,
        in_unit(cell.value, mine.unit, (mine, cell)),
        mine.printed,
    )


def shares(book: Book) -> Iterator[Result]:
    """Each share = the quotient of its part and its whole, rounded as printed."""
    for paragraph in stated(book):
        by_order = {s.order: s for s in paragraph}
        for s in paragraph:
            if s.fact.relation != "share" or s.fact.unit != "%":
                continue
            part = latest(paragraph, s, "amount")
            if part is None:
                continue
            whole = _named_whole(book, paragraph, s) or (by_order.get(part.whole) if part.whole is not None else None)
            whole_term = whole.term if isinstance(whole, Stated) else whole
            guessed = whole_term is None
            if whole_term is None:
                whole_term = _unshared(paragraph, part)
            if whole_term is None or (guessed and not _fits_others(paragraph, s, whole_term)):
                yield Result(
                    "note_share", Class.H, Outcome.NOT_CHECKABLE, (s.term,), table=Kind.NARRATIVE, covers=False
                )
                continue
            if result := quotient("note_share", s.term, part.term, whole_term, f"说明中“{s.fact.item}”的占比应为"):
                yield result


def share_sums(book: Book) -> Iterator[Result]:
    """Shares of all the parts that make up a whole add to 100 %, within the rounding of each."""
    for paragraph in stated(book):
        for whole in paragraph:
            parts = [s for s in paragraph if s.whole == whole.order]
            told = {s.fact.item: s for s in paragraph if s.fact.relation == "share" and s.fact.unit == "%"}
            given = [told[p.fact.item] for p in parts if p.fact.item in told]
            complete = sum((p.term.value for p in parts), Decimal(0)) == whole.term.value
            if len(parts) < 2 or len(given) != len(parts) or not complete:
                continue
            if any(s.term.doubtful for s in (*parts, *given, whole)):
                yield not_checkable("note_share_sum", [s.term for s in given], (), Kind.NARRATIVE, Class.C)
                continue
            total = sum((s.term.value for s in given), Decimal(0))
            slack = sum((s.term.quantum for s in given), Decimal(0)) / 2
            outcome = Outcome.HOLDS if abs(total - 100) <= slack else Outcome.BROKEN
            message = f"“{whole.fact.item}”各部分的占比之和应为 100%"
            terms = tuple(s.term for s in given)
            yield Result(
                "note_share_sum", Class.C, outcome, terms, (), total - 100, message, Kind.NARRATIVE, False,
                given[0].fact.page, given[0].fact.box, "100%", f"{total}%",
            )  # fmt: skip


def _unshared(paragraph: list[Stated], part: Stated) -> Term | None:
    """The last amount before a part that is given no share itself: in a list of shares, what they are shares of."""
    shared = {s.fact.item for s in paragraph if s.fact.relation == "share"}
    found = [
        o
        for o in paragraph
        if o.order < part.order
        and o.fact.relation == "amount"
        and o.fact.amount_yuan is not None
        and o.fact.item not in shared
        and o.term.value >= part.term.value
    ]
    return found[-1].term if found else None


def _fits_others(paragraph: list[Stated], s: Stated, whole: Term) -> bool:
    """Whether at least one other share of the paragraph fits the whole: wording alone did not name it."""
    for other in paragraph:
        if other.fact.relation != "share" or other.order == s.order:
            continue
        part = latest(paragraph, other, "amount")
        result = quotient("note_share", other.term, part.term, whole, "") if part is not None else None
        if result is not None and result.outcome is Outcome.HOLDS:
            return True
    return False


def _named_whole(book: Book, paragraph: list[Stated], s: Stated) -> Stated | Term | None:
    name = re.search(r"占(.*)比$", s.fact.name)
    if name is None or not name.group(1):
        return None
    wanted = phrase(name.group(1))
    same = [
        o
        for o in paragraph
        if o.order < s.order and o.fact.relation == "amount" and phrase(o.fact.item).endswith(wanted)
    ]
    if same:
        return same[-1]
    found = candidates(book, s.fact.model_copy(update={"item": wanted, "relation": "amount"}))
    return found[0] if len(found) == 1 else None


def quotient(check: str, share: Term, part: Term, whole: Term, message: str) -> Result | None:
    """share % = part ÷ whole; None where the whole is zero."""
    if whole.value == 0:
        return None
    if any(t.doubtful for t in (share, part, whole)):
        return Result(
            check, Class.H, Outcome.NOT_CHECKABLE, (share,), (part, whole), table=Kind.NARRATIVE, covers=False
        )
    exact = part.value / whole.value * 100
    slack = share.quantum / 2 + (part.quantum / 2 + whole.quantum / 2 * abs(exact) / 100) / abs(whole.value) * 100
    off = share.value - exact
    outcome = (
        Outcome.HOLDS
        if abs(off) <= slack
        else Outcome.ROUNDING
        if abs(off) <= share.quantum * Decimal("1.5")
        else Outcome.BROKEN
    )
    decimals = max(0, -int(share.quantum.adjusted()))
    shown = f"{exact:.{decimals}f}%"
    return Result(
        check, Class.H, outcome, (share,), (part, whole), off, f"{message} {shown}（{part.printed} ÷ {whole.printed}）", Kind.NARRATIVE, True, share.page, share.box, shown, f"{share.printed}%"
    )  # fmt: skip


def changes(book: Book) -> Iterator[Result]:
    """增减幅度 = 增减额 ÷ last year's; 增减额 = this − last; the direction fits; zero cannot have grown."""
    for paragraph in stated(book):
        for s in paragraph:
            if s.fact.relation not in {"increase", "decrease"}:
                continue
            this = latest(paragraph, s, "amount")
            if this is None:
                continue
            prior = latest(paragraph, s, "prior")
            if s.fact.unit == "%":
                yield from _change_percent(paragraph, s, this, prior)
            elif s.fact.amount_yuan is not None:
                yield from _change_amount(s, this, prior)


def _signed(s: Stated) -> int:
    return -1 if s.fact.relation == "decrease" else 1


def _change_amount(s: Stated, this: Stated, prior: Stated | None) -> Iterator[Result]:
    if this.term.value == 0 and s.fact.relation == "increase" and s.term.value > 0:
        message = f"“{s.fact.item}”为 0，不可能比上年增加 {s.term.printed}{s.fact.unit}"
        yield Result(
            "note_change",
            Class.H,
            Outcome.BROKEN,
            (s.term,),
            (this.term,),
            s.term.value,
            message,
            Kind.NARRATIVE,
            False,
            s.fact.page,
            s.fact.box,
            "0",
            s.term.printed,
        )
    if prior is not None:
        change = Term(
            s.term.value * _signed(s),
            s.term.quantum,
            s.term.ref,
            s.term.label,
            s.term.page,
            s.term.box,
            s.term.unit,
            s.term.doubtful,
        )
        minus = Term(
            prior.term.value,
            prior.term.quantum,
            prior.term.ref,
            prior.term.label,
            prior.term.page,
            prior.term.box,
            prior.term.unit,
            prior.term.doubtful,
            -1,
        )
        message = f"“{s.fact.item}”的增减额应等于本年减上年"
        if result := equal("note_change", Class.H, change, [this.term, minus], message, Kind.NARRATIVE):
            yield result


def _change_percent(paragraph: list[Stated], s: Stated, this: Stated, prior: Stated | None) -> Iterator[Result]:
    delta = latest(paragraph, s, "increase", "decrease", after=this.order)
    if prior is not None and prior.order > this.order - 3:
        if prior.term.value == 0:
            return
        exact = (this.term.value - prior.term.value) / prior.term.value * 100
        base, inputs = prior.term, (this.term, prior.term)
    elif delta is not None and this.term.value - delta.term.value * _signed(delta) > 0:
        before = this.term.value - delta.term.value * _signed(delta)
        exact = delta.term.value * _signed(delta) / before * 100
        base = Term(before, max(this.term.quantum, delta.term.quantum), None, "上年", 0, None, this.term.unit)
        inputs = (delta.term, this.term)
    else:
        return
    if any(t.doubtful for t in (*inputs, s.term)):
        yield not_checkable("note_change_percent", (s.term,), inputs, Kind.NARRATIVE)
        return
    printed = s.term.value * _signed(s)
    slack = s.term.quantum / 2 + (inputs[0].quantum + abs(exact) / 100 * base.quantum) / abs(base.value) * 100
    off = printed - exact
    outcome = (
        Outcome.HOLDS
        if abs(off) <= slack
        else Outcome.ROUNDING
        if abs(off) <= s.term.quantum * Decimal("1.5")
        else Outcome.BROKEN
    )
    shown = f"{exact:.2f}%"
    message = f"“{s.fact.item}”的增减幅度应为 {shown}（{inputs[0].printed}、{inputs[1].printed}）"
    yield Result(
        "note_change_percent",
        Class.H,
        outcome,
        (s.term,),
        inputs,
        off,
        message,
        Kind.NARRATIVE,
        True,
        s.fact.page,
        s.fact.box,
        shown,
        f"{s.term.printed}%",
    )


def completions(book: Book) -> Iterator[Result]:
    """完成预算的 x% = 决算 ÷ 预算 of the same item."""
    for paragraph in stated(book):
        for s in paragraph:
            if s.fact.relation != "completion":
                continue
            done = latest(paragraph, s, "amount")
            budget = latest(paragraph, s, "budgeted")
            if done is None or budget is None:
                continue
            if result := quotient(
                "note_completion", s.term, done.term, budget.term, f"“{s.fact.item}”的预算完成率应为"
            ):
                yield result


_COMPLETE = (
    ("procurement_sum", r"政府采购", r"货物|工程|服务", 3, "政府采购总额应等于货物、工程、服务之和"),
    ("vehicle_sum", r"车辆", r"用车|轿车|客车|越野车|车$", 2, "车辆总数应等于各类用车之和"),
    (
        "performance_sum",
        r"绩效|预算拨款|项目预算资金|涉及",
        r"一般公共预算|政府性基金|国有资本",
        2,
        "绩效管理金额应等于一般公共预算、政府性基金、国有资本经营预算之和",
    ),
)


def complete_splits(book: Book) -> Iterator[Result]:
    """Splits known to be complete: procurement, vehicles, money under performance management by kind."""
    for paragraph in stated(book):
        for whole in paragraph:
            parts = [s for s in paragraph if s.whole == whole.order]
            if (split := _complete_split(whole, parts)) is not None:
                check, message = split
                if result := equal(check, Class.H, whole.term, [s.term for s in parts], message, Kind.NARRATIVE):
                    yield result


def _complete_split(whole: Stated, parts: list[Stated]) -> tuple[str, str] | None:
    """The check and its message, where the parts are all of one split that is known to be complete."""
    for check, name, kinds, least, message in _COMPLETE:
        mine = [s for s in parts if re.search(kinds, s.fact.item)]
        about = whole.fact.name + whole.fact.item + whole.fact.section
        if re.search(name, about) and len(mine) >= least and len(mine) == len(parts):
            return check, message
    return None


def performance_money(book: Book) -> Iterator[Result]:
    """Where the money under performance management is split: 一般公共预算 = that table's 项目支出, 基金 likewise (19)."""
    for paragraph in stated(book):
        for s in paragraph:
            if s.whole is None or "绩效" not in s.fact.section + s.fact.sentence:
                continue
            kind = (
                Kind.GENERAL_PUBLIC
                if "一般公共预算" in s.fact.item
                else Kind.GOVERNMENT_FUND
                if "政府性基金" in s.fact.item
                else None
            )
            view = book.view(kind) if kind is not None else None
            row, column = (view.total_row(), view.column("project")) if view is not None else (None, None)
            cell = view.term(row, column) if view is not None and row is not None and column is not None else None
            if cell is None or view is None:
                continue
            message = f"绩效管理的{s.fact.item}应等于《{view.name}》的项目支出"
            if result := equal("performance_money", Class.C, s.term, [cell], message, Kind.NARRATIVE):
                yield result


def listed_parts(book: Book) -> Iterator[Result]:
    """What a sentence lists under 其中 is at most its whole, and equal to it where it nearly is."""
    for paragraph in stated(book):
        for whole in paragraph:
            parts = [s for s in paragraph if s.whole == whole.order]
            if len(parts) < 2 or whole.term.value == 0 or _complete_split(whole, parts) is not None:
                continue
            if whole.term.doubtful or any(s.term.doubtful for s in parts):
                yield not_checkable("note_parts", (whole.term,), [s.term for s in parts], Kind.NARRATIVE, Class.C)
                continue
            total = sum((s.term.value for s in parts), Decimal(0))
            off = abs(total - whole.term.value) / abs(whole.term.value)
            if total > whole.term.value or off < Decimal("0.02"):
                message = f"“{whole.fact.item}”下列各项之和应等于该数"
                if result := equal("note_parts", Class.C, whole.term, [s.term for s in parts], message, Kind.NARRATIVE):
                    yield result


def listed_totals(book: Book) -> Iterator[Result]:
    """收入包括 …；支出包括 …。收支总预算 x: each list makes the total."""
    for number, paragraph in enumerate(book.disclosure.paragraphs):
        text = paragraph.text
        head = [
            (m.start(), m.group(1)) for m in re.finditer(r"(收入|支出)(?:主要)?(?:包括|方面[,，]?(?:有|包括|为))", text)
        ]
        if len(head) != 2:
            continue
        facts = [(o, f) for o, f in book.facts() if f.paragraph == number and f.relation == "amount"]
        whole = [(o, f) for o, f in facts if re.fullmatch(r"(?:收支|收入支出)总(?:预算|计|额)?", phrase(f.item))]
        if len(whole) != 1:
            continue
        for i, (start, side) in enumerate(head):
            stop = head[i + 1][0] if i + 1 < len(head) else whole[0][1].at
            parts = [fact_term(f, o) for o, f in facts if start < f.at < stop and f is not whole[0][1]]
            message = f"说明所列{side}各项之和应等于收支总预算"
            if len(parts) > 1 and (
                result := equal(
                    "note_list", Class.C, fact_term(whole[0][1], whole[0][0]), parts, message, Kind.NARRATIVE
                )
            ):
                yield result


def said_twice(book: Book) -> Iterator[Result]:
    """An item's amount said twice in one paragraph (… 350.35 万元 … 预算安排 …) is the same amount."""
    for paragraph in stated(book):
        for s in paragraph:
            if s.fact.relation != "amount" or not re.search(r"：.*(?:安排|预算数?)$", s.fact.name):
                continue
            first = latest(paragraph, s, "amount", direct=True)
            if first is not None:
                message = f"同一段里“{s.fact.item}”的两个数应当相同"
                if result := equal("note_repeated", Class.H, first.term, [s.term], message, Kind.NARRATIVE):
                    yield result


_MORE, _LESS = r"增加|增长|新增|上升|提高|扩大", r"减少|下降|压减|压缩|降低|核减|取消|节约|未发生"


def reasons(book: Book) -> Iterator[Result]:
    """The reason given for a change points the same way."""
    for paragraph in stated(book):
        for s in paragraph:
            if s.fact.relation not in {"increase", "decrease"}:
                continue
            text = book.disclosure.paragraphs[s.fact.paragraph].text[s.fact.at :]
            reason = re.match(r"[^。；]{0,24}[。,，；;]?主要原因(?:是|为)?[:：]?([^。；;]{2,60})", text)
            if reason is None:
                continue
            more, less = (re.search(p, reason.group(1)) is not None for p in (_MORE, _LESS))
            if more == less:
                continue
            wrong = more if s.fact.relation == "decrease" else less
            message = f"“{s.fact.item}”{'减少' if s.fact.relation == 'decrease' else '增加'} {s.term.printed}{s.fact.unit}，所给原因却说“{reason.group(1)[:24]}”"
            yield Result(
                "note_reason",
                Class.C,
                Outcome.BROKEN if wrong else Outcome.HOLDS,
                (s.term,),
                (),
                Decimal(0),
                message,
                Kind.NARRATIVE,
                False,
                s.fact.page,
                s.fact.box,
                "",
                s.term.printed,
            )


def named_items(book: Book) -> Iterator[Result]:
    """The note to 基本支出表 names the 款 that hold an amount."""
    view = book.view(Kind.BASIC)
    if view is None:
        return
    nonzero: dict[str, bool] = {}
    for code, rows in view.by_code.items():
        if len(code) == 5:
            terms = [view.term(rows[0], c) for c in view.current()]
            nonzero[key(view.table.rows[rows[0]].label)] = any(t is not None and t.value for t in terms)
    for paragraph in book.disclosure.paragraphs:
        for listed in re.finditer(r"(?:人员|公用)经费[^。]{0,40}?主要包括[:：]?([^。；;\d]{6,400})", paragraph.text):
            names = [key(n) for n in re.split(r"[、,，]|以及|和(?=其他)", listed.group(1)) if n]
            wrong = [n for n in names if nonzero.get(n) is False]
            known = [n for n in names if n in nonzero]
            if len(known) < 2:
                continue
            message = (
                "基本支出说明点名的款项在表中没有数：" + "、".join(wrong[:6])
                if wrong
                else "基本支出说明点名的款项在表中都有数"
            )
            yield Result(
                "note_items",
                Class.C,
                Outcome.BROKEN if wrong else Outcome.HOLDS,
                (),
                (),
                Decimal(0),
                message,
                Kind.NARRATIVE,
                False,
                paragraph.page,
                paragraph.box,
                "",
                "、".join(wrong[:6]),
            )
