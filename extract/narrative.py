"""Figures told in prose: every amount, percentage and count becomes a named fact with page and box.

A number is named by the words before it in its clause; 占…% is a share of the amount before it, 比…减少 a change, 年初
预算为 a facet of what the paragraph is about. Years, dates, document numbers, enumerators and thresholds (单价100万元以上)
are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.model import Fact
from extract.paragraphs import Text
from extract.text import parse_amount

_UNITS = (
    r"亿元|万元|千元|元|个百分点|%|平方米|平方公里|公里|立方米|台\(套\)|台套|台/套|台|套|辆|批次|人次|人年|次|批|人|名|位|户|家|个|项|件|篇|种|份|座|所|处|间|亩|米"
    r"|吨|床|张|条|场|期|门|本|册|部|艘|架|层|分|万人|万亩|万|亿"
)
_NUMBER = re.compile(
    rf"(?<![\d.A-Za-z_\-—〔\[【])(?<!\d,)(?P<sign>[-−–－])?(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<unit>{_UNITS})?"
)
_NO_FIGURE_AFTER = re.compile(r"^(?:年|月|日|号|级|周年|时|世纪|类|款|项目?标|以来|-\d|—\d|[A-Za-z_])")
_GLUED = re.compile(r"^(?:,\d{3}(?!\d)|\.\d)")  # columns of a table that stand without a gap in a line of text
_THRESHOLD = re.compile(r"^(?:\(含\))?(?:以上|以下|以内|及以上|\(含\))")
_FIGURE_BEFORE_BARE = re.compile(r"(?:为|是|共|约|计|达|数)$")
_STOP = re.compile(r"[,，。；;：:！!？?]")
_SHARE = re.compile(r"占(?P<whole>[^,，。；;占]{0,30}?)(?:的)?(?:比重|比例)?(?:为|约|的)?$")
_CHANGE = re.compile(
    r"(?P<direction>增加|减少|增长|下降|降低|提高|上升|上涨|压减|调增|调减|增幅|降幅|高于|低于|增长率|减幅|核减|下浮|持平)(?:了|为|约|额|数)?$"
)
_COMPLETION = re.compile(
    r"(?:完成|执行|达到?|占)(?:全年|年初|年度|当年|调整)?(?:预算|计划)(?:数)?的?$|(?:预算)?(?:完成率|执行率)(?:为|达)?$"
)
_FACET = re.compile(
    r"^(?:其中)?(?:\d{4}年(?:度)?)?(?:当年|全年|年初)?(?:预算执行数|年初预算数?|全年预算数?|调整预算数?|预算安排数?|支出决算数?|决算数?|执行数|预算数?|支出预算数?)(?:为|是|安排)?$"
)
_PRIOR = re.compile(r"(?P<year>20\d\d)年(?:度)?(?:当年)?(?:预算执行数|决算数?|预算数?|执行数)(?:为|是)?$")
_TAIL = re.compile(
    r"均?(?:分别)?(?:预算数|决算数|金额|数额)?(?:共有|共计|合计为|总计为|共|为|是|约|达到?|有|安排|现有|设有?|新增)+$|(?:预算数|决算数)$"
)
_FACET_TAIL = re.compile(
    r"^(?P<item>.{2,}?)(?P<facet>(?:20\d\d年(?:度)?)?(?:当年)?(?:年初预算|全年预算|调整预算|预算执行数|执行数|支出决算|预算安排))(?:数)?(?:为|是)?$"
)
_LEAD = re.compile(r"^(?:我|本)(?:单位|部门|中心|所|院|局|校|馆|委)(?:本级)?|^(?:单位|部门)(?=20)")
_HEAD = re.compile(
    r"^(?:其中|有(?![关限效])|方面|包括|主要包括|分别(?:为|是|有)?|具体(?:为|是)|依次(?:为|是)|以及|和|与|及|共|并|另|我单位|本单位|我中心|我部门|本部门|涉及)+[:：,，]?"
)
_TIME = re.compile(r"^(?:截至)?20\d\d年(?:度|初|末)?(?:\d{1,2}月\d{1,2}日)?[,，]?")
_SUBJECT = re.compile(
    r"[“\"]?(?P<item>[^“”\"，,。；;：:]{2,40}\(类\)(?:[^“”\"，,。；;：:]{2,40}\(款\))?(?:[^“”\"，,。；;：:]{2,40}\(项\))?)[”\"]?"
)
_GENERIC = re.compile(r"(?:支出)?(?:预算|决算|安排|执行)数?")
_ENUMERATOR = re.compile(
    r"^(?:\d{1,2}[.、)]|\(\d{1,2}\)|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+[、.])(?!\d)"
)
_COMPARED = re.compile(r"(?:比|较|与|同)(?:上年|去年|上一年|(?:20\d\d)年)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A number in a paragraph: where, what, and the clause before it."""

    start: int
    end: int
    digits: str
    unit: str
    clause: str
    sentence: tuple[int, int]


