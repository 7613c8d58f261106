"""Which documents a question is about: those it names, those that the questions before it named, or all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.text import folded
from qa.documents.catalog import Catalog, Document, Resolved
from qa.documents.groups import Group, group_in, unknown_in
from qa.english.in_chinese import in_chinese, is_english
from qa.english.many import by_kind
from qa.plain.sentences import question_text
from qa.surveys.asides import without_asides
from qa.surveys.bodies import left_out
from qa.surveys.follow_ups import names_no_item
from qa.surveys.of_two import says_of_two
from qa.surveys.reworded import change_asked
from qa.surveys.words import ALL, COMPARED
from qa.words.numerals import number_of
from qa.words.plan import TOGETHER

_YEARS = re.compile(r"历年|各年|逐年|近[几三五两]年|这[几三五两]年|趋势|每年")


@dataclass(frozen=True, slots=True)
class Scope:
    """`documents`: those asked about, newest first, or as they are named. `words`: the question without what names them.
    `across`: one answer is to be made of all of them; `earlier`: the question over many that it may lean on; `which`: it
    asks in English which of them; `named`: each is named; `rest`: they are all but some. `unclear`: several could be meant and the question does not say which. `absent`: what is
    named and not there (2024, an institute): no document is meant then."""

    documents: tuple[Document, ...]
    words: str
    across: bool = False
    unclear: bool = False
    earlier: str = ""
    which: bool = False
    named: bool = False
    rest: bool = False
    absent: str = ""


def scope_of(question: str, catalog: Catalog, history: Sequence[str] = (), document: str = "") -> Scope:
    """The documents of a question; `document` is an id that has been chosen beforehand."""
    question = _REMARKS.sub("", _WHICHEVER.sub("", without_asides(question)))
    question = question if document else by_kind(question)
    resolved = catalog.resolve(question)
    words = resolved.without(question)
    if document:
        return Scope((catalog.by_id[document],), words)
    if (but := left_out(question, resolved)) is not None and len(catalog.documents) > 1:
        return _but(*but, catalog)
    english = is_english(question)
    across = ALL.search(in_chinese(question) if english else question) is not None or (
        english and ALL.search(question) is not None
    )
    group = group_in(question, catalog.bodies) if across else Group()
    if group.members and not _within_a_name(group.words, question, resolved):
        whole = question if english else folded(question)
        without = whole.replace(group.words, " " if english else "的", 1)
        rest = catalog.resolve(without)
        if not rest.by_name:
            return _of_group(group, rest, catalog, without, which=english)
        question, resolved, words = (
            without,
            rest,
            rest.without(without),
        )  # 甲、乙这两家研究所: who they are stands before it
    if resolved.by_name:
        return _of_those_named(question, resolved, words, catalog, across=across, english=english)
    if len(catalog.documents) == 1:
        return Scope(catalog.documents, words)
    if (unknown := unknown_in(question)) is not None:
        return Scope((), words, absent=unknown)
    if across:
        before_it = _leaning_on(words, resolved, history, catalog, which=english)
        return before_it or _all(resolved, catalog, words, which=english)
    for place, earlier in reversed(list(enumerate(history))):
        before = catalog.resolve(earlier)
        if before.by_name and _YEAR_BEFORE.search(words) is not None and (last := _a_year_before(before, catalog)):
            return Scope(last, _YEAR_BEFORE.sub("", words))
        if before.by_name:
            own = catalog.select(resolved.years or None, resolved.kinds or None, None, before.institutes or None, None)
            return _named(before, words) if not own or not resolved.years else Scope(_sorted(own), words)
        if ALL.search(earlier) and (over := _over_many_before(history[: place + 1], catalog)) is not None:
            years = resolved.years or tuple(int(name) for name in resolved.absent if name.isdigit())
            pool = _sorted(catalog.documents) if before.years and not before.by_name else over.documents
            kept = tuple(d for d in pool if not years or d.year in years) if years else over.documents
            if not kept:
                return Scope((), words, absent=f"{'、'.join(map(str, years))} 年")
            return replace(over, words=words, documents=kept)
    found = _narrowed(resolved, catalog)
    return Scope(found, words, unclear=len(found) > 1)


def _of_those_named(
    question: str, resolved: Resolved, words: str, catalog: Catalog, *, across: bool, english: bool
) -> Scope:
    """The documents of a question that names bodies or files: together, where it holds them against one another."""
    said = in_chinese(words) if english else words
    compared = COMPARED.search(said) is not None or TOGETHER.search(_after_each(said)) is not None
    compared = compared or bool(change_asked(question_text(words)))
    of_two = len(resolved.mentions) == 2 and says_of_two(question_text(words))
    if of_two and len({d.institute for d in resolved.documents}) < 2:  # 甲的决算比乙的预算少: of each its own
        both = catalog.select(None, None, None, resolved.institutes, None)
        resolved = replace(resolved, documents=_sorted(both), kinds=(), years=())
        words = re.sub(r"(?:决算|预算)(?:数)?的?", "", words)
    whole = across or compared or of_two
    if whole and (apart := _each_its_own(question, resolved, catalog)) is not None:
        return apart
    return _named(resolved, words, across=whole)


_EACH_OF_THEM = re.compile(r"(?:分别|各自)(?:都)?(?:是|有|为|占|花了?|安排了?)*(?:多少|几|百分之)")


def _after_each(said: str) -> str:
    """The words in which several amounts are wanted as one: of what each has to tell by itself (占本年支出合计的比重分别是多少)
    only those after that."""
    each = _EACH_OF_THEM.search(said)
    return said if each is None else said[each.end() :]


_OWN = re.compile(
    r"^的?(?:(?P<year>20\d\d)年?(?:度)?(?:的)?)?(?P<kind>(?:预算|决算)(?!数|额|总|收|支|单位|执行|绩效|安排|比|表|编|拨|资|差|完|科))?(?:文件|公开|报告|材料)?(?:里面?|中)?"
)
"""The year and the kind of document that stand behind a body's name."""


