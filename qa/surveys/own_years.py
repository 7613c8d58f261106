"""One body's documents of several years: its item of one year held against that of another, both added up, in which year
there was more, and what the other years' documents say where a question names none."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from extract.text import folded
from qa.answer import WORST, AnswerOut, StatedFigure, Status, grouped, money, plain, rounded
from qa.documents.catalog import Catalog, Document
from qa.surveys.answering import Answering
from qa.surveys.bodies import BODY, masked
from qa.words.numerals import value_of

_YEAR = r"(?P<{}>20\d\d)年(?:度)?的?"
_ITEM = r"(?P<item>(?:(?!多少|几|哪|谁|最|吗|分别|各|比(?!重(?!点)|例)|相比|较(?!大)|一样|增|减|一共|合计|总共|平均|加|从|相差|和20|与20|跟20|到20|至20|20\d\d)[^,?;。\0]){1,24}?)"
_AND = r"(?:[和与跟同及、到至]|以及)"
_THAN = r"(?:(?:相)?比|较|相较于?|[和与跟同]){}(?:的)?(?:相?比(?:较)?)?"
_WAY = r"(?:是|要|还|更|一共|总共|又|也|是否|是不是|到底|究竟)*(?P<way>增加|减少|增长|下降|上升|降低|压减|缩减|提高|变化|增减|变动|变多|变少|[多少高低大小涨降升增减])(?:了|出|掉|来)*"
_SIZE = (
    r"(?:是|有|为|达|到)*(?:多少|多大|百分之(?:几|多少)|几成|几)(?:个百分点|万元|亿元|钱|元|[辆台套])?(?:\([套台]\))?"
)
_TAIL = rf"(?:[,和及](?:以及|又|也|相当于)*(?:幅度|降幅|增幅|涨幅|跌幅|变化率|增长率|下降率|增长|下降|上升|降低|增加|减少|降|涨|升|[多少])(?:了|出)*{_SIZE}|,(?:是)?百分之(?:几|多少))?"
_END = r"(?:呢|啊)?[?。]*$"
_SO = r"(?:了|一?些|一?点)*(?:吗|么|没有|没|对吗|是吗)"
_TALK = r"^(?:请问|请|麻烦|帮我|算一?下|算算|那么?)*,?"
_MORE = tuple(
    re.compile(f"{_TALK}{head},?{_WAY}{end}")
    for head in (
        rf"{BODY}的?{_YEAR.format('new')}{_ITEM},?{_THAN.format(_YEAR.format('old'))}(?P<again>(?P=item))?",
        rf"{BODY}的?{_YEAR.format('new')}{_THAN.format(_YEAR.format('old'))},?{_ITEM}",
        rf"{BODY}的?{_ITEM},?{_YEAR.format('new')}{_THAN.format(_YEAR.format('old'))}",
        rf"(?:[和与跟同]|比起|相比(?:于)?|相较于?|较){_YEAR.format('old')}(?:相?比(?:较)?|来)?,{BODY}的?{_YEAR.format('new')}{_ITEM}",
        rf"{BODY}的?{_ITEM},?(?:从|由)?{_YEAR.format('old')}[到至]{_YEAR.format('new')}",
        rf"{BODY}的?(?:从|由)?{_YEAR.format('old')}[到至]{_YEAR.format('new')},?{_ITEM}",
    )
    for end in (rf"(?P<much>{_SIZE}){_TAIL}{_END}", rf"(?P<asks>{_SO}){_TAIL}{_END}", rf"(?P<share>率|幅度?){_SIZE}{_END}")
)  # fmt: skip
_MANY_MORE = re.compile(
    rf"{_TALK}{BODY}的?{_YEAR.format('new')}{_THAN.format(_YEAR.format('old'))},?{_WAY}(?:多少|几)(?:[辆台套]|万元|元)?(?:钱)?的?{_ITEM}{_END}"
)
"""An item of one year held against the same of another (甲所2026年的收入总计比2021年少了多少，降幅多大)."""
_SPAN = r"(?:年|个年度|个年份|份(?:预算|决算|文件)?)"
_BOTH = rf"(?:{_YEAR.format('one')}{_AND}{_YEAR.format('two')}(?:这?两(?:年|个年度|份预算|份决算)的?)?|(?:这|那)?(?:两|2){_SPAN}的?|(?:这|那)?(?P<years>[三四五六七八九3-9]|几|各){_SPAN}的?)(?:预算|决算|文件)?(?:里面?|中)?的?"
_EACH = rf"(?:{_BOTH}{_ITEM}|{_YEAR.format('from')}{_ITEM.replace('<item>', '<first>')},?(?:[和与跟同及、]|以及){_YEAR.format('upto')}(?P=first)?的?)"
_GAP = re.compile(rf"{_TALK}{BODY}的?{_EACH}(?:之间|的)?相?差(?:额|距|别|了|出)*{_SIZE}?{_TAIL}{_END}")
_SUM = re.compile(
    rf"{_TALK}{BODY}的?(?:{_BOTH}{_ITEM}|{_ITEM.replace('<item>', '<first>')},?{_BOTH.replace('<one>', '<from>').replace('<two>', '<upto>').replace('<years>', '<all>')})(?P<how>一共|合计|总共|共|加起来|加在一起|加一起|合起来|合在一起|相加|之和|总和|平均)(?:每年|下来|起来)*{_SIZE}{_END}"
)
_ALIKE = re.compile(
    rf"{_TALK}{BODY}的?{_EACH}(?:是不是|是否|完全|都)*(?:一样|相同|相等|一致)(?:多|高|大)?的?(?:吗|么)?{_END}"
)
_WHICH = r"(?:是|在|又)*(?:哪一?年|哪个年[度份])(?:度)?的?"
_MOST = rf"(?:更|最|比较|要|来得)*(?P<way>[多高大少低小])(?:一?些|一?点)?(?:,(?:相?差|[多高大少低小])(?:了|出)*{_SIZE})?{_END}"
_WHEN = tuple(
    re.compile(f"{_TALK}{head}{_MOST}")
    for head in (
        rf"{BODY}的?(?:{_BOTH},?)?{_WHICH}{_ITEM}",
        rf"{BODY}的?{_ITEM},?(?:{_BOTH}(?:相比)?,?)?{_WHICH}",
        rf"{BODY}的?{_BOTH}{_ITEM},?{_WHICH}",
    )
)
_CARS = re.compile(r"(?:有的?)?(?:公务用车|公车|汽车|车辆|车子?)(?:数量?|保有量)?")
_RELATIVE = re.compile(r"最新|今年|最近|现在|20\d\d")
_LESS = frozenset("少低小降减") | {"减少", "下降", "降低", "压减", "缩减", "变少"}
_TWO = 2


@dataclass(frozen=True, slots=True)
class _Own:
    """What a body's document of a year says of an item."""

    year: int
    amount: Decimal
    told: str
    answer: AnswerOut

    @property
    def figure(self) -> StatedFigure:
        return self.answer.figures[0]


