"""What stands beside the name of an amount in a question, and is no part of that amount: 房屋租赁费 is not all of 租赁费, 水费的审批人 is
nobody's amount, and what a row pays from the money left over is not all that it pays.

A noun or verb before a printed name in its clause narrows it, unless it says whose it is (the body, its people), is in what is printed with
the amount, or repeats a part of the name (自来水水费); one behind it asks for something else. A row that a question names, and that no
figure told is of, was passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from extract.model import Kind
from extract.text import folded
from qa.answer import Outcome
from qa.documents.figures import Figure, View
from qa.search.lexical import tokens
from qa.terms.terms import Term, names_of, spot
from qa.words.lexicon import lexicon, scopes_in
from qa.words.neutral import OF_THE_BODY, SAYS_NO_MORE, VERBS

_ORDINAL = re.compile(r"第.+|20\d\d.*|\d.*")
_ASKED_BEHIND = re.compile(
    r".*(?:由[\u4e00-\u9fff]{2,10}?(?:拨付|安排|下达|批复)的?|核[对实]?(?:一下)?|列报|找[到出]?|算算|算一?下|填|透露|指出|了解|看看?|[查问]|关注|关心|统计|整理|收集|汇总|知道|确认|承认|[写说](?:一句|到|过)?|帮|请|给出|列明|说明|告诉|回答|回复)"
)
"""Who asks and how, and who pays, stands before what is asked."""
_BREAKS = re.compile(r"[,，。;；:：、\n()（）“”\"《》]|其中|包括|分为|占")
_HALVES = frozenset(("基本支出", "项目支出", "人员经费", "公用经费"))
_SHORT = 2
_ONE_OF_TWO = re.compile(r"前者|后者|只要|只看|不要")
_LEFT_OVER = "上年结转"
_BY_SENTENCE = 0.25


def beside_the_name(text: str, outcome: Outcome, view: View) -> str:
    """What folded words say beside the name of what was told of money, and none of the figures bears: a word before or behind it, or
    another row; empty where there is nothing."""
    told = [f for s in outcome.stated for f in s.sources]
    if not told or outcome.quotes or told[0].yuan is None:
        return ""
    terms = [t for t in spot(text, view).terms if text.startswith(t.text, t.start)]
    own = [t for t in terms if any(_bears(t, f) for f in told)]
    said = folded(outcome.text + "".join(outcome.notes))
    chars = list(text)
    for term in terms:
        passed_over = (
            _ONE_OF_TWO.search(text) is None
            and term not in own
            and (_is_row(term, view) or term.absent)
            and any(_of_one_clause(text, term, o) for o in own)
        )
        if passed_over and not any(name in said for name in (term.text, *(n for n, _ in term.names))):
            return term.text
        if term in own or not term.fuzzy:
            chars[term.start : term.start + len(term.text)] = "\n" * len(term.text)
    for start, end, _ in scopes_in(text):
        chars[start:end] = "\n" * (end - start)
    rest = "".join(chars)
    printed = words_of(told)
    words = printed + folded(view.disclosure.meta.institute)
    reckoned = any(s.how for s in outcome.stated)
    if not reckoned and (apart := _apart(text, own, told, view)) is not None:
        return f"{apart[0].text}里的{apart[1].text}"
    if (m := _PER.search(text)) is not None and m[0] not in words:
        return m[0]
    beside = _Beside(text, rest, printed, words, view, reckoned=reckoned, noted=all(f.is_fact for f in told))
    return next((lost for term in own if (lost := _beside_term(term, beside))), "")


@dataclass(frozen=True, slots=True)
class _Beside:
    """What a question says, whole and without the names in it, and what is printed with what was told (`words`: with the body's name).
    `reckoned`: the answer was worked out; `noted`: it is all from the notes."""

    text: str
    rest: str
    printed: str
    words: str
    view: View
    reckoned: bool
    noted: bool


def _beside_term(term: Term, said: _Beside) -> str:
    """What stands beside one name, and is no part of the amount; empty where nothing does."""
    end = term.start + len(term.text)
    if term.fuzzy and (deed := _behind(said.text[end:], said.words)):
        return f"{term.text}{deed}"
    if not said.noted and (compound := _compound(term, said)):
        return compound
    bought = term.text.startswith("政府采购")
    if term.fuzzy or (said.noted and not bought):
        return ""
    as_said = term.text not in said.view.all_names and term.text not in _HALVES
    if as_said and not bought and Kind.THREE_PUBLIC not in term.tables:
        return ""  # an everyday name, which people say after what it is for (房屋设备修修补补)
    if lost := ("" if said.reckoned else _after(said.rest[end:], said.words)):
        return f"{term.text}{lost}"
    lost = _before(said.rest[: term.start], term.text, said.words)
    return f"{lost}的{term.text}" if lost else ""


def _after(behind: str, words: str) -> str:
    """The first word of what stands behind a name in its clause that is of something else than its amount (水费的审批人, 电费划转了多少);
    empty where there is none."""
    return first_meant(_BREAKS.split(behind)[0], words)


def first_meant(clause: str, words: str) -> str:
    """The first word of a clause that means something, and stands in none of the printed words; empty where there is none."""
    return next(all_meant(clause, words), "")


def all_meant(clause: str, words: str) -> Iterator[str]:
    """The words of a clause that mean something, and stand in none of the printed words."""
    return (word for word, sort in tokens(clause) if _means_something(word, sort, words))


def _means_something(word: str, sort: str, words: str) -> bool:
    """Whether a word is a noun, a verb or the like that neither is neutral nor stands in what is printed."""
    plain = len(word) < _SHORT or word in words or _neutral(word) or _ORDINAL.fullmatch(word) is not None
    expense = not sort and word.endswith("费")  # 电费, of the domain's own words
    place = (
        sort == "m" and re.search(r"[\d零〇一二两三四五六七八九十百千万亿几多少半数第]", word) is None
    )  # 港澳台, taken for a number
    return not plain and (expense or place or sort.startswith(("n", "v")) or sort in {"an", "l", "j", "i", "s"})


def _apart(text: str, own: Iterable[Term], told: Iterable[Figure], view: View) -> tuple[Term, Term] | None:
    """A row, and what is asked for within it, where each is told and nothing that is both; None where there are none."""
    near = sorted(own, key=lambda t: t.start)
    for whole, part in pairwise(near):
        within = _WITHIN.fullmatch(text[whole.start + len(whole.text) : part.start]) is not None
        if within and _is_row(whole, view) and not any(_is_of(whole, f) and _is_of(part, f) for f in told):
            return whole, part
    return None


_WITHIN = re.compile(r"(?:里面?|里头|之?中|当中)的?(?:有|用|由|靠|来自)?|的|用|由|靠")


def _of_one_clause(text: str, one: Term, other: Term) -> bool:
    """Whether no mark stands between two names."""
    start, end = sorted((one.start, other.start))
    return re.search(r"[,，。;；:：、?？]", text[start:end]) is None


def _before(before: str, name: str, words: str) -> str:
    """The nearest word of what stands before a name in its clause, or in one that only says what it is about (网站这块，), that narrows
    it; empty where there is none."""
    clauses = _BREAKS.split(before)
    about = _ABOUT.fullmatch(clauses[-2]) if len(clauses) > 1 else None
    clause = (about["it"] if about is not None else "") + _ASKED_BEHIND.sub("", re.sub(r"的$", "", clauses[-1]))
    found = tokens(clause)
    for i in range(len(found) - 1, -1, -1):
        word, sort = found[i]
        if word in _WORK and i > 0 and found[i - 1][0] not in words and _WHICH.fullmatch(found[i - 1][0]) is None:
            return found[i - 1][0] + word
        repeats = (word[-1] == name[0] and len(word) > _SHORT) or word[:_SHORT] in name
        if not repeats and _means_something(word, sort, words):
            return word
    return ""


_ABOUT = re.compile(r"(?:关于|至于|说到|就)?(?P<it>[\u4e00-\u9fff]{2,12})(?:这|那)(?:一)?(?:块儿?|方面|边|头|部分|上)")


def _neutral(word: str) -> bool:
    """Whether a word before a name says nothing of which amount is asked for."""
    return (
        word in VERBS
        or OF_THE_BODY.fullmatch(word) is not None
        or lexicon().noise.fullmatch(word) is not None
        or not re.sub(r"\s", "", SAYS_NO_MORE.sub("", word))
    )


_WORK = {"项目", "专项", "课题"}
_WHICH = re.compile(r"[每各这那该本个的]+|所有|全部|哪[个些]?|有|[一二两三四五六七八九十\d]+个?")


_PER = re.compile(
    r"[每按](?:一)?(?:次|批|人|天|日|公里|平方米|台|户|亩)(?!会|数|次|的?(?:分别|各))|人均|次均|日均|户均"
)
"""One of many, of which an amount is all."""


def _behind(behind: str, words: str) -> str:
    """A verb right behind a part of a name, of which nothing printed with the amount tells (人才引进, where 人才支撑 is there)."""
    word, sort = next(iter(tokens(behind)), ("", ""))
    plain = word in VERBS or lexicon().noise.fullmatch(word) is not None or word in words
    return word if sort in {"v", "vn"} and len(word) >= _SHORT and not plain else ""


_HEAD = re.compile(
    r"(?:补助|补贴|资助|津贴|奖励|管理|维护|养护|研究|运营|建设|保护|租赁|宣传|监测|检测|执法|救助|保险|规划|改造|开发|教育|物资|设备|用房|运输)(?!部门|单位|机构|人员|局|处|费用?由)"
)
"""Nouns that make a name of their own with the part of one before them: 绩效奖励 is not 绩效工资."""
_OTHERS_OF_IT = re.compile(r"(?<!除)其[他它]的?$")


def _compound(term: Term, said: _Beside) -> str:
    """A part of a name, or an everyday word for one, that with what stands right behind or before it is another name, of which nothing
    printed with the amount tells (死亡保护, where 死亡抚恤 is there; 其他补贴, where 购房补贴 is); empty where there is none."""
    end = term.start + len(term.text)
    if (m := _HEAD.match(said.text, end)) is not None and m[0] not in said.printed:
        return f"{term.text}{m[0]}"
    if (m := _OTHERS_OF_IT.search(said.text[: term.start])) is not None and re.search("其[他它]", said.printed) is None:
        return f"{m[0]}{term.text}"
    before = tokens(_BREAKS.split(said.text[: term.start])[-1]) if term.fuzzy and not said.reckoned else []
    word, sort = before[-1] if before else ("", "")
    return f"{word}{term.text}" if sort.startswith("n") and _means_something(word, sort, said.words) else ""


def _is_row(term: Term, view: View) -> bool:
    """Whether words name a row of money, printed so, and neither a table nor a total."""
    return not (term.fuzzy or term.total or term.tables or term.absent) and any(
        f.yuan is not None
        and not f.is_fact
        and not f.total
        and f.row == term.text
        and (f.code or term.text == _LEFT_OVER)
        for f in view.vocabulary.get(term.text, ())
    )


def _bears(term: Term, figure: Figure) -> bool:
    """Whether a figure is of what words name, or its sentence speaks of that."""
    return _is_of(term, figure) or (figure.is_fact and term.text in folded(figure.sentence))


def _is_of(term: Term, figure: Figure) -> bool:
    place = folded("，".join((figure.row, figure.header, figure.title, figure.section, *figure.parents)))
    return term.total or names_of(term, figure) > _BY_SENTENCE or term.text in place


def words_of(told: Iterable[Figure]) -> str:
    """All that is printed with some figures."""
    return folded("，".join(w for f in told for w in (f.row, f.header, f.title, f.section, f.sentence, *f.parents)))
