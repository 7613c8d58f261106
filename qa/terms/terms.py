"""The things that a question names, found in its words: names that the document prints, everyday names, codes, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.model import Kind
from qa.documents.figures import Figure, View
from qa.documents.names import word_starts
from qa.search.lexical import tokens
from qa.words.lexicon import Alias, lexicon, scopes_in, without_noise
from qa.words.standard import standard_names

_SHORTEST = 2
_TOO_GENERAL = frozenset(
    (
        "项目",
        "支出",
        "收入",
        "合计",
        "总计",
        "小计",
        "金额",
        "预算",
        "决算",
        "预算金额",
        "采购金额",
        "资金",
        "经费",
        "本年",
        "其他",
        "问题",
        "费用",
        "部门",
        "单位",
        "项目预算",
        "项目名称",
        "指标",
        "财政",
        "公用",
        "人员",
        "基本",
        "公务",
        "政府",
        "服务",
        "一般",
        "收支",
        "安排",
        "车辆",
        "购置费",
        "运行费",
    )
)


@dataclass(frozen=True, slots=True)
class Term:
    """Words of a question that name something. `names` are what the document calls it, with how sure that is (0 to 1).

    `tables`: kinds of table that it speaks of (a kind of money); `code`: a classification code; `fuzzy`: the words are
    only part of the names; `but`: a word that names of it must not have (收入, where 支出 is asked for). `absent`: a
    name of the budget classification that the document does not print.
    """

    text: str
    start: int
    names: tuple[tuple[str, float], ...] = ()
    tables: tuple[Kind, ...] = ()
    contains: str = ""
    code: str = ""
    fuzzy: bool = False
    total: bool = False
    prefers: tuple[Kind, ...] = ()
    wide: bool = False
    but: str = ""
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """What a stretch of a question names: terms in order, tables it insists on, and words that nothing explains."""

    terms: tuple[Term, ...]
    scopes: tuple[str, ...]
    unexplained: tuple[str, ...]
    total: bool = False

    def with_scopes(self, scopes: Sequence[str]) -> Terms:
        """The same in other tables."""
        return replace(self, scopes=tuple(scopes))


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    rank: int
    term: Term | None = None
    scope: str = ""
    alias: Alias | None = None


_STATED = re.compile(
    r"\d[\d,]*(?:\.\d+)?(?:亿元|万元|元|%)(?!(?:\(含\))?以[上下])|\d+\.\d+|20\d\d(?=年[末初])|20\d\d年度?(?![末初])"
)


def spot(text: str, view: View) -> Terms:
    """What a folded stretch of a question names in a document. Longer words win over shorter ones, printed names over
    everyday ones."""
    told = view.spotted.get(text)
    if told is None:
        if len(view.spotted) >= _SPOTTED:
            view.spotted.clear()
        told = view.spotted[text] = _spot(text, view)
    return told


_SPOTTED = 2048
"""Stretches that a document remembers what they name: the readings of one question look at the same ones again and again."""


def _spot(text: str, view: View) -> Terms:
    text = _STATED.sub(lambda m: "，" * len(m[0]), text)  # amounts that a question states name nothing
    spans = [
        *_scope_spans(text),
        *_name_spans(text, view),
        *_code_spans(text, view),
        *_absent_spans(text, view),
        *_alias_spans(text, view),
        *_cost_spans(text, view),
        *_soft_spans(text),
    ]
    spans.sort(key=lambda s: (s.start - s.end, s.rank, s.start))
    kept: list[_Span] = []
    for span in spans:
        if all(span.end <= k.start or span.start >= k.end for k in kept):
            kept.append(span)
    alone = [k for k in kept if k.alias is not None and k.alias.alone]
    if alone and (any(k.term is not None for k in kept if k not in alone) or _names_something(_rest(text, kept), view)):
        kept = [k for k in kept if k not in alone]  # the question names something of its own
    named = {k.start for k in kept if k.scope}
    kept = [k for k in kept if not (k.rank == 3 and k.end in named)]  # 一般公共预算“三公”经费支出表 is one name
    kept.sort(key=lambda s: s.start)
    rest = _rest(text, kept)
    fuzzy, unexplained = _fuzzy(rest, view)
    if len(unexplained) + len(fuzzy) > 1 and (one := _name_of_all(unexplained, fuzzy, rest, view)) is not None:
        fuzzy, unexplained = [one], []
    if not fuzzy and not unexplained and not any(k.term is not None and k not in alone for k in kept):
        fuzzy = _verbs(rest if not alone else text, view)
        if fuzzy and alone:
            kept = [k for k in kept if k not in alone]
    if not fuzzy and _TOO_GENERAL.issuperset(unexplained) and not any(k.term is not None for k in kept):
        unexplained = [*unexplained, *_deeds(rest)]
    if alone and not fuzzy and not any(k.term is not None and k not in alone for k in kept):
        things = _nouns(rest)
        kept, unexplained = (
            ([k for k in kept if k not in alone], [*unexplained, *things]) if things else (kept, unexplained)
        )
    if (thing := _THING.search(text)) is not None and _unheard(thing[1], view):
        unexplained = [*unexplained, thing[1]]
    unexplained = [*unexplained, *_codes_not_there(text, view)]
    terms = sorted([*(k.term for k in kept if k.term is not None), *fuzzy], key=lambda t: t.start)
    return Terms(
        tuple(terms),
        tuple(dict.fromkeys(k.scope for k in kept if k.scope)),
        tuple(unexplained),
        re.search(r"合计|总计|总额|一共|总共|共计|小计", rest) is not None or any(t.total for t in terms),
    )


_MONEY = frozenset(("支出", "收入", "预算", "决算", "结转", "结余", "收支", "支配", "开支", "运转", "进账", "入账"))
"""Verbs that are no more than money coming in and going out."""


def _deeds(rest: str) -> list[str]:
    """What a question that names nothing says is done with the money (采购预算总共多少): it is not about all of it."""
    deeds = [w for w, sort in tokens(rest) if len(w) >= _SHORTEST and sort in {"v", "vn"} and w not in _MONEY]
    return [w for w in deeds if re.search(rf"{re.escape(w)}的?{_MEANS}", rest) and not lexicon().noise.fullmatch(w)]


def _nouns(rest: str) -> list[str]:
    """The single characters that name a thing beside words for all of the money (今年在狗身上要花多少): it is not about all of it."""
    of_noise = lexicon().noise
    found = [w for w, sort in tokens(rest) if len(w) < _SHORTEST and sort in {"n", "nr", "ns", "nz", "zg"}]
    return [w for w in found if w not in _NO_THING and of_noise.fullmatch(w) is None]


_NO_THING = frozenset("元钱款万亿年月日家局所院馆校站园队处科厅区县市省镇乡国表项笔块数额量值方盘本岁时初报")
_MEANS = r"(?:预算|支出|费用?|资金|经费|金额|钱|款)(?!表)"


_THING = re.compile(r"(?:多少|几)([\u4e00-\u9fff])(?:呢|啊|呀)?$")


def _unheard(thing: str, view: View) -> bool:
    """Whether the one character that a question asks how much of (多少血) is a thing that no name has."""
    sort = tokens(thing)[0][1] if tokens(thing) else ""
    return sort == "n" and thing not in "钱元块车人家个笔份张台辆" and thing not in view.all_names


def _name_of_all(unexplained: Sequence[str], fuzzy: Sequence[Term], rest: str, view: View) -> Term | None:
    """The one printed name that has all pieces which none explains alone (卖彩票的公益金，搞体育的: 用于体育事业的彩票公益金支出)."""
    pieces = [*unexplained, *(t.text for t in fuzzy)]
    names = [name for name in view.vocabulary if all(piece in name for piece in pieces)]
    if not names or any(min(names, key=len) not in name for name in names):
        return None
    longest = max(pieces, key=len)
    return Term(longest, rest.find(longest), ((min(names, key=len), 0.9),), fuzzy=True)


def _names_something(rest: str, view: View) -> bool:
    """Whether words beside those for all of the money name something of their own, be it by a verb (审计费花了多少)."""
    verbs = [
        w
        for w, sort in tokens(rest)
        if len(w) >= _SHORTEST and sort.startswith("v") and not lexicon().noise.fullmatch(w)
    ]
    return any(_fuzzy(rest, view)) or bool(verbs)


def _verbs(text: str, view: View) -> list[Term]:
    """Verbs that names begin with (统战: 统战事务), where a question names nothing else."""
    found = []
    for word, sort in tokens(text):
        if (
            len(word) >= _SHORTEST
            and sort.startswith("v")
            and word not in _TOO_GENERAL
            and not lexicon().noise.fullmatch(word)
        ):
            names = [n for n in view.vocabulary if n.startswith(word) and len(n) <= 3 * len(word)]
            if names:
                found.append(Term(word, text.find(word), tuple((n, 0.85) for n in names), fuzzy=True))
    return found


def _scope_spans(text: str) -> Iterable[_Span]:
    for start, end, name in scopes_in(text):
        yield _Span(start, end, 0, scope=name)


def _name_spans(text: str, view: View) -> Iterable[_Span]:
    for name in view.vocabulary:
        if len(name) < _SHORTEST or name in _TOO_GENERAL:
            continue
        at = text.find(name)
        while at >= 0:
            term = _printed(name, at, text, view)
            yield _Span(at, at + len(name), 1, term)
            at = text.find(name, at + 1)


def _printed(name: str, at: int, text: str, view: View) -> Term:
    """A printed name, with what else the document calls it, and the kind of money that it may be."""
    soft = next((s for s in lexicon().soft if (m := s.words.match(text, at)) and m.end() == at + len(name)), None)
    alias = next((a for a in lexicon().aliases if not a.alone and a.words.fullmatch(name)), None)
    near = [
        n for n in (f"{name}支出", name.removesuffix("支出")) if n != name and len(n) >= _WHOLE_NAME and _coded(n, view)
    ]
    told = all(f.is_fact for f in view.vocabulary[name])  # the notes' own name for what a table prints otherwise
    also = tuple(
        (n, (0.95 if told else 0.9) - 0.02 * i)
        for i, n in enumerate(alias.means if alias else ())
        if n != name and n in view.vocabulary
    )
    also += tuple((n, 0.9) for n in near if _coded(name, view) and n not in {name for name, _ in also})
    return Term(
        name,
        at,
        ((name, 1.0), *also),
        soft.tables if soft else (),
        soft.names if soft else "",
        but=_other_side(text, at + len(name)) if soft else "",
        prefers=alias.scope if alias else (),
        total=alias.total if alias else False,
    )


def _absent_spans(text: str, view: View) -> Iterable[_Span]:
    for start, name in view.absent_in(text):
        money = any(  # 国有资本经营预算支出: a table of its own
            (m := soft.words.match(name)) is not None and name[m.end() :] in {"", "支出", "收入"}
            for soft in lexicon().soft
        )
        same = any(a.words.fullmatch(name) for a in lexicon().aliases if a.same or Kind.THREE_PUBLIC in a.scope)
        if not money and not same:
            yield _Span(start, start + len(name), 1, Term(name, start, absent=True))


def _code_spans(text: str, view: View) -> Iterable[_Span]:
    for m in _CODE.finditer(text):
        if m[0] in view.codes:
            yield _Span(m.start(), m.end(), 1, Term(m[0], m.start(), code=m[0]))


_CODE = re.compile(r"(?<!\d)(?<!\d[.,])\d{3,7}(?![\d.,]*(?:年|万|元|%|\d))")
_CODE_ASKED = re.compile(r"(?<!\d)(?<!\d[.,])[23]\d{4}(?:\d\d)?(?=这?个?(?:科目|代码|编码|类|款|项|那?一?行))")


def _codes_not_there(text: str, view: View) -> list[str]:
    """Codes of the budget classification that are asked for and that the document does not print."""
    return [m[0] for m in _CODE_ASKED.finditer(text) if m[0] not in view.codes]


def _alias_spans(text: str, view: View) -> Iterable[_Span]:
    for alias in lexicon().aliases:
        for m in alias.words.finditer(text):
            there = [(name, 1.0 - 0.02 * n) for n, name in enumerate(alias.means) if name in view.vocabulary]
            if alias.everyday and (not there or _names_other(m[0], alias, view)):
                continue
            if (
                m[0] in standard_names()
                and m[0] not in view.vocabulary
                and not (alias.same or Kind.THREE_PUBLIC in alias.scope)
            ):
                continue  # a thing of its own, which is not there
            if m.start() > 0 and text[m.start() - 1] == "非" and not any("非" in name for name, _ in there):
                continue  # what is not of that kind
            if m.end() - m.start() <= _CUT_SHORT and _cuts(text, m.start()):
                continue  # 修费 is no word of 装修费
            if m.end() - m.start() >= _SHORTEST or there:
                term = Term(
                    m[0], m.start(), tuple(there), total=alias.total, prefers=alias.scope, wide=alias.wide,
                    contains="三公" if alias.total else "", tables=alias.scope if alias.total else (),
                )  # fmt: skip
                yield _Span(m.start(), m.end(), 2, term if there or alias.total else None, alias=alias)


_CUT_SHORT = 2


def _cuts(text: str, start: int) -> bool:
    """Whether a stretch that begins there cuts a word in two."""
    at = 0
    for word, sort in tokens(text):
        if at >= start:
            return False
        at += len(word)
        if at > start:
            return bool(sort)
    return False


def _names_other(words: str, alias: Alias, view: View) -> bool:
    """Whether everyday words for one thing are part of the printed name of another (a project on 物业, say)."""
    stem = _FEE.sub("", _COST.sub("", words))
    return (
        len(stem) >= _SHORTEST
        and stem not in _TOO_GENERAL
        and any(
            stem in name
            and not any(own in name or name in own for own in alias.means)
            and any(f.yuan is not None for f in figures)
            for name, figures in view.vocabulary.items()
        )
    )


def _cost_spans(text: str, view: View) -> Iterable[_Span]:
    """福利的钱 for 福利费: what a cost is for, with another word for cost."""
    if _COST.search(text) is None and "费" not in text:
        return
    for name in view.vocabulary:
        stem = _FEE.sub("", name)
        if stem in text and len(stem) >= _SHORTEST and stem != name and stem not in _TOO_GENERAL:
            for m in re.finditer(
                rf"{re.escape(stem)}(?:{_COST.pattern})|{_BEGINS}{re.escape(stem)}(?:经费|费用)", text
            ):
                yield _Span(m.start(), m.end(), 2, Term(m[0], m.start(), ((name, 0.95),)))


_FEE = re.compile(r"(?:经费|费用?)$")
_BEGINS = r"(?:^|(?<=[的年里中度今,，、和与及]))"
"""Where a name begins that is no part of a longer one."""
_COST = re.compile(r"的?(?:钱|花销|开销|开支)")


def _soft_spans(text: str) -> Iterable[_Span]:
    for soft in lexicon().soft:
        for m in soft.words.finditer(text):
            but = _other_side(text, m.end())
            not_of_it = m.start() > 0 and text[m.start() - 1] == "非"  # what is not that kind stands in no table of it
            term = (
                Term(m[0], m.start(), contains=f"非{soft.names}", but=but)
                if not_of_it
                else Term(m[0], m.start(), tables=soft.tables, contains=soft.names, but=but)
            )
            yield _Span(m.start(), m.end(), 3, term)


def _other_side(text: str, at: int) -> str:
    """The side that words at a place do not speak of: 收入, where it is 支出; empty where they speak of none."""
    side = _SIDE.match(text, at)
    return "" if side is None else "收入" if side[1] == "支出" else "支出"


_SIDE = re.compile(r"(?:预算|决算|财政拨款|的)*(支出|收入)(?!和|与|及|支|总表|收)")


def _rest(text: str, kept: Sequence[_Span]) -> str:
    """The text with what was spotted cut out; spans without a term (nothing of that name is there) stay."""
    out, at = [], 0
    for span in kept:
        if span.term is None and not span.scope:
            continue
        out.append(text[at : span.start] + "\n")
        at = span.end
    return "".join([*out, text[at:]])


def _fuzzy(rest: str, view: View) -> tuple[list[Term], list[str]]:
    """Pieces that are part of printed names, and pieces that are part of none."""
    found: list[Term] = []
    unexplained: list[str] = []
    for piece in without_noise(rest):
        if len(piece) < _SHORTEST or re.fullmatch(r"[\d年月日]+", piece):
            continue
        part, names = _longest_part(piece, view)
        if names:
            found.append(Term(part, rest.find(part), names, fuzzy=True))
            left = piece.replace(part, "\n", 1).split("\n")
            unexplained += [
                p for p in left if len(p) >= _SHORTEST or (len(part) == _SHORTEST and p and p not in _TAILS)
            ]
        else:
            unexplained.append(piece)
    return found, unexplained


_TAILS = frozenset("费款额数类项金钱等表里的方面块人第新")
"""Single characters beside two that are part of a name, which do not make another thing of it (研究员 is no 研究)."""


@lru_cache(maxsize=4096)
def _begins(name: str) -> str:
    """The first characters of the words of a name."""
    return "".join(name[place] for place in sorted(word_starts(name)))


def _shortened(piece: str, view: View) -> list[str]:
    """The one name that a piece abbreviates, a character for each of some words in a row (环卫: 城乡社区环境卫生)."""
    found = sorted((name for name in view.vocabulary if piece in _begins(name)), key=len)
    return found if found and all(found[0] in name for name in found) else []


def _between_words(piece: str) -> set[int]:
    """The places of a piece where no word of it is cut in two."""
    places, at = {0}, 0
    for word, _ in tokens(piece):
        at += len(word)
        places.add(at)
    return places


def _longest_part(piece: str, view: View) -> tuple[str, tuple[tuple[str, float], ...]]:
    """The longest stretch of a piece that stands in printed names, with those names."""
    shortest = 2 if len(piece) <= 3 else max(3, (len(piece) + 1) // 2)
    cuts = _between_words(piece)
    for length in range(len(piece), shortest - 1, -1):
        for start in range(len(piece) - length + 1):
            part = piece[start : start + length]
            if part in _TOO_GENERAL or not {start, start + length} <= cuts:
                continue
            cut_short = len(part) <= _SHORT_PART  # 电费 is no 邮电费
            longest = 4 * len(part) if len(part) == 2 else 99  # two characters say little of a long name
            names = [
                (name, 0.6 + 0.35 * len(part) / len(name))
                for name in view.vocabulary
                if part in name and len(name) <= longest and not (cut_short and _cuts_a_word(part, name))
            ]
            if names:
                return part, tuple(sorted(names, key=lambda n: -n[1]))
    if len(piece) >= 4 and (loose := [n for n in view.vocabulary if len(n) <= 2 * len(piece) and _in_order(piece, n)]):
        return piece, tuple((n, 0.6 + 0.3 * len(piece) / len(n)) for n in sorted(loose, key=len))
    if len(piece) >= _SHORTEST and (short := _shortened(piece, view)):
        return piece, tuple((n, 0.85) for n in short)
    return "", ()


def _coded(name: str, view: View) -> bool:
    return any(f.code for f in view.vocabulary.get(name, ()))


_SHORT_PART = 2
_WHOLE_NAME = 5
"""Characters of a name that is the same thing with and without 支出 behind it (机关事业单位基本养老保险缴费)."""


@lru_cache(maxsize=65536)
def _cuts_a_word(part: str, name: str) -> bool:
    """Whether a part begins within a word of a name wherever it stands there."""
    starts = word_starts(name)
    return not any(name.startswith(part, at) for at in starts)


def _in_order(piece: str, name: str) -> bool:
    """Whether a name has all characters of a piece, in their order (公益岗位 in 公益性岗位补贴)."""
    at = iter(name)
    return piece not in name and all(char in at for char in piece)


def names_of(term: Term, figure: Figure) -> float:
    """How well a term names a figure by its row, column or own name: 0 to 1."""
    if term.absent:
        return 0.0
    if term.code:
        return 1.0 if figure.code == term.code else 0.25 if figure.code.startswith(term.code) else 0.0
    best = 0.0
    for name, sure in term.names:
        if name in figure.names:
            best = max(best, sure)
        elif name in figure.columns:
            best = max(best, sure * 0.98)
        elif name in figure.parents:
            best = max(best, sure * 0.3)
    if figure.table is Kind.BASIC and not best and any(name == "基本支出" for name, _ in term.names):
        best = 0.6  # 会议费的基本支出: its row in the table of basic expenditure
    if figure.table in term.tables:
        best = max(best, 0.3 if term.total and not _is_whole(figure) else 0.95)
    if term.contains:
        words = (*figure.names, *figure.columns)
        other = bool(term.but) and any(term.but in word for word in words)
        if not other and says_kind(term, words):
            best = max(best, 0.9)
        elif figure.is_fact and (term.contains in figure.section):
            best = max(best, 0.8)
    counted = figure.is_fact and figure.yuan is None and figure.unit not in {"", "%"}
    its_own = counted and any(name == term.text for name, _ in term.names)  # what is counted beside it (研究室5个)
    if not best and figure.is_fact and term.text in figure.sentence and not its_own and (counted or not term.fuzzy):
        best = 0.25
    return best


def says_kind(term: Term, words: Iterable[str]) -> bool:
    """Whether any of some names has the kind of money that a term names, and does not deny it (非财政拨款)."""
    return bool(term.contains) and any(term.contains in word and f"非{term.contains}" not in word for word in words)


def _is_whole(figure: Figure) -> bool:
    """Whether a figure is the total of its table, in both directions."""
    return (figure.total or figure.row_role == "total") and figure.column_role in {"", "total"} and not figure.columns
