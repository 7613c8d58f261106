"""From words to figures: what a stretch of a question asks for, one target for each thing that it enumerates."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.model import Kind
from extract.text import folded
from qa.documents.figures import Figure, View
from qa.search.lexical import tokens
from qa.terms.resolve import Match, Wanted, others, resolve
from qa.terms.terms import Term, Terms, names_of, spot
from qa.words.plan import TOGETHER, hidden, shown

_JOINS = re.compile(
    r"^(?:的)?(?:支出|预算|决算|经费|费用?|科目)?(?:分别)?(?:和|与|及|以及|、|,|跟|同|加上?|或)+(?:在)?$"
)
_TOLERATED = re.compile(
    r"(?:日常|平时)?(?:办公|运转|运行)+|(?:个|项|类|条)?(?:项目|科目|款项|资金|经费|费用|支出|收入|开支|台套|左右|占|对应|缴费|事项|一项|名称|计算|公式|元|万元|拨款|标准)*(?:数|额)?"
)
_HALF_OF_IT = re.compile(
    r"(?:[里中]|列为|作为|算作|属于|放[在到进]|投[在到]|用于|[做搞走办])项目(?!名|[个类]|数|支出)|(?<![这该此本哪些个每各])项目(?:那一?块|那?一?部分|的(?:钱|资金)|上(?:的|花))"
)
"""Projects as what part of a row's money is spent on, which is not all of it."""
_WEAK = re.compile(
    r"(?:本年|当年|今年|全年)?(?:总的?|全部|所有|整个)?(?:收入|支出|开支|花销)(?:预算|决算|总计|总额|合计)?(?:总计|总额|合计)?|(?:预算|决算)总额|项目"
)
_GENERAL = re.compile(
    r"(?:财政拨款|一般公共预算|政府性基金|本年|上年|全年|今年|当年|一年|年度)?的?(?:总|全部|所有)?(?:基本|项目|经营)?(?:支出|收入|开支|花销)|合计|总计|预算数|决算数|金额|财政拨款|一般公共预算(?:拨款)?"
)
_MENTIONED = 0.4
_NEAR, _WIDE = 0.36, 0.9  # points behind the likeliest figure within which another is told as well


@dataclass(frozen=True, slots=True)
class Target:
    """One thing asked for: its terms, the figures that could be meant (best first), and what of the words stayed open."""

    terms: Terms
    matches: tuple[Match, ...]
    open: tuple[str, ...] = ()

    @property
    def figure(self) -> Figure | None:
        """The likeliest figure."""
        return self.matches[0].figure if self.matches else None

    @property
    def others(self) -> list[Figure]:
        """What else could be meant."""
        return others(self.matches, _WIDE if any(t.wide for t in self.terms.terms) else _NEAR)

    @property
    def words(self) -> str:
        """The words that name it."""
        return "".join(t.text for t in self.terms.terms)


def targets_of(words: str, view: View, wanted: Wanted, scopes: Sequence[str] = (), like: str = "") -> list[Target]:
    """The things that folded words ask for. `scopes` hold where the words name no table; `like` is what was asked
    before, which tells apart names that the words fit equally."""
    terms = spot(words, view)
    if not terms.scopes and scopes:
        terms = terms.with_scopes(scopes)
    if like:
        terms = replace(terms, terms=tuple(_nearer(t, like) for t in terms.terms))
    if (apart := _each_with_its_column(terms, words, view, wanted)) is not None:
        return apart
    one = _found(terms, view, wanted, words)
    meant = tuple(
        t
        for t in terms.terms
        if not t.fuzzy and t.names and not t.total and _in_brackets(words, t.start) and not _GENERAL.fullmatch(t.text)
    )
    if meant and len(one.terms.terms) < len(terms.terms):
        within = _found(replace(terms, terms=meant), view, wanted, words)
        if within.figure is not None:
            return [within]  # a remark in brackets names what was meant
    groups = _enumerated(terms.terms, words)
    many = [g for g in groups if len(g) > 1]
    if not many:
        return [one]
    shared = [t for g in groups if len(g) == 1 for t in g]
    split: list[Target] = []
    shared_total = [t for t in shared if t.total]
    for group in many:
        for term in group:
            own = tuple(sorted([*shared, term], key=lambda t: t.start))
            split.append(_found(replace(terms, terms=own), view, wanted, words))
    split += [_found(replace(terms, terms=(t,)), view, wanted, words) for t in shared_total]
    whole = one.figure is not None and len(one.terms.terms) == len(terms.terms)
    if whole and not re.search(r"和|与|及|跟|同|加|或|、", words):
        return [one]  # a row and its column, told one after the other
    if one.figure is not None and not all(t.figure is not None for t in split):
        return [one]
    return split