def mentions(text: str) -> Iterator[Mention]:
    """The figures of a (folded) paragraph, years, dates, document numbers, enumerators and thresholds left out."""
    offset = len(m.group()) if (m := _ENUMERATOR.match(text)) else 0
    last_end = offset
    for match in _NUMBER.finditer(text, offset):
        digits, unit, after = match["digits"], match["unit"] or "", text[match.end() :]
        if not unit and (_NO_FIGURE_AFTER.match(after) or _GLUED.match(after)):
            continue
        if unit in {"个", "项", "分", "位", "部", "期", "次", "本", "条", "所", "种"} and re.match(
            r"^(?:月|级|目)", after
        ):
            continue
        if (
            unit
            and _THRESHOLD.match(after)
            and unit in {"元", "万元", "亿元", "个", "人"}
            and re.search(
                r"价值?|单价|超过|满|人民币|金额$|预算$|投资$|^$|[,，。；;、:：]$",
                text[max(0, match.start() - 8) : match.start()],
            )
        ):
            continue
        before = text[: match.start()]
        if re.search(r"[第〔\[【]$|[a-zA-Z]$", before) or (match["sign"] and re.search(r"\d$", before)):
            continue
        if re.match(r"^20\d\d$", digits) and not unit:
            continue
        bare = not unit
        if bare and not (_FIGURE_BEFORE_BARE.search(before) and re.match(r"^(?:[,，。；;、)]|$)", after)):
            continue
        clause = _clause(text, last_end, match.start())
        start = max((m.end() for m in re.finditer(r"[。!！?？]", before)), default=0)
        stop = re.search(r"[。!！?？]", after)
        yield Mention(
            match.start(),
            match.end(),
            ("-" if match["sign"] else "") + digits,
            unit,
            clause,
            (start, match.end() + (stop.start() if stop else len(after))),
        )
        last_end = match.end()


def _clause(text: str, floor: int, end: int) -> str:
    """The words before a number, back to the last stop, the last number, or an open bracket."""
    stretch = text[floor:end] if floor else text[:end]
    stops = [m.end() for m in _STOP.finditer(stretch)]
    clause = stretch[stops[-1] :] if stops else stretch
    if "(" in clause and ")" not in clause[clause.rindex("(") :]:
        clause = clause[clause.rindex("(") + 1 :]
    return clause.lstrip("、)”’")


def item_of(clause: str) -> str:
    """What a number is about: its clause without enumerator, time, connectives and the verb at its end."""
    item = _ENUMERATOR.sub("", clause.strip())
    for _ in range(3):
        item = _HEAD.sub("", item)
        item = _ENUMERATOR.sub("", item)
    shorter = _TAIL.sub("", item)
    item = shorter if len(shorter) >= 2 else "" if item in {"计", "合", "总"} else item
    item = _LEAD.sub("", item)
    if not _COMPARED.search(item):
        dated = [
            part for part in re.split(r"20\d\d年(?:度|初|末)?", item) if len(part) > 1 and not _GENERIC.fullmatch(part)
        ]
        item = dated[-1] if dated else item
    return re.sub(r"[“”\"'‘’]", "", item).strip("、,，:：的")


def read_facts(texts: list[Text]) -> list[Fact]:
    """The facts of a document's paragraphs, in order."""
    facts: list[Fact] = []
    for number, text in enumerate(texts):
        facts += _paragraph_facts(text, number)
    return facts