def between_years(question: str, answering: Answering) -> AnswerOut | None:
    """What is made of one body's item in its documents of two years; None where a question asks nothing of the sort, or the
    body has no such documents, or one of them has no one figure of it."""
    catalog = answering.across.catalog
    resolved = catalog.resolve(question)
    if len(resolved.mentions) != 1 or len(resolved.mentions[0]) != 1:
        return None
    body = resolved.mentions[0][0]
    text = folded(masked(question, resolved)[0])
    if text.count(BODY) != 1 or len(_years_of(body, catalog)) < _TWO:
        return None
    for pattern in (*_MORE, _MANY_MORE):
        if (m := pattern.match(text)) is not None:
            old, new = int(m["old"]), int(m["new"])
            pair = _owns(body, m["item"], (new, old), answering) if abs(new - old) > 1 else ()
            return _moved(pair, m["way"], asks="asks" in m.groupdict()) if pair else None
    if (m := _GAP.match(text)) is not None:
        return _of_both(m, body, answering, lambda pair: _moved(pair, "", asks=False))
    if (m := _ALIKE.match(text)) is not None:
        return _of_both(m, body, answering, _alike)
    if (m := _SUM.match(text)) is not None:
        average = m["how"] == "平均"
        return _of_years(m, body, answering, lambda owns: _added(owns, average=average))
    for pattern in _WHEN:
        if (m := pattern.match(text)) is not None:
            return _of_years(m, body, answering, partial(_when, less=m["way"] in _LESS))
    return None


def _years_of(body: str, catalog: Catalog) -> list[int]:
    """The years of a body's documents of one kind and level, the newest first; none where a year has two of them."""
    own = catalog.by_institute.get(body, ())
    years = sorted((d.year for d in own if d.year is not None), reverse=True)
    alike = len({(d.kind, d.level) for d in own}) == 1 and len(set(years)) == len(own)
    return years if alike else []


def _of_both(
    m: re.Match[str], body: str, answering: Answering, made: Callable[[Sequence[_Own]], AnswerOut | None]
) -> AnswerOut | None:
    """What is made of the two years that a question names, or of the two that there are."""
    return _of_years(m, body, answering, made) if len(_meant(m, body, answering)) == _TWO else None


