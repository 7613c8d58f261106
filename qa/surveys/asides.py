"""What questions over many documents say aside: which column counts where (决算单位取支出数), and what a total includes
(收入总计（含结转）)."""

from __future__ import annotations

import re

_KIND = r"(?:有|出|做|编)?了?(?P<{0}>预算|决算)(?:类)?的?(?:那)?[一二两三四五六七八九十几]?(?:家|份|个)?(?:单位|机构|部门|文件)?"
_TAKES = r"(?:就|都|则|一律|均)?(?:取|看|用|按|算|以|列(?!支(?!出数)))(?:的?是)?(?P<{0}>[^,，、;；。?？()（）]{{0,14}}?(?:数|额|金额|为准|口径|预算|支出|决算))"
_REST = r"(?:其余|其他|其它|剩下|另外)的?(?:几家|单位)?"
_COLUMNS = re.compile(
    rf"(?P<before>[。；;,，?？(（])(?:其中)?{_KIND.format('one')}{_TAKES.format('first')}[、,，;；和](?:{_KIND.format('other')}|{_REST}){_TAKES.format('second')}(?:计算|来算|算|来?比|来?排)?[。)）]?\s*$"
)
"""Which column counts in documents of one kind, and in the others."""
_MUST_TAKE = _TAKES.replace("(?:取|看|用|按|算|以)?", "(?:取|看|用|按照?|算|以)")
_ONE_KIND = re.compile(
    rf"(?P<before>[。；;,，?？(（])(?:其中)?(?:但|而)?{_KIND.format('one')}{_MUST_TAKE.format('first')}(?:计算|来?算|计|来看)?[。)）]?\s*$"
)
"""Which column counts in documents of one kind, said of these alone at the end (决算单位用决算数)."""
_ONE_KIND_FIRST = re.compile(
    rf"^(?:请问)?{_KIND.format('one')}{_MUST_TAKE.format('first')}(?:计算|来?算|计|来看)?[,，;；。](?:{_KIND.format('other')}{_MUST_TAKE.format('second')}(?:计算|来?算|计|来看)?[,，;；。])?"
)
"""The same at the head, of one kind or of both."""
_WITHIN = re.compile(
    rf"(?<=[\u4e00-\u9fff”])[,，]?{_KIND.format('one')}{_MUST_TAKE.format('first')}[、,，;；和]{_KIND.format('other')}{_MUST_TAKE.format('second')}(?:计算|来?算|计|来看)?[,，;；]"
)
"""The same of both in the middle of a question."""
_BOTH_KINDS = re.compile(
    r"(?:预算|决算)(?:类)?(?:的)?(?:单位|机构)[^,，。?？]*(?:多少|几)[^,，。?？]*[,，。?？][^,，。?？]*(?:预算|决算)(?:类)?(?:的)?(?:单位|机构)[^,，。?？]*(?:多少|几)"
)
"""One thing asked of the bodies of one kind, and of the others, in one breath."""
_MIXED = re.compile(
    r"[(（](?:(?:编制?|做)?(?:预算|决算)(?:类)?(?:的)?(?:支出|安排)?(?:数|金额|单位|文件|口径)?|[和与跟、]|都|也|把|不分|不论|不管|两种|口径)*(?:直接)?(?:(?:混|放|合|加)(?:着|到|在)?(?:一起|一块儿?|同)?|(?:都|也)(?:要)?算|相加|累加)(?:在内|上|进去|算|计算?|统计|加总|相加|看)*[)）]"
    r"|[,，。;；?？](?:预决算|(?:预算|决算)(?:数|文件|单位)?[和与跟、及](?:预算|决算)(?:数|文件|单位)?|(?:不分|不论|不管)预算(?:还是|和|与)?决算)(?:都)?(?:混|放|合|加)(?:着|到|在)?(?:一起|一块儿?|同)(?:来)?(?:排|比|算|看|加|统计|加总)*[?？。]*$"
)
"""A remark that what is planned and what was spent are to be taken together."""
_ALL_MONEY = re.compile(
    r"[(（](?:按|以|含|指|看)?(?:全部|全口径|各类|所有)(?:资金|的?钱|来源)?(?:的)?(?:口径|合计|来源)?(?:数|为准|计算?)?[)）]"
)
"""A remark that all money is meant, which an amount of a kind of spending is of where nothing else is said."""
_OWN = {"预算": re.compile(r"预算|安排"), "决算": re.compile(r"决算|支出|实际|执行")}