def _paragraph_facts(text: Text, number: int) -> Iterator[Fact]:
    folded = text.folded
    if re.search(r"\.{5,}|…{3,}", folded):
        return
    subject, base_item = "", ""
    base_year: int | None = None
    if (found := _SUBJECT.search(folded)) and found.start() < 12:
        subject = _ENUMERATOR.sub("", found["item"])
    for mention in mentions(folded):
        amount = parse_amount(mention.digits)
        if amount is None:
            continue
        described = _describe(mention, subject, base_item, base_year)
        if described.relation in {"amount", "budgeted"} and described.item:
            base_item, base_year = described.item, described.year or base_year
        place = text.where(mention.start, mention.start + len(mention.digits))
        doubts = ("page_break",) if place.broken else ()
        if not described.item:
            doubts = (*doubts, "unnamed")
        yield Fact(
            name=described.name,
            value=amount.value,
            unit=mention.unit,
            page=place.page,
            box=place.run,
            digits=place.digits,
            section=text.section,
            sentence=folded[mention.sentence[0] : mention.sentence[1]],
            item=described.item,
            relation=described.relation,
            year=described.year,
            paragraph=number,
            at=mention.start,
            doubts=doubts,
        )


@dataclass(frozen=True, slots=True)
class _Described:
    item: str
    relation: str
    name: str
    year: int | None = None
    facet: str = ""


def _describe(mention: Mention, subject: str, base_item: str, base_year: int | None) -> _Described:
    clause = mention.clause
    inherited = subject or base_item
    if mention.unit in {"%", "个百分点"}:
        if _COMPLETION.search(clause):
            return _Described(inherited, "completion", f"{inherited}完成预算的比例")
        if share := _SHARE.search(clause):
            own = item_of(clause[: share.start()]) or base_item
            return _Described(own, "share", f"{own}占{share['whole']}比" if share["whole"] else f"{own}占比")
    if change := _CHANGE.search(clause):
        lead = clause[: change.start()]
        compared = _COMPARED.search(lead)
        own = item_of(lead[: compared.start()]) if compared else item_of(lead)
        item = (
            own if len(own) > 1 and not re.fullmatch(r"(?:同比|环比|相应|决算数?|预算数?|总体|共)", own) else inherited
        )
        basis = lead[compared.start() :] if compared else ""
        word = change["direction"]
        relation = "decrease" if re.search(r"减|降|低", word) else "increase"
        return _Described(item, relation, f"{item}{basis}{word}")
    if _COMPLETION.search(clause):
        return _Described(inherited, "completion", f"{inherited}完成预算的比例")
    if inherited and (prior := _prior(clause, base_year)):
        return _Described(inherited, "prior", f"{inherited}：{prior}")
    if facet := _FACET_TAIL.match(clause):
        own = item_of(facet["item"])
        item = inherited if subject or len(own) < 2 else own
        return _Described(item, _facet_relation(facet["facet"]), f"{item}：{facet['facet']}")
    stripped = item_of(clause)
    year = int(y[-1]) if (y := re.findall(r"(20\d\d)年", clause)) else None
    if inherited and (_FACET.match(clause) or _FACET.match(stripped)):
        told = re.sub(r"(?:为|是)$", "", clause)
        about = re.sub(r"(?:年初|全年)?预算数?$", "", inherited) if "决算" in told else inherited
        return _Described(about, _facet_relation(told), f"{about}：{told}", year, told)
    item = _TIME.sub("", stripped) if len(_TIME.sub("", stripped)) > 1 else stripped
    if subject and (not item or subject.endswith(item) or item in subject or item in {"科目", "支出"}):
        item = subject
    return _Described(item or inherited, "amount", stripped or inherited or "数值", year)


def _prior(clause: str, base_year: int | None) -> str:
    """The words by which a clause gives last year's number of what was told before (比2024年预算数, 2024年决算数为)."""
    compared = _COMPARED.match(clause)
    if compared and re.search(r"(?:数|预算|决算|执行)(?:的)?$", clause):
        return clause
    earlier = _PRIOR.fullmatch(clause)
    if earlier and base_year is not None and int(earlier["year"]) < base_year:
        return re.sub(r"(?:为|是)$", "", clause)
    return ""


def _facet_relation(facet: str) -> str:
    if re.search(r"执行数|上年", facet):
        return "prior"
    return "budgeted" if re.search(r"年初预算|全年预算|调整预算", facet) else "amount"