def _of_years(
    m: re.Match[str], body: str, answering: Answering, made: Callable[[Sequence[_Own]], AnswerOut | None]
) -> AnswerOut | None:
    """What is made of the years that a question names, or of all that there are; None where it counts another number of them."""
    said, years = m.groupdict(), _meant(m, body, answering)
    count = said.get("years") or said.get("all") or ""
    number = 0 if count in {"", "几", "各"} else int(count) if count.isdigit() else value_of(count)
    if len(years) < _TWO or number not in {0, len(years)}:
        return None
    owns = _owns(body, said.get("item") or said.get("first") or "", years, answering)
    return made(owns) if owns else None


def _meant(m: re.Match[str], body: str, answering: Answering) -> list[int]:
    """The years that a question names, else those of the body's documents, the newest first; none where it speaks of two years and
    there are more."""
    said = {name: told for name, told in m.groupdict().items() if told}
    named = [int(said[name]) for name in ("one", "two", "from", "upto") if name in said]
    if named:
        return sorted(named, reverse=True)
    every = _years_of(body, answering.across.catalog)
    return [] if len(every) > _TWO and _SAYS_TWO.search(m[0]) else every


_SAYS_TWO = re.compile(r"(?:两|2)(?:年|个年|份)")


def _owns(body: str, item: str, years: Sequence[int], answering: Answering) -> Sequence[_Own]:
    """What the documents of some years say of an item; none where one says nothing, or they say different things."""
    if not set(years) <= set(_years_of(body, answering.across.catalog)) or len(set(years)) < len(years):
        return ()
    owns = [own for year in years if (own := _said(body, item.strip("的,"), year, answering)) is not None]
    alike = len({(_called(own), _unit(own)) for own in owns}) == 1
    return owns if len(owns) == len(years) and alike else ()


def _said(body: str, item: str, year: int, answering: Answering) -> _Own | None:
    asked = "有多少辆车" if _CARS.fullmatch(item) else f"的{item}是多少"
    told = answering.ask(f"{body}{year}年{asked}？")
    own = {c.year for c in told.citations}
    if told.status is not Status.ANSWERED or not told.figures or own != {year} or not told.verdict:
        return None
    figure = told.figures[0]
    amount = figure.value if figure.amount_yuan is None else figure.amount_yuan
    main = told.answer.split("。另外还有")[0]
    if "；" in main or "\n" in main:
        return None  # of several things, of which none is the one that is asked for
    return _Own(year, Decimal(amount), main, told)


def _called(own: _Own) -> str:
    """What an amount is called, without the year."""
    name = re.split(r"[\d-]", re.sub(r"20\d\d年(?:度)?", "", own.told), maxsplit=1)[0]
    return re.sub(r"[一二三四五六七八九十]+、|\s", "", name)


def _unit(own: _Own) -> str:
    return "元" if own.figure.amount_yuan is not None else own.figure.unit


def _shown(pair: Sequence[_Own]) -> tuple[list[Decimal], str]:
    """Amounts as they are printed where they are in one unit, else in 元."""
    if len({own.figure.unit for own in pair}) == 1:
        return [Decimal(own.figure.value) for own in pair], pair[0].figure.unit
    return [Decimal(plain(own.amount)) for own in pair], "元"


def _moved(pair: Sequence[_Own], way: str, *, asks: bool) -> AnswerOut:
    """By how much the first is more or less than the second, and how much that is of the second."""
    (new, old), ((now, then), unit) = pair, _shown(pair)
    gap = now - then
    more, less = ("增加", "减少") if new.year > old.year else ("多", "少")
    how = f"{grouped(now)} − {grouped(then)} = {grouped(gap)}"
    told_unit = "个百分点" if unit == "%" else unit
    word = more if gap > 0 else less if gap < 0 else "持平，相差"
    text = f"{new.year} 年比 {old.year} 年{word} {money(abs(gap), told_unit)}：{how}"
    figures = [StatedFigure(value=str(abs(gap)), unit=told_unit, how=how)]
    if then > 0 and unit != "%" and gap:
        percent = abs(rounded(gap / then * 100))
        share = f"{grouped(abs(gap))} ÷ {grouped(then)} = {percent}%"
        text += f"；{more if gap > 0 else less} {percent}%：{share}"
        figures.append(StatedFigure(value=plain(percent), unit="%", how=share))
    if asks:
        text = ("是，" if gap and (gap < 0) is (way in _LESS) else "不是，") + text
    return _told(text, figures, pair)


def _alike(pair: Sequence[_Own]) -> AnswerOut:
    if pair[0].amount == pair[1].amount:
        return _told("是，两年一样", [], pair)
    apart = _moved(pair, "", asks=False)
    return apart.model_copy(update={"answer": f"不一样，{apart.answer}"})


