"""Whether a yes or a no is about all that a question says: that an amount is printed says no more than that it is there.

What is left of a question beside the names of what was found and words that say nothing more of it is a predicate of its own
(全部发放了, 都是租的, 是一次性的, 包括别的收入), which no cell bears out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.text import folded
from qa.answer import STANDS_IN, Outcome, Status
from qa.documents.figures import Figure, View
from qa.guards.modifiers import words_of
from qa.search.lexical import tokens
from qa.terms.resolve import measure_of
from qa.terms.terms import Term, names_of, spot
from qa.words.lexicon import scopes_in
from qa.words.neutral import IN_A_CLAIM

NOT_SAID = "文件里没有说到"
"""How a note begins of what a question makes of what it claims."""
_VERDICT = re.compile(r"(?:是|不是|有|没有)，")
_COUNTERS = r"个百分点|平方米|台\(套\)|台套|人次|批次|公里|[辆台套个家人项次批户分名篇册件倍所]"
_AMOUNT = re.compile(rf"\d[\d,.]*(?:多|几|余)?(?:亿元|万元|元|亿|万|%|{_COUNTERS})?")
_YEARS = re.compile(r"20\d\d年(?:度)?")
_DATE = re.compile(
    r"(?:截至|截止)?(?:到)?(?P<year>20\d\d年(?:度)?|今年|本年|去年|上年)?的?(?:(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[0-3]?\d)日|[底末初]|份)?|(?P<end>年?[底末])|(?P<start>年初))"
)
_BOUNDED = re.compile(
    rf"(?:不?(?:超过|超出|突破|低于|高于|大于|小于|多于|少于|达到)|不到|不足|至少|最多|没有?到|没有?过|够不够|不?够|够不着|没?低过|控制在|压在|冲过|破|逾)了?(?={_AMOUNT.pattern})|比(?:{_AMOUNT.pattern})(?:还|要|更)*[多少高低大小]|(?<=[元%辆台个分人次])(?:那么多|这么多|打不住|往上|之上|还要多)|(?<=[元%辆台个分人次])(?:以上|以下|以内)"
)
"""Words that bound an amount, which claims are held against."""
_ALL_OF_IT = re.compile(
    r"全部|全额|全都?|来自|来源于|(?<!支)出|承担|负担|靠|除(?:了|去|开)?|以外|之外|外|别的|其[他它]|来源|用途"
)
_HALVES = {"基本支出", "项目支出"}
_ONE_HALF = re.compile(r"(?:全部|全都|都).*没有?")
"""All of it is for one half of spending, and nothing for the other: that has no amount."""
_IN_USE = re.compile(r"在(?:使)?用|使用中|用着|可用|能用|还能")
_BOUGHT = re.compile(r"购置|购买|购|新?买|添置?|新增")
_AND_RUNNING = re.compile(r"购置[及和与、]运行")
"""Spending on vehicles bought and on those that are run: it says of none that it was bought."""
_SPENT = re.compile(r"实际上?|真正|已经?|掉|出去|(?<![支查])出")
"""What final accounts tell of all their amounts, and a budget of none."""
_EXISTS = re.compile(
    r"有(?!没有)|有没有|无|没|安排|编|列|留|填|写|印|公布|披露|发生|产生|存在|使用|动用|花|用于|计划|打算|准备|预计|需|要|会|配|买|购|添|给|多少|几|含|包括|包含|属于"
)
"""Words that ask whether there is any of a thing; 甲是乙吗 does not."""


_FROM_TO = re.compile(r"从\d[\d,.]*(?:亿|万)?元[^,，]*到了?\d")
"""An amount that is said to have become another, both of which are held against what is printed."""
_TOO_MUCH = re.compile(r"[,，](?:是不是|会不会|是否|岂不是)?(?:太|过)[多高大]了?(?:吧|吗)?[?？]?$")
"""A judgement of an amount that is denied."""


def borne_out(text: str, outcome: Outcome, view: View) -> Outcome:
    """An outcome, or that it is not found where it is a yes or a no of one amount and a folded question says more of it."""
    if outcome.text.startswith("不是") and any(note.startswith(NOT_SAID) for note in outcome.notes):
        return outcome  # what is said beside the claim is told to be none of the document's
    if any(note.startswith(STANDS_IN) for note in outcome.notes):
        return outcome  # of which money, or which half of spending, an amount is was looked up
    verdict = outcome.found and _VERDICT.match(outcome.text) is not None
    moved = any(f.relation in _MOVES for f in _told(outcome))
    if outcome.found and not verdict and moved and _CLAIM.search(text) and not _ASKS_MORE.search(text):
        lost = _beside_reckoning(text, outcome, view)
        unread = Outcome(Status.NOT_FOUND, f"文件里没有说到“{lost}”，印出的数不能说明这一点。", cited=[], certain=True)
        return unread if lost else outcome
    if not verdict or _FROM_TO.search(text):
        return outcome
    text = _TOO_MUCH.sub("", text) if outcome.text.startswith("不是") else text
    if (base := _other_base(text, outcome)) or (base := _other_measure(text, outcome, view)):
        return Outcome(Status.NOT_FOUND, f"文件里没有{base}可以比较。", cited=[], certain=True)
    if _REACHED.search(text) and "绩效目标表里写的是" in outcome.text:
        return Outcome(Status.NOT_FOUND, "文件里只有绩效目标，没有说是否已经达到。", cited=[], certain=True)
    if lost := _predicate(text, outcome, view) or _beside_reckoning(text, outcome, view):
        return Outcome(Status.NOT_FOUND, f"文件里没有说到“{lost}”，印出的数不能说明这一点。", cited=[], certain=True)
    return outcome


_REACHED = re.compile(r"已经?|(?:达到|完成|实现|培养|发表|取得)[^,，]{0,12}了(?:吗|没有|么)")
_MOVES = {"increase", "decrease", "completion"}
_CLAIM = re.compile(r"\d.*(?:[,，]?(?:对|是)(?:吗|吧|不对|不是)|吗|(?<!什)么|吧)$")
RECKONED = re.compile(
    r"(?:花|用|支)(?:完|光|净)|有所|分别|覆盖得?了?|盖得[住过]|抵得[过上住了]|抵上|顶得[上住]|撑得起|满足|够(?:支付|付)|胜过|不如|宽裕|多一些|多一点|够不着|打不住|排(?:名|在|行|到)?第?[一二三四五六七八九十\d]+(?:位|名)?|第[一二三四五六七八九十\d]+(?:[大高多小低少]|位|名)?|合计|总计|共计|总额|总和|之和|相加|一共|总共|捆|块儿?|怕|哪怕|增加|增长|上升|提高|上涨|减少|下降|降低|缩减|压减|压缩|砍掉?|下滑|超支|节约|节省|结余|[增涨升减降压]|比重|比例|占比|占|比|较|同比|略有?|大幅|明显|上一?年|去年|前年|执行|完成|控制|以[内上下]|[内外]|超过?|突破|不足|不到|[低高大小多少]于?|一样|相同|相等|持平|变化|变动|幅度?|速|率|更|最|倍|[一二两三四五六七八九十百千万半]+[成倍半分]?|分之|差额?|差距|另外?|别|其他|除了?|以外|之外|外|全额|全部|全|来自|来源|出自?|靠|投向|用途|主要|大部分|大多|多半|大头|类别|相当|起来|加|合|总|不止|至少|最多|没到|满|够|两者|自己|自|应该?|可能|承担|负担|项下|成|兜住?|经查|有人|声称|看|结转|结余|下|既然|直接|回答|别看|报表|凑成|组成|构成"
)
"""Words of shares, changes and bounds, which are held against what was reckoned."""


def _beside_reckoning(text: str, outcome: Outcome, view: View) -> str:
    """What a question says beside a share, a change or a bound that it claims: what neither names anything nor reckons; empty
    where there is nothing, or nothing was reckoned."""
    reckoned = any(s.how or any(f.relation in _MOVES for f in s.sources) for s in outcome.stated)
    if not reckoned or outcome.quotes or _held_otherwise(outcome.text) or _APART.match(outcome.text):
        return ""
    figures, terms = _told(outcome), spot(text, view).terms
    rest = _beside_names(text, terms)
    for start, end, _ in scopes_in(text):
        rest = rest[:start] + "\n" * (end - start) + rest[end:]
    first = min((t.start for t in terms), default=0)
    rest = rest[max(text.rfind(mark, 0, first) for mark in ",，;:：") + 1 :]  # what is told before is no claim
    rest = _AMOUNT.sub("\n", _YEARS.sub("\n", _DATE.sub("\n", rest)))
    rest = _SPENT.sub("\n", rest) if view.disclosure.meta.kind == "final" else rest
    for name, _ in tokens(folded(view.disclosure.meta.institute)):
        rest = rest.replace(name, "\n") if len(name) > 1 else rest
    told = words_of(figures)
    left = [w for w in _SAID.findall(IN_A_CLAIM.sub("\n", RECKONED.sub("\n", rest))) if w not in told]
    return _whole_words(text, left[0]) if left else ""


def _told(outcome: Outcome) -> list[Figure]:
    """The figures that an outcome rests on, the one that it tells first."""
    stated = [f for s in outcome.stated for f in s.sources]
    return [*stated, *(f for f in outcome.cited if f not in stated and (not stated or f.called in outcome.text))]


def _predicate(text: str, outcome: Outcome, view: View) -> str:
    """What a question says that no part of the cell that was found bears out; empty where there is nothing, or the outcome
    is no single cell's."""
    figures = _told(outcome)
    if (
        _APART.match(outcome.text)
        or any(s.how for s in outcome.stated)
        or not figures
        or outcome.quotes
        or _held_otherwise(outcome.text)
    ):
        return ""
    if figures[0].relation in _MOVES:
        return ""
    if _ASKS_MORE.search(text) and not outcome.text.startswith("是"):
        return ""
    clauses = re.split(r"[,，;；。:：](?!\d{3})", text)
    terms = [t for t in spot(text, view).terms if text.startswith(t.text, t.start)]
    first = min((t.start for t in terms), default=0)
    at, lost = 0, ""
    for clause in clauses:
        end = at + len(clause)
        if end > first and not lost:  # what is told before anything is named is no claim
            lost = _left_of(
                clause, [t for t in terms if at <= t.start < end], at, figures, view, several=len(terms) > 1
            )
        at = end + 1
    beside = _EXISTS.search(_beside_names(text, terms)) is not None
    in_name = any(_BOUGHT.match(t.text) or t.text.startswith("有") for t in terms)  # 有车辆, as the notes have it
    if not lost and outcome.text.startswith("有，") and not beside and not in_name:
        lost = text
    return lost