def _each_its_own(question: str, resolved: Resolved, catalog: Catalog) -> Scope | None:
    """The documents of bodies that are each named with a year or a kind of its own (甲2026年预算和乙2024年决算); None where
    not all are, or one has no such document."""
    spans = sorted((s for s in resolved.spans if s.what == "institute"), key=lambda s: s.start)
    if len(spans) < 2 or len(spans) != len(resolved.mentions) or any(len(names) != 1 for names in resolved.mentions):
        return None
    own = [_OWN.match(question[s.end :]) for s in spans]
    if len({names[0] for names in resolved.mentions}) != len(spans):
        return None
    found: list[Document] = []
    for names, m in zip(resolved.mentions, own, strict=True):
        if m is None or not (m["year"] or m["kind"]):
            return None
        kind = {"预算": ["budget"], "决算": ["final"]}.get(m["kind"] or "")
        years = [int(m["year"])] if m["year"] else None
        fitting = _newest_of(_sorted(catalog.select(years, kind, None, [names[0]], None)), copies=True)
        if not fitting:
            return None
        found += fitting
    for span, m in reversed(list(zip(spans, own, strict=True))):
        stays = (
            "的"
            if m is not None and m[0].startswith("的") and not question[span.end + m.end() :].startswith("的")
            else ""
        )
        question = question[: span.start] + stays + question[span.end + (m.end() if m is not None else 0) :]
    return Scope(tuple(found), question, across=True, named=True)


def _within_a_name(words: str, question: str, resolved: Resolved) -> bool:
    """Whether words for a sort of bodies begin within the name of one (云滨区第三幼儿园)."""
    at = folded(question).find(words)
    begins = (len(folded(question[: s.start])) for s in resolved.spans if s.what == "institute")
    ends = (len(folded(question[: s.end])) for s in resolved.spans if s.what == "institute")
    return any(begin < at < end for begin, end in zip(begins, ends, strict=True))