_STANDS_FOR = re.compile(
    r"[(（](?:其中)?(?P<kind>预算|决算)(?:类)?的?(?:单位|文件|机构|部门)?(?:则|就|里|中|的)*(?:为|是|指的?是?|即|对应的?是?|叫做?|称为?)[“\"《]?(?P<x>[^()（）“”\"《》]{2,14}?)[”\"》]?[)）]"
)
"""What stands in documents of the other kind for what a question names (支出总表（决算为支出决算表）)."""


_BOTH_TABLES = re.compile(
    r"[(（](?:按|取|看|指|见|即|分别[为是取])?(?P<one>[\u4e00-\u9fff]{2,10}?表)(?:和|与|及|、|或者?|[/／])(?P<two>[\u4e00-\u9fff]{2,10}?表)(?:里|中|上)?(?:的)?(?:合计|总计)?(?:行|栏|列|数|那一[行栏列])?[)）]"
)
"""One table by both its names, in brackets (支出总表、支出决算表的合计行)."""


def _plain_name(name: str) -> str:
    """The name of a table or an amount without the words that only say of which kind of document it is."""
    return re.sub(r"决算|预算|总|数$|额$", "", name.replace("收支", "收入支出"))


def _stands_for_itself(m: re.Match[str], question: str) -> bool:
    """Whether what is said to stand in the other kind of document is its own form of what the question names."""
    strange = {"预算": "决算", "决算": "预算"}[m["kind"]]
    name = _plain_name(m["x"])
    rest = _plain_name(question[: m.start()] + question[m.end() :])
    return strange not in m["x"] and (name in rest if name else True)


def without_asides(question: str) -> str:
    """A question without the words that say of each kind of document to take its own column, or its own form of a table, which
    is what is taken."""
    question = _ALL_MONEY.sub("", _MIXED.sub("", question))
    question = _BOTH_TABLES.sub(lambda m: "" if _plain_name(m["one"]) == _plain_name(m["two"]) else m[0], question)
    question = _OWN_TABLES.sub(_own_tables, _OR_CALLED.sub(_or_called, question))
    stands = _STANDS_FOR.search(question)
    if stands is not None and _stands_for_itself(stands, question):
        question = question[: stands.start()] + question[stands.end() :]
    if contrary(question):
        return question
    if (head := _ONE_KIND_FIRST.match(question)) is not None:
        return question[head.end() :]
    if (within := _WITHIN.search(question)) is not None:
        return f"{question[: within.start()]}，{question[within.end() :]}"
    m = _COLUMNS.search(question) or _ONE_KIND.search(question)
    return question if m is None else question[: m.start()] + ("？" if m["before"] in "?？" else "")


_OR_CALLED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,12})[(（](?:或者?|也叫|又叫|又称|亦称|即)(?P<other>[\u4e00-\u9fff]{2,14})[)）]"
)
"""What else a total is called in some of the documents (收支总计（或收支总预算）)."""
_TOTAL_NAMES = frozenset({"收支", "收入", "支出", "本年收入", "本年支出", "收入支出"})
_OWN_TABLES = re.compile(
    r"(?:^|(?<=[,，]))(?:按照?|根据|依照?|以)(?P<one>[\u4e00-\u9fff]{2,10}?表)(?:和|与|及|、|或者?)(?P<two>[\u4e00-\u9fff]{2,10}?表)(?:里面?|中|上)?(?:的)?(?:(?:合计|总计)(?:数|栏|列|那一?[列栏])?|数)?(?:来看|来?算|为准|看)?[,，]"
)
"""A table by the name that it has in budgets and by that in final accounts (按支出总表和支出决算表的合计数)."""


def _or_called(m: re.Match[str]) -> str:
    """A total by its first name, where the other is one of the same."""
    bare = [re.sub(r"预算|决算|总|计$|数$|额$", "", name) for name in (m["name"], m["other"])]
    whole = "总" in m["name"] and "总" in m["other"]
    return m["name"] if whole and bare[0] == bare[1] and bare[0] in _TOTAL_NAMES else m[0]


def _own_tables(m: re.Match[str]) -> str:
    """One table said by both its names: by the first of them."""
    return f"{m['one']}的" if _plain_name(m["one"]) == _plain_name(m["two"]) else m[0]