def _beside_names(text: str, terms: Sequence[Term]) -> str:
    """A text without the names in it."""
    chars = list(text)
    for term in terms:
        chars[term.start : term.start + len(term.text)] = "\n" * len(term.text)
    return "".join(chars)


def _left_of(
    clause: str, terms: Sequence[Term], at: int, figures: Sequence[Figure], view: View, *, several: bool
) -> str:
    """The first words of a clause that neither name what was found nor are neutral."""
    figure = figures[0]
    words = words_of([figure])
    chars = list(clause)
    for term in terms:
        denied = clause[: term.start - at].endswith("非") and f"非{term.text}" in _place_of(figure)
        own = range(term.start - at - denied, min(term.start - at + len(term.text), len(chars)))
        named = term.total or any(names_of(term, f) > _BY_SENTENCE or term.text in _place_of(f) for f in figures)
        halves = term.text in _HALVES and bool(_HALVES & set(figure.columns))
        named = named or (halves and _ONE_HALF.search(clause) is not None)
        named = named or any(_in_order(term.text, f.row) for f in figures)
        named = named or (not _INCLUDES.search(clause) and any(f.is_fact and term.text in f.sentence for f in figures))
        if not named and not (term.tables and figure.table in term.tables):
            return term.text
        for i in own:
            chars[i] = "\n"
    for start, end, _ in scopes_in(clause):
        chars[start:end] = "\n" * (end - start)
    rest = "".join(chars)
    if (m := _other_date(rest, figure, view)) is not None:
        return m[0]
    rest = _BOUNDED.sub("\n", rest)
    if figure.yuan is None and (m := _IN_USE.search(rest)) is not None:
        return m[0]
    if several:
        rest = _ALL_OF_IT.sub("\n", rest)
    twice = figure.is_fact and any(f.row == figure.row and f.ref != figure.ref for f in view.figures)
    running = bool(figure.value) and _AND_RUNNING.search(folded(figure.called.split(" · ")[-1])) is not None
    if twice or (re.search("购|买", words) is not None and not running):  # what is there and what is to be bought
        rest = _BOUGHT.sub("\n", rest)
    rest = _AMOUNT.sub("\n", _YEARS.sub("\n", _DATE.sub("\n", rest)))
    if view.disclosure.meta.kind == "final":
        rest = _SPENT.sub("\n", rest)
    for name, _ in tokens(folded(view.disclosure.meta.institute)):
        if len(name) > 1:
            rest = rest.replace(name, "\n")
    left = [w for w in _SAID.findall(IN_A_CLAIM.sub("\n", rest)) if len(w) == 1 or w not in words]
    return _whole_words(clause, left[0]) if left else ""