def _over_many_before(history: Sequence[str], catalog: Catalog) -> Scope | None:
    """The scope of the last question, where that was over many documents: what leans on it is over the same ones."""
    last = scope_of(history[-1], catalog, history[:-1])
    return replace(last, earlier=last.earlier or last.words) if last.across else None


_LEANING = re.compile(
    r"^(?:那么?|单看|只看|光看|再看|单论|要是|如果|若|换成|至于|而|接着|然后)|(?:又|也)(?:是|数)?(?:谁|哪)|(?:谁|哪(?:一)?家)(?:呢|又)|[它他]们|(?:里面|里头|其)中|同样|呢[?？]?$"
)
"""Words by which a question over bodies goes on from the one before it (单看工程采购，又是谁家最高)."""
_OF_ALL_AGAIN = re.compile(
    r"全库|所有|全部|全体|各家|每家|[两二三四五六七八九十\d]+(?:家|份|个(?:单位|部门|机构))|(?:预算|决算)(?:单位|机构)"
)


def _leaning_on(
    words: str, resolved: Resolved, history: Sequence[str], catalog: Catalog, *, which: bool
) -> Scope | None:
    """The documents of the question before, where a question over bodies names no item of its own or goes on from that one."""
    leans = bool(history) and not resolved.years and names_no_item(words, which=which)
    before = _over_many_before(history, catalog) if leans else None
    return replace(before, words=words) if before is not None else _of_the_same(words, resolved, history, catalog)


def _of_the_same(words: str, resolved: Resolved, history: Sequence[str], catalog: Catalog) -> Scope | None:
    """The documents of the question before, where that was over some of them and this one goes on from it with an item of its
    own; None where it does not."""
    own = resolved.years or resolved.kinds or resolved.absent
    if not history or own or _LEANING.search(words) is None or _OF_ALL_AGAIN.search(words) is not None:
        return None
    before = _over_many_before(history, catalog)
    if before is None or not 1 < len(before.documents) < len(catalog.documents):
        return None
    return replace(before, words=words, earlier="")


_WHICHEVER = re.compile(r"(?:不管|不论|无论)(?:是)?[^,，。?？]{0,16}(?:预算|决算)[^,，。?？]{0,16}[,，]")
_REMARKS = re.compile(
    r"[(（](?=[^()（）]*(?:决算|(?<!公共)(?<!基金)(?<!经营)预算)(?:文件|单位)?(?:的)?(?:就)?(?:取|看|用|按|列(?!支(?!出数))|以(?![外内上下])))[^()（）]*[)）]|[。；;,，?？(（](?:有|出|做)?决算的(?:那)?[一两二三几]?(?:家|份|个)?(?:单位)?(?:就|都)?(?:看|按|算|用|以)(?:的是)?(?:实际)?(?:支出|决算)数?(?:算|为准|来看)?[。.)）]?"
)
"""Which of a document's two columns is meant."""
_YEAR_BEFORE = re.compile(r"(?:它|那|的)*(?:再)?(?:前一年|上一年|头一年)(?:度)?")


def _a_year_before(before: Resolved, catalog: Catalog) -> tuple[Document, ...]:
    """The documents of the year before, of the one document that a question named."""
    if len(_newest_of(before.documents)) != 1 or before.documents[0].year is None:
        return ()
    first = before.documents[0]
    return tuple(catalog.select([before.documents[0].year - 1], [first.kind], first.level, [first.institute], None))