def _each_with_its_column(terms: Terms, words: str, view: View, wanted: Wanted) -> list[Target] | None:
    """Several cells that are to be taken together, each said by its row and its column (甲项目的上年结转和乙项目的上年结转
    加起来); None where they are not said so, or one of them is not there."""
    if len(terms.terms) <= _PAIR or not (TOGETHER.search(words) or re.search(r"各|分别", words)):
        return None
    parts = [shown(p) for p in re.split(r"和|与|及|加上?|、", hidden(words, view.whole_in(words))) if p.strip(",，")]
    told = [one if one.scopes else one.with_scopes(terms.scopes) for one in (spot(part, view) for part in parts)]
    money = tuple(t for t in told[0].terms if t.tables and not t.names and not t.total)
    told = [replace(one, terms=tuple(t for t in one.terms if t not in money)) for one in told]
    named = [one for one in told if one.terms]
    heads = [one.terms[0].text for one in named]
    whole_rows = [head for one, head in zip(named, heads, strict=True) if len(one.terms) < _PAIR]
    if len(named) < _PAIR or len(whole_rows) == len(named) or any(heads.count(row) < _PAIR for row in whole_rows):
        return None  # a row without its column beside another row's cell: they share it
    found = [
        _found(replace(one, terms=(*money, *one.terms)), view, wanted, part)
        for one, part in zip(told, parts, strict=True)
        if one.terms
    ]
    whole = all(
        t.figure is not None
        and not t.open
        and (len(t.terms.terms) >= _PAIR + len(money) or any(t.words.endswith(row) for row in whole_rows))
        for t in found
    )
    return found if whole and len({t.figure.ref for t in found if t.figure is not None}) == len(found) else None


_PAIR = 2


def names_near(words: str, view: View, most: int = 24) -> list[str]:
    """Printed names that share most pairs of characters with some words, then those that tables have first."""
    asked = {words[i : i + 2] for i in range(len(words) - 1)}
    names = [n for n, figures in view.vocabulary.items() if any(not f.is_fact for f in figures)]

    def unlike(name: str) -> float:
        return -sum(name[i : i + 2] in asked for i in range(len(name) - 1)) / len(name)

    return sorted(names, key=lambda n: (unlike(n), names.index(n)))[:most]


def elsewhere(target: Target, scopes: Sequence[str], view: View, wanted: Wanted) -> Target:
    """The same thing looked for in other tables."""
    terms = target.terms.with_scopes(scopes)
    return Target(terms, tuple(resolve(terms, view, wanted)))


def _nearer(term: Term, like: str) -> Term:
    if not term.fuzzy:
        return term
    ranked = sorted(term.names, key=lambda n: -difflib.SequenceMatcher(None, n[0], like).ratio())
    return replace(term, names=tuple((name, 0.95 - 0.03 * i) for i, (name, _) in enumerate(ranked[:8])))


def _enumerated(terms: Sequence[Term], words: str) -> list[list[Term]]:
    """Terms in groups: those that 和 and its like join stand for several things of one sort."""
    groups: list[list[Term]] = []
    for term in terms:
        if groups:
            last = groups[-1][-1]
            between = words[last.start + len(last.text) : term.start]
            if between in {",", "，"} and _is_whole(term) is not _is_whole(last):
                groups.append([term])  # 买房补贴，支出预算里一共列了多少: where it stands, no second thing
                continue
            if not between and last.code:
                groups.append([term])  # 2050404成人广播电视教育: a code and its name are one thing
                continue
            if (_JOINS.match(between) or (not between and TOGETHER.search(words))) and _sure(groups[-1][-1]) == _sure(
                term
            ):
                groups[-1].append(term)
                continue
        groups.append([term])
    return groups