def _whole_words(clause: str, part: str) -> str:
    """A part of a clause with the words that it cuts in two."""
    start, at, found = clause.find(part), 0, ""
    for word, _ in tokens(clause):
        at, begin = at + len(word), at
        found += word if begin < start + len(part) and at > start else ""
    return found or part


_SAID = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z]{3,}")
"""Words, of an English question those that have no Chinese ones."""
_INCLUDES = re.compile(r"包括|包含|涵盖|含有?|属于")
_APART = re.compile(r"是，包括：|不是，这两项是分开列的：|(?:是|不是|有|没有)，不?全在这一行：")
"""Verdicts on questions that were read as a whole."""
_HELD_OTHERWISE = re.compile(r"绩效目标|绩效评级为|一致：|分值|最[高低]的是")
"""Outcomes of a ranking, of indicators and of grades, which are read by what is said of them."""
_ITS_PLACE = re.compile(r"（第 \d+ 页(?:[^（）]|（[^（）]*）)*）|按[^，。]*?表，")
"""Where an amount stands, which may be a table of indicators."""


def _held_otherwise(told: str) -> bool:
    return _HELD_OTHERWISE.search(_ITS_PLACE.sub("", told)) is not None


_ASKS_MORE = re.compile(r"什么|哪|原因|多少|(?<!好)几(?!乎)|为什么|为何|怎么|为啥")
_BY_SENTENCE = 0.25
"""How well a term names a figure that only its sentence has."""