def _all(resolved: Resolved, catalog: Catalog, words: str, *, which: bool = False) -> Scope:
    """All documents of a question that names none, or those of the years, kinds and sorts of body that it names."""
    years = [name for name in resolved.absent if name.isdigit()]
    if years:
        return Scope((), words, absent=f"{'、'.join(years)} 年")
    found = _narrowed(resolved, catalog)
    if (m := _SO_MANY_OF_KIND.search(words)) is not None:
        of_kind = tuple(d for d in found if d.kind == ("final" if (m["kind"] or m["of"]) == "决算" else "budget"))
        if len({d.institute for d in of_kind}) == number_of(m["number"] or m["counted"]):  # 四家预算单位
            return Scope(of_kind, words.replace(m[0], "", 1), across=True, which=which, named=True)
        if m["of"]:
            return Scope((), words, absent=f"{m['counted']}家{m['of']}单位")
    if (m := _OF_KIND.search(words)) is not None:
        kind = "final" if (m["kind"] or m["of"] or m["only"]) == "决算" else "budget"
        if of_kind := tuple(d for d in found if d.kind == kind):
            return Scope(of_kind, _of_each(words, m), across=True, which=which, named=True)
    if (m := _WHICH_OF_KIND.search(words)) is not None:
        kind = "final" if (m["kind"] or m["of"]) == "决算" else "budget"
        if of_kind := tuple(d for d in found if d.kind == kind):
            start, end = m.span("kind" if m["kind"] else "of")
            return Scope(of_kind, f"{words[:start]}{words[end:]}", across=True, which=which)
    return Scope(found, words, across=True, which=which)


def _of_each(words: str, kind: re.Match[str]) -> str:
    """A question over the bodies of one kind of document without that kind: of each of them, where it does not ask which."""
    rest = f"{words[: kind.start()]}{words[kind.end() :].lstrip('，, 的')}"
    return rest if re.search(r"哪|谁|几家", rest) else words.replace(kind[0], "各家", 1)


_SO_MANY_OF_KIND = re.compile(
    r"(?:编|做|出|公布|公开|发布|晒)(?:制|出)?(?:了)?(?P<of>预算|决算)的(?:这|那)?(?P<counted>[两二三四五六七八九十]|\d+)(?:家|份|个(?=单位|部门|机构))(?:单位|机构|部门)?(?:里面?|中|当中)?[,，]?|(?P<number>[两二三四五六七八九十]|\d+)(?:家|份|个)(?:编|做|出|公布|公开|发布|晒)?(?:制|出)?(?:了)?(?P<kind>预算|决算)(?:类)?(?:的)?(?:单位|机构|部门|文件)(?:里面?|里头|中|当中|之中)?[,，]?"
)


_OF_KIND = re.compile(
    r"(?:只看|只算|在)?(?:编|做|公开|公布)?(?:的)?(?P<kind>预算|决算)(?:类|性)?的?(?:单位|机构|部门|文件)(?:里面?|里头|中|当中|之中|的(?!预算|决算))|(?:只看|只算|仅看|单看|单算|光看|光算|就看)(?P<only>预算|决算)(?:单位|机构|文件)(?:的话)?[,，]|(?:只看|只算|在)?(?P<of>预算|决算)类的?(?:那|这)?(?:几家|单位|机构|文件)(?:里面?|中|当中)?[,，]?"
)


_WHICH_OF_KIND = re.compile(
    r"(?:哪(?:一|几|两|些)?(?:家|个|些)?|谁是|(?:几|多少)(?:家|个)|[把将给按]|(?:前|后)[两二三四五六\d](?:名|家|位)的?)(?P<kind>预算|决算)(?=单位|部门(?!预算|决算)|机构)"
    r"|(?<=的)(?P<of>预算|决算)(?=(?:单位|机构)(?:里|中|一共|总共|分别|都|又)*(?:是|有|为)?(?:哪|谁|几|多少[家个]|[?？]?$))"
)
"""Bodies of one kind of document of which it is asked which they are (前两名的预算单位是谁), or that are put in order."""