def _is_whole(term: Term) -> bool:
    """Whether a term names no more than all of something."""
    return term.total or _WEAK.fullmatch(term.text) is not None


def _sure(term: Term) -> bool:
    """Whether a term's words are a name, or most of one."""
    return not term.fuzzy or (bool(term.names) and term.names[0][1] >= 0.8)


def _found(terms: Terms, view: View, wanted: Wanted, words: str) -> Target:
    """The figures for all of the terms, or for those that can be had together."""
    dropped: list[Term] = []
    kept = list(terms.terms)
    if any(
        not t.fuzzy and _in_brackets(words, t.start) and not _GENERAL.fullmatch(t.text) for t in kept
    ):  # (住房保障支出): what was meant, by its name
        kept = [t for t in kept if not t.fuzzy]
    all_of_it = terms.scopes and kept and all(_OF_ALL.fullmatch(t.text) for t in kept)
    if all_of_it and not resolve(replace(terms, terms=tuple(kept)), view, wanted):
        kept, terms = [], replace(terms, terms=(), total=True)  # what a table calls its total otherwise
    if wanted.unit == "money" and any(
        not _counts_only(t, view) for t in kept
    ):  # 下属1家单位的…: how many is said beside
        kept = [t for t in kept if not _counts_only(t, view)]
    while True:
        trial = replace(terms, terms=tuple(kept))
        matches = resolve(trial, view, wanted) if kept or terms.scopes or terms.total else []
        matches = _of_income(_at_that_end(matches, words), words)
        weak = [t for t in kept if len(kept) > 1 and _WEAK.fullmatch(t.text)]
        if matches and any(_other_side(t, matches[0].figure) for t in dropped):
            sides = {m[0] for t in dropped if (m := _SIDE.search(t.text)) is not None}
            matches = [m for m in matches if any(n.endswith(s) for s in sides for n in m.figure.names)]
        if not matches and any(_SIDE.search(t.text) for t in dropped):
            return Target(terms, (), _open(terms, [], words))
        if matches and not (weak and _only_mentioned(kept, weak, matches[0].figure)):
            left = [p for p in _open(trial, dropped, words) if not _told_beside(p, matches[0].figure, view)]
            return Target(trial, _bought_or_owned(matches, words, view), tuple(left))
        likely = any(_sure(t) and not _WEAK.fullmatch(t.text) for t in kept)
        droppable = weak if weak and likely else [t for t in kept if t.fuzzy] or weak
        if not droppable or len(kept) < 2:
            return Target(terms, (), _open(terms, [], words))
        kept.remove(droppable[-1])
        dropped.append(droppable[-1])


def _of_income(matches: Sequence[Match], words: str) -> list[Match]:
    """Rows of the table of income first, where a question asks for the income of a row that stands in both (行政运行收入)."""
    first = matches[0].figure if matches else None
    if first is None or not first.code or first.table is not Kind.EXPENDITURE or not _INCOME_OF.search(words):
        return list(matches)
    own = [m for m in matches if m.figure.table is Kind.INCOME and m.figure.names == first.names]
    return [*own, *(m for m in matches if m not in own)]


_INCOME_OF = re.compile(
    r"(?<!财政拨款)(?<!预算拨款)(?<!拨款)(?<!事业)(?<!经营)收入(?:是|有|为)?(?:多少|几)|的收入$|收入$"
)
_BEGINNING, _END = re.compile(r"年初|上年结转"), re.compile(r"年末|年底|结转(?:到|至|给|入)*(?:下一?年|次年|明年|来年)")


def _at_that_end(matches: Sequence[Match], words: str) -> list[Match]:
    """What is carried over at the end of the year that a question names, where both are there."""
    for said, other in ((_BEGINNING, _END), (_END, _BEGINNING)):
        if said.search(words) and not other.search(words):
            kept = [
                m
                for m in matches
                if not other.search("".join((m.figure.row, *m.figure.names, *m.figure.parents, *m.figure.columns)))
            ]
            return kept or list(matches)
    return list(matches)