def _in_order(said: str, printed: str) -> bool:
    """Whether a printed name has all characters that words of some length have, in their order."""
    at = iter(folded(printed))
    return len(said) >= _A_NAME and all(char in at for char in said)


_A_NAME = 6


def _place_of(figure: Figure) -> str:
    """Where a figure stands: its row, column, table and heading."""
    return folded("，".join((figure.row, figure.header, figure.title, figure.section, *figure.parents)))


def _other_date(rest: str, figure: Figure, view: View) -> re.Match[str] | None:
    """A day or a month of which a count is asked, where what tells it says another."""
    for m in _DATE.finditer(rest):
        if m["start"] or not figure.is_fact or figure.yuan is not None:
            continue
        told = re.search(r"(20\d\d)年(1[0-2]|0?[1-9])月(\d+)日", figure.sentence)
        if told is None:
            continue
        year = m["year"] or ""
        if re.match(r"20\d\d", year) and year[:4] != told[1]:
            return m
        month = m["month"] or ("12" if m["end"] else "")
        if month and int(month) != int(told[2]):
            return m
        if m["day"] and int(m["day"]) != int(told[3]):
            return m
    return None


_BASE_SAID = re.compile(
    r"(?:比|较|与|和|跟|同)(?:上一?年|去年|20\d\d年)(?:度)?的?(?P<base>预算执行数|执行数|年初预算|预算数?|决算数?)"
)
_BASE_TOLD = re.compile(r"比20\d\d年(?:度)?(?P<base>预算执行数|执行数|预算数?|决算数?)")


def _other_base(text: str, outcome: Outcome) -> str:
    """Against what a change is claimed, where what was found is against another amount of the year before; empty where not."""
    said, told = _BASE_SAID.search(text), _BASE_TOLD.search(outcome.text)
    if said is None or told is None:
        return ""
    sorts = [
        "执行" if "执行" in m["base"] else m["base"][-2:] if "算" in m["base"][-1] else m["base"][:2]
        for m in (said, told)
    ]
    return "" if sorts[0] == sorts[1] else f"与上年{said['base']}相比的数字"


_BUDGETED = re.compile(r"预算(?!执行|单位|外|绩效|法|管理)")
_BUDGET_NAMES = re.compile(r"(?:公共|基金|资本经营|部门|单位|财政)预算|预算单位")


def _other_measure(text: str, outcome: Outcome, view: View) -> str:
    """That final accounts are asked whether an amount was budgeted, and tell what was spent; empty where it is not so."""
    figures = _told(outcome)
    if view.disclosure.meta.kind != "final" or not figures or re.search(r"决算|实际|超|完成", text):
        return ""
    named = {
        i
        for t in spot(text, view).terms
        if not t.fuzzy and t.text in view.vocabulary
        for i in range(t.start, t.start + len(t.text))
    }
    named |= {i for m in _BUDGET_NAMES.finditer(text) for i in range(*m.span())}
    named |= {i for start, end, _ in scopes_in(text) for i in range(start, end)}
    asked = [m for m in _BUDGETED.finditer(text) if m.start() not in named]
    budgeted = any(
        f.relation == "budgeted" or "预算" in f"{f.row}{f.header}" or (f.measure or measure_of(f, view)) == "budget"
        for f in figures
    )
    return "这一项的预算数" if asked and not budgeted else ""