def contrary(question: str) -> bool:
    """Whether a question wants another column than a document's own of one kind (决算单位取年初预算数), or another table."""
    stands = _STANDS_FOR.search(question)
    if stands is not None and not _stands_for_itself(stands, question):
        return True
    m = _COLUMNS.search(question) or _WITHIN.search(question)
    alone = _ONE_KIND_FIRST.match(question) or (_ONE_KIND.search(question) if m is None else None)
    if m is None and alone is None:
        return _BOTH_KINDS.search(question) is not None
    told: list[tuple[str, str]] = []
    if m is not None:
        other = m["other"] or ("决算" if m["one"] == "预算" else "预算")
        told += [(m["one"], m["first"]), (other, m["second"])]
    if alone is not None:
        said = alone.groupdict()
        told.append((alone["one"], alone["first"]))
        told += [(said["other"], said["second"])] if said.get("other") else []
    strange = {"预算": "决算", "决算": "预算"}
    return any(_OWN[kind].search(said) is None or strange[kind] in said for kind, said in told)


_INCLUDED = re.compile(r"(?<=总计)(?:金额|数)?\((?:都|均)?(?:含|包括|包含|连同|算上)[^()]*结[转余][^()]*\)")
"""A total has what was carried over in it by its form: 总计 is what came in within the year and what was left before it."""
_LEFT_OUT = re.compile(r"(?<=本年收入|本年支出|收入合计|支出合计)\((?:不含|不包括|不算|剔除)[^()]*结[转余][^()]*\)")
_CARRIED = re.compile(r"\([^()]*(?:含|包括|包含|连同|算上|剔除|不算|扣除|去掉)[^()]*结[转余][^()]*\)")


def whole_totals(text: str) -> str:
    """A folded question without the brackets that say of a total what it is by its form anyway."""
    return _LEFT_OUT.sub("", _INCLUDED.sub("", text))


def with_carryover_unread(text: str) -> bool:
    """Whether a folded question still has brackets that add what was carried over to an amount, or take it off."""
    return _CARRIED.search(text) is not None


_ALL_OF_CARRIED = (
    r"(?:上一?年|去年|以前年度|往年|年初)(?:度)?的?(?:的)?结转(?:和?结余)?(?:资金|收入|的?(?:部分|钱|数))?"
)
_NOT_CARRIED = rf"(?:都|均|也)?(?:不要?|别)(?:计?算|含|包括|包含|计入?|考虑|加)(?:上|入|进)?{_ALL_OF_CARRIED}(?:在内|的话)?|(?:剔除|扣除|扣掉|去掉|除去|刨去|刨开|撇开|抛开)(?:了|掉)?{_ALL_OF_CARRIED}(?:的话|后|之后|以外|之外|外)?"
_CARRIED_APART = re.compile(
    rf"^(?:请问)?(?:{_NOT_CARRIED})[,，](?P<after>.+)$|^(?P<before>.+)[,，。;；?？(（](?:{_NOT_CARRIED})[)）]?[?？。]*$"
)
_WHOLE_INCOME = re.compile(
    r"(?:(?:全部|所有|总)的?收入(?:总额|总数|合计|总计)?|(?<![\u4e00-\u9fff](?<!的)(?<!家))(?:年度|本年)?收入(?:总额|总数|合计|总计)?)(?![\u4e00-\u9fff]{0,4}表)"
)
_ADDED_AFTER = re.compile(r"^(?:加起来|加在一起|合起来|合在一起|相加|总共|一共|合计|总计)+")
_OF_THE_YEAR = re.compile(r"(?:本年|年度)(?:收入|支出)|[\u4e00-\u9fff]收入")
"""Income of the year, of one kind or all of it, has nothing in it that was carried over."""


def without_carryover(question: str) -> str:
    """A question over bodies that says of income of the year to leave out what was carried over, without those words: the
    amount that forms print has none of it, and a whole income is the one of the year. Of other amounts, which may have some,
    as it is."""
    m = _CARRIED_APART.match(question)
    if m is None:
        return question
    rest = m["after"] or f"{m['before']}？"
    whole = _WHOLE_INCOME.search(rest)
    if whole is not None:
        return f"{rest[: whole.start()]}本年收入合计{_ADDED_AFTER.sub('一共', rest[whole.end() :])}"
    return rest if _OF_THE_YEAR.search(rest) and "支出" not in rest else question


def carryover_unread(question: str) -> bool:
    """Whether a question still says to leave out what was carried over, of an amount that may have some of it."""
    return _CARRIED_APART.match(question) is not None