def _but(words: str, out: frozenset[str], number: int, catalog: Catalog) -> Scope:
    """The documents of all bodies but some, of the years and kinds that the other words name; `number` of bodies, where that
    is said."""
    resolved = catalog.resolve(words)
    found = tuple(d for d in _narrowed(resolved, catalog) if d.institute not in out)
    if resolved.absent or not found or number not in {0, len({d.institute for d in found})}:
        return Scope((), words, absent="、".join(resolved.absent) or "其他几家")
    return Scope(found, words, across=True, named=True, rest=True)


def _of_group(group: Group, resolved: Resolved, catalog: Catalog, words: str, *, which: bool) -> Scope:
    """The documents of a sort of bodies, of the years and kinds that are named."""
    years = [name for name in resolved.absent if name.isdigit()]
    if years:
        return Scope((), words, absent=f"{'、'.join(years)} 年")
    own = catalog.select(None, None, None, group.members, None)
    kept = [d for d in own if d in resolved.documents] if resolved.years or resolved.kinds else own
    if not kept:
        told = [f"{year} 年" for year in resolved.years] or [
            "预算" if k == "budget" else "决算" for k in resolved.kinds
        ]
        return Scope((), words, absent="、".join(told))
    at_head = re.match(r"(?:20\d\d年(?:度)?)?的", words) is not None and not which
    number = _SO_MANY_OF_A_SORT.match(group.words) if at_head else None
    if number is not None and number_of(number[1]) != len({d.institute for d in kept}):
        return Scope((), words, absent=group.words)
    said = re.search(r"[两二三四五六七八九十]|\d+", group.words)
    counted = said is not None and number_of(said[0]) == len({d.institute for d in kept})  # 那两个局: they are meant
    return Scope(_sorted(kept), words, across=True, which=which, named=counted)


_SO_MANY_OF_A_SORT = re.compile(r"(?:这|那)?([两二三四五六七八九十]|\d+)(?:家|个|所)")
"""How many of a sort of bodies a question is about that begins with them (两个市级单位的车一共多少)."""


def _named(resolved: Resolved, words: str, *, across: bool = False) -> Scope:
    """Of each institute named the newest document, unless years or kinds are named, or a development is asked for."""
    documents = resolved.documents
    if across and len(resolved.mentions) > 1 and all(len(names) == 1 for names in resolved.mentions):
        place = {name: i for i, name in enumerate(resolved.institutes)}
        newest = _newest_of(documents, copies=True) if len(resolved.years) < 2 else documents
        return Scope(
            tuple(sorted(newest, key=lambda d: place.get(d.institute, len(place)))), words, across=True, named=True
        )
    of_years = len(documents) > 1 and len(resolved.years) > 1
    if across and len(documents) > 1 and (ALL.search(words) is not None or of_years):
        return Scope(documents, words, across=True)
    if len(resolved.years) > 1 or len(resolved.kinds) > 1 or _YEARS.search(words):
        return Scope(documents, words)
    unclear = any(len(names) > 1 for names in resolved.mentions)
    return Scope(_newest_of(documents), words, unclear=unclear)


def _newest_of(documents: Sequence[Document], *, copies: bool = False) -> tuple[Document, ...]:
    """Of each institute its first, which is the newest; with `copies` also what else it published of that year and kind."""
    newest: dict[str, Document] = {}
    for found in documents:
        newest.setdefault(folded(found.institute), found)
    if not copies:
        return tuple(newest.values())
    first = {(name, d.year, d.kind, d.level) for name, d in newest.items()}
    return tuple(d for d in documents if (folded(d.institute), d.year, d.kind, d.level) in first)


def _narrowed(resolved: Resolved, catalog: Catalog) -> tuple[Document, ...]:
    return resolved.documents or _sorted(catalog.documents)


def _sorted(documents: Sequence[Document]) -> tuple[Document, ...]:
    return tuple(sorted(documents, key=lambda d: (-(d.year or 0), d.institute, d.id)))