def _bought_or_owned(matches: Sequence[Match], words: str, view: View) -> tuple[Match, ...]:
    """Things that are counted twice under one name, those to be bought first where the words ask for such, else those
    that are there."""
    first = matches[0].figure
    if not first.is_fact or first.yuan is not None:
        return tuple(matches)
    alike = [m for m in matches if m.figure.is_fact and m.figure.row == first.row and m.figure.unit == first.unit]
    bought = _BUYS.search(words) is not None
    facts = [f for f in view.figures if f.is_fact] if len(alike) > 1 or bought else []
    before = {f.ref: e for e, f in pairwise(facts) if e.section == f.section}  # 购置车辆1辆;设备6台: said of both

    def of_a_purchase(figure: Figure) -> bool:
        told = [figure, *([before[figure.ref]] if figure.ref in before else [])]
        return any(_BUYS.search(f.sentence) for f in told)

    fits = [m for m in alike if of_a_purchase(m.figure) is bought]
    if bought and not fits and first.unit.startswith(_COUNTED):  # what is there already is not what is bought
        longer = [f for f in facts if f.unit == first.unit and f.row != first.row and f.row.endswith(first.row)]
        return tuple(Match(f, matches[0].score) for f in longer if of_a_purchase(f))
    return (*fits, *(m for m in matches if m not in fits))


_COUNTED = ("辆", "台", "套")
_BUYS = re.compile(r"[买购添]|新增|采购")


def _counts_only(term: Term, view: View) -> bool:
    """Whether all that a term names is counted, and no money."""
    figures = [f for name, _ in term.names for f in view.vocabulary.get(name, ())]
    return bool(figures) and all(f.is_fact and f.yuan is None and f.unit not in {"", "%"} for f in figures)


_OF_ALL = re.compile(r"(?:本年)?(?:支出|收入)(?:预算|决算)?(?:合计|总计)")
_SIDE = re.compile(r"收入|支出")


def _other_side(dropped: Term, figure: Figure) -> bool:
    """Whether a figure is spending where income was asked for, or the other way round; a row of spending may have a column
    or a table of income."""
    said = next((side for side in ("收入", "支出") if side in dropped.text), "")
    if not said or ("收入" in dropped.text and "支出" in dropped.text) or said in f"{figure.header}{figure.title}":
        return False
    ends = ("支出", "费") if said == "收入" else ("收入",)
    return any(name.endswith(ends) for name in (*figure.names, *figure.inner))


def _only_mentioned(terms: Sequence[Term], weak: Sequence[Term], figure: Figure) -> bool:
    """Whether a figure is the whole, and what a question names beside the whole is only spoken of around it."""
    named = [t for t in terms if t not in weak and _sure(t) and t.names]
    return bool(named) and all(names_of(t, figure) < _MENTIONED for t in named)