def _when(owns: Sequence[_Own], *, less: bool) -> AnswerOut:
    """In which of some years there was most, or least; of two, how far apart they are."""
    amounts = [own.amount for own in owns]
    if len(set(amounts)) == 1:
        return _told("两年一样" if len(owns) == _TWO else "各年一样", [], owns)
    first = min(owns, key=lambda own: own.amount) if less else max(owns, key=lambda own: own.amount)
    if len(owns) == _TWO:
        apart = _moved(owns, "", asks=False)
        return apart.model_copy(update={"answer": f"{'较少' if less else '较多'}的是 {first.year} 年；{apart.answer}"})
    alike = "、".join(f"{own.year}" for own in owns if own.amount == first.amount)
    ranked = sorted(owns, key=lambda own: own.amount, reverse=not less)
    return _told(f"{'最少' if less else '最多'}的是 {alike} 年", [], ranked)


def _added(owns: Sequence[_Own], *, average: bool) -> AnswerOut | None:
    """What some years come to together, or on average; None of percentages, and of what is there at a time, not in it."""
    amounts, unit = _shown(owns)
    if unit == "%" or (unit not in {"元", "万元", "亿元"} and not average):
        return None
    total = sum(amounts, Decimal(0))
    added = " + ".join(map(grouped, amounts))
    result = rounded(total / len(amounts)) if average else total
    how = f"({added}) ÷ {len(amounts)} = {grouped(result)}" if average else f"{added} = {grouped(result)}"
    years = "两" if len(owns) == _TWO else f" {len(owns)} "
    text = f"{years}年{'平均' if average else '合计'} {money(result, unit)}：{how}".strip()
    return _told(text, [StatedFigure(value=str(result), unit=unit, how=how)], owns)


def _told(text: str, figures: Sequence[StatedFigure], pair: Sequence[_Own]) -> AnswerOut:
    lines = [text, *(f"{own.year} 年：{own.told}" for own in pair)]
    return _joined("\n".join(lines), [*figures, *(own.figure for own in pair)], [own.answer for own in pair])


def _joined(text: str, figures: Sequence[StatedFigure], answers: Sequence[AnswerOut]) -> AnswerOut:
    verdicts = {a.verdict for a in answers}
    return AnswerOut(
        answer=text,
        figures=tuple(figures),
        citations=tuple(dict.fromkeys(c for a in answers for c in a.citations)),
        status=Status.ANSWERED,
        verdict=next((v.value for v in WORST if v.value in verdicts), ""),
        confidence_note="；".join(dict.fromkeys(a.confidence_note for a in answers if a.confidence_note)),
    )


def others_of(question: str, document: Document, catalog: Catalog, history: Sequence[str]) -> tuple[Document, ...]:
    """A body's documents of other years than the one that a question is answered from, the newest first, where the question names the
    body and no year, nor does one before it."""
    resolved = catalog.resolve(question)
    named = len(resolved.mentions) == 1 and {s.what for s in resolved.spans} <= {"institute", "kind"}
    if not named or resolved.years or _RELATIVE.search(question) or any(map(_RELATIVE.search, history)):
        return ()
    alike = catalog.select(None, [document.kind], document.level, [document.institute], None)
    others = [d for d in alike if d.year is not None and document.year is not None and d.year != document.year]
    return tuple(sorted(others, key=lambda d: -(d.year or 0)))


def with_other_years(
    answer: AnswerOut,
    own: Document,
    others: Sequence[tuple[Document, AnswerOut]],
    unread: Sequence[Document],
    *,
    english: bool,
) -> AnswerOut:
    """An answer from a body's newest document with what those of other years say, so that nobody takes it for the only one;
    `unread`: those that were not asked, whose years are named."""
    if answer.status is not Status.ANSWERED or not others:
        return answer
    found = [(d, told) for d, told in others if told.status is Status.ANSWERED]
    without = [f"{d.year}" for d, told in others if told.status is not Status.ANSWERED]
    lines = [f"{answer.answer}{f' ({own.year})' if english else f'（以上是 {own.year} 年的）'}"]
    lines += [f"{d.year}: {told.answer}" if english else f"{d.year} 年：{told.answer}" for d, told in found]
    if without:
        years = "、".join(without)
        lines.append(
            f"No such figure was found in its document of {years}." if english else f"{years} 年的文件里没有查到这个数"
        )
    if unread:
        years = "、".join(f"{d.year}" for d in unread)
        lines.append(f"There are also documents of {years}." if english else f"另有 {years} 年的文件，请写明年份")
    answers = [answer, *(told for _, told in found)]
    figures = [f for told in answers for f in told.figures]
    joined = _joined("\n".join(lines), figures, answers)
    return joined.model_copy(update={"usage": answer.usage})