def _open(terms: Terms, dropped: Sequence[Term], words: str) -> tuple[str, ...]:
    """Words that name something which was not found: behind the last thing found, or qualifying it with 的."""
    pieces = [*terms.unexplained, *(t.text for t in dropped if not _WEAK.fullmatch(t.text))]
    pieces = [p for p in pieces if not _TOLERATED.fullmatch(p) or (p == "项目" and _HALF_OF_IT.search(words))]
    if not terms.terms:
        return tuple(pieces)
    if all(_GENERAL.fullmatch(t.text) or _is_kind(t) for t in terms.terms) and any(is_noun(p) for p in pieces):
        return tuple(pieces)  # 外包的那笔，基本支出里是多少: of something unknown, not all basic expenditure
    end = max(t.start + len(t.text) for t in terms.terms)
    starts = {t.start for t in terms.terms}
    remarked = any(_in_brackets(words, t.start) for t in terms.terms)  # (住房保障支出) tells what the rest meant
    found = []
    for piece in pieces:
        at = words.find(piece)
        after = at + len(piece)
        named = next((t.text for t in terms.terms if t.start - after in range(1, 5)), "")
        akin = any(named[i : i + 2] in piece for i in range(len(named) - 1))  # 办公用品之类的办公费
        qualifies = any(_QUALIFIES.fullmatch(words[after:s]) for s in starts) and not akin and _names_a_thing(piece)
        beside = (
            not remarked and after in starts and at >= 0 and not akin and is_noun(piece)
        )  # 食堂电费, 采样瓶采购: of that, not of all
        beside |= any(t.fuzzy and words[after : t.start] in _COUPLES for t in terms.terms) and not akin and at >= 0
        for_whom = re.search(r"(?:给(?!出|我|一)|为|替|用于|用来)[^,，]{0,8}$", words[:at])
        if qualifies and for_whom and not re.search(r"企业|公司|供应商|厂", piece):
            continue  # 给职工家属的抚恤金: whom it is for, not which
        if _in_brackets(words, at):
            continue
        same_clause = at >= 0 and any("," not in words[after:s] for s in starts if s >= after)
        elsewhere_named = same_clause and _is_name(piece) and not akin and not remarked and not for_whom
        if at >= end or at < 0 or qualifies or beside or elsewhere_named:
            found.append(piece)
    return tuple(found)


_COUPLES = {"与", "和", "及"}
"""Words that make one name of two (对内合作与交流经费), of which only the second is part of a printed one."""


def _is_kind(term: Term) -> bool:
    """Whether a term is a kind of money, of which anything may be paid."""
    return (
        bool(term.tables)
        and not term.code
        and not term.total
        and re.match("政府性基金|国有资本", term.text) is not None
    )


_A_NAME = 3
"""How many characters a noun has at least that is taken for the name of a thing, wherever it stands."""
_NO_NAME = re.compile(
    r"(?:办公运转|日常运转|日常办公|人员|职工|来源|用房|交流|局|所|院|校|馆|单位|部门|资料库|数据库)$|^不要"
)


def _is_name(piece: str) -> bool:
    """Whether a piece ends with a noun that a dictionary knows and is long enough to name a thing, not only people or a place of
    the body's own."""
    found = tokens(piece)
    known = bool(found) and found[-1][1][:1] == "n" and len(found[-1][0]) > 1
    return known and len(piece) >= _A_NAME and _NO_NAME.search(piece) is None


def is_noun(piece: str) -> bool:
    """Whether the last word of a piece is a noun, or one that no dictionary knows."""
    found = tokens(piece)
    return bool(found) and (found[-1][1] == "" or found[-1][1][0] == "n") and len(found[-1][0]) > 1


def _names_a_thing(piece: str) -> bool:
    """Whether a piece does not end with a time (职工去世后的抚恤金), which says when and not which."""
    return not piece.endswith(("后", "前", "时"))


_QUALIFIES = re.compile(
    r"(?:这|那|哪)一?(?:类|块|项|方面|领域)的?|方面的?|(?:一家|本级|自己|预留|授予|签订|支付|发放|承担|使用|购买|委托)?的(?:采购)?"
)


def _told_beside(piece: str, figure: Figure, view: View) -> bool:
    """Whether what surrounds a figure says a piece of the question: its sentence, headings, title, rows above. What another
    figure of its sentence is called is said of that one."""
    if figure.is_fact and piece not in figure.row:
        beside = (f for f in view.figures if f.is_fact and f.sentence == figure.sentence and f.ref != figure.ref)
        if any(piece in f.row and f.unit == figure.unit for f in beside):
            return False
        if _A_WORK.search(piece) and any(
            p.section == figure.section and piece in folded(p.text) for p in view.disclosure.paragraphs
        ):
            return True  # what the whole section is about
    return any(
        piece in said for said in (figure.sentence, figure.section, figure.title, *figure.parents, *figure.columns)
    )


_A_WORK = re.compile(r"(?:工程|项目)$")


def _in_brackets(words: str, at: int) -> bool:
    """Whether a place stands in a remark in brackets."""
    return at >= 0 and words.count("(", 0, at) > words.count(")", 0, at)
