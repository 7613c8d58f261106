"""What is asked of the one thing that was asked about before and of another beside it: their sum, which is more, the other
instead of it; and of it alone, in words that only point at it (前述款项占支出总计的比例, 到5万元没有)."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.text import key
from qa.documents.figures import View
from qa.follow_ups.context import Turn, is_row
from qa.words.left_out import NAME
from qa.words.operations import Operation

HOW_MUCH = r"(?:呢|(?:是|有|为|要)?(?:几何|多少|几)(?:钱|亿元|万元|元|块钱?)?(?:来着|呢)?)"
SHARE = r"(?:百分之(?:几|多少)|几成|多少|多大(?:的)?(?:比例|比重|份额)|(?:比例|比重|百分比)(?:是)?(?:多少)?)"
ADDED_UP = rf"(?:加(?:在)?一?起来?|加起来|合(?:在)?一?起来?|一共|合计|总共|之和|加总|相加)(?:的)?{HOW_MUCH}?"
_IT = r"(?:它|这个|那个|(?:刚才|刚刚|刚(?=[问说提查])|前面|上面|之前)(?:我)?(?:问|说|提|查)?(?:到|过)?的?(?:那|这)?一?(?:个|项|笔)|前一?项|上一?项|前者|(?:前述|上述|该|此)(?:款项?|资金|科目|项目|支出|费用|项))"
"""Words that point at the one thing asked about before."""
_WITH_IT = re.compile(
    rf"^(?:那么?)?(?:再|把)?(?:(?P<a>{NAME})(?:和|与|跟|同|(?:再|也)?加上?|连同)(?:上|了)?{_IT}|{_IT}(?:和|与|跟|同|(?:再|也)?加上?|连同)(?P<b>{NAME}))[,，]?(?:{ADDED_UP}|呢)$"
)
_ADDED_TO_IT = re.compile(
    rf"^(?:那么?)?(?:再|又)?(?:把|将)?(?P<a>{NAME})(?:也|都|一并|一起|一块儿?|给)*(?:[算加计并][上进入](?:去|来)?|包[括含]进[去来])[,，](?:那么?|就|又|会)*{ADDED_UP}$"
)
_TOGETHER_WITH = re.compile(
    rf"^(?:那么?)?(?:跟|和|与|同|连同?|带上?)(?P<a>{NAME})(?:一(?:起|块儿?|道|并)|合(?:在)?一起)*[,，]?{ADDED_UP}$"
)
_REACHES = re.compile(
    r"^(?:那么?|它|这)*(?:有没有|是不是|是否)?(?:有|到|够|达到?|满)(?:得?到)?了?(?P<amount>\d[\d,]*(?:\.\d+)?(?:亿元?|万元?|元))(?:了)?(?:没有?|吗|么|吧|不)$"
)
_AS_MUCH_AS_IT = re.compile(
    rf"^(?:那么?)?(?P<a>{NAME})(?:是不是|是否)?(?:也|同样)(?:是|有)?(?:这么|那么|一样)(?:多|高|大)?(?:钱)?(?:吗|么|吧)$"
)
_EXCEEDS = r"(?:超过|大于|高于|多于|压过|胜过)了?"
_EXCEEDS_IT = re.compile(
    rf"^(?:那么?)?(?P<a>{NAME})(?:是不是|是否|有没有)?(?:{_EXCEEDS}{_IT}|有{_IT}(?:那么|这么)?[多高大])(?:了)?(?:没有?|吗|么|吧)?$"
)
_IT_EXCEEDS = re.compile(rf"^(?:那么?)?{_IT}(?:是不是|是否|有没有)?{_EXCEEDS}(?P<a>{NAME})(?:了)?(?:没有?|吗|么|吧)?$")
_TIMES_OF = re.compile(rf"^(?:那么?|它|这)*(?:是|相当于|等于|合|抵得?上?)了?(?P<a>{NAME})的?(?:几|多少)倍(?:呢)?$")
_IS_MORE_THAN = re.compile(
    rf"^(?:那么?)?(?:它|这个?|那个?)?(?:是不是|是否|有没有)?比(?P<a>{NAME})(?:还|要|更|来得)*(?P<way>[多高大少低小])(?:一?[些点])?(?:吗|么|吧|是吧|对吗)?$"
)
_ITS_SHARE = re.compile(
    rf"^(?:那么?)?{_IT}(?:在)?占(?:了|到|据)?(?P<whole>{NAME})的?(?:{SHARE}|(?:比例|比重|份额|百分比)(?:为|是)?(?:何|多少|几何|多大|几))(?:呢)?$"
)
_MORE_THAN_IT = re.compile(
    rf"^(?:那么?)?(?P<a>{NAME})(?:的?(?:钱|金额|数额|预算))?(?:是不是|是否|有没有|应该)*(?:比|较){_IT}(?:还|要|更|来得)*(?P<way>[多高大少低小])(?:一?[些点])?(?:吗|么|吧|呢|是吧|对吗)?$"
)
_NOW_OF_ANOTHER = re.compile(
    rf"^(?:(?:相[比较]|比较|对比)(?:之下|而言|起来)?[,，]|(?:如果|要是|假如|若)?(?:换成?|改(?:成|为|问)|换做|换作|改看)(?:了|问)?|(?:先)?不(?:看|问|要|管|说|查){NAME}了?[,，](?:我|改|就|要|只|来|再)*(?:看|问|要|说|查)?)(?P<a>{NAME})(?:的话|呢|的(?:数|金额|数额))?[,，]?(?:又|就|则|会|的)*(?:{HOW_MUCH})?$"
)
_BESIDES_IT = re.compile(
    rf"^(?:那么?)?除(?:了|去|开)?(?P<it>{NAME})(?:以外|之外|外)?[,，](?P<a>{NAME})(?:又|还|则|准备|安排|花|用|列|编|预算|拨|了)*{HOW_MUCH}$"
)
_KINDS_OF_MONEY = r"(?P<money>一般公共预算|政府性基金|国有资本经营|财政拨款)(?:预算)?"
_BY_IT = r"(?:请|就|再|改|只|仅|单|光|若|如果|要是|那么?|回到)*"
_OF_A_MONEY = (
    re.compile(
        rf"^(?:那么?)?(?:请|就|再|改)*(?:按照?|以|就|用){_KINDS_OF_MONEY}(?:的)?(?:口径|资金|来源)(?:来)?(?:的话)?[,，]?(?:再|又|重新|给我|请)*(?:(?:报|说|算|答|列|讲|看|查|来|给)(?:一?[次下遍个]|数)*(?:数)?(?:呢)?|(?:又)?(?:是|有)多少(?:钱|万?元)?(?:呢)?|呢)$"
    ),
    re.compile(
        rf"^(?:那么?)?(?:单|只|光|仅)(?:看|论|说|算){_KINDS_OF_MONEY}(?:财政拨款)?(?:的)?(?:口径|资金|部分)?呢$"
    ),
    re.compile(
        rf"^{_BY_IT}(?:按照?|依照?|以|就|用|从|换(?:成|到|作|做)?|放(?:到|在)|论|改(?:成|为|按|用)|拿){_KINDS_OF_MONEY}(?:财政拨款)?(?:支出|资金|预算)?(?:的|这个|这一)?(?:口径|来源|角度|标准|范围|视角|表)?(?:里|上|中|内)?(?:呢)?"
        r"(?:来|去)?(?:为准|而言|统计|计算|看|算|说|讲|查|衡量)?(?:的话)?[,，]?(?:那么?)?(?:这|那|该|此)?(?:它|一?[项笔个](?:数字?|金额|钱|支出)?|(?<=[这那该此])(?:数字?|金额|科目))?(?:的)?(?:数字?|金额|数额|预算|支出)?(?:又|则|就|会|应该|预算|安排了?|一共|总共|应|是|有|为|列)*(?:多少|几|几何)(?:钱|[万亿]?元)?(?:呢)?$"
    ),
)


_OF_ANY = (
    (_ADDED_TO_IT, "{own}和{a}合计是多少"),
    (_TOGETHER_WITH, "{own}和{a}合计是多少"),
    (_TIMES_OF, "{own}是{a}的几倍"),
    (_REACHES, "{own}达到{amount}吗"),
    (_ITS_SHARE, "{own}占{whole}的百分之几"),
)
_OF_ROWS = (
    (_AS_MUCH_AS_IT, "{own}和{a}一样多吗"),
    (_IS_MORE_THAN, "{own}比{a}{way}吗"),
    (_MORE_THAN_IT, "{a}比{own}{way}吗"),
    (_EXCEEDS_IT, "{a}比{own}多吗"),
    (_IT_EXCEEDS, "{own}比{a}多吗"),
    (_NOW_OF_ANOTHER, "{place}{a}是多少"),
)
"""What is said only of a row: tables and kinds of money are named in such words too."""


def beside_it(text: str, own: str, place: str, last: Turn, shown: Callable[[str], str], view: View) -> str | None:
    """What is asked of the one thing of before (`own`, with the table it is in as its `place`) and another, or of another
    beside it; None where nothing of the sort is."""
    if (m := _WITH_IT.match(text)) is not None:
        return f"{own}和{m['a'] or m['b']}合计是多少"
    if last.plan.operation is not Operation.LOOKUP or last.plan.unit not in {"", "money"}:
        return None
    for pattern, told in (*_OF_ANY, *_OF_ROWS):
        m = pattern.match(text)
        if m is not None and ((pattern, told) in _OF_ANY or is_row(shown(m["a"]), view)):
            return told.format(own=own, place=place, **m.groupdict())
    if (asked := _of_a_money(shown(text))) is not None:
        fits = _any_table(last.scope) and "收入" not in own
        return f"{asked['money']}{own.removeprefix(place)}是多少" if fits else by_a_money(shown(text), last)
    m = _BESIDES_IT.match(text)
    if m is not None and (out := shown(m["it"])) in last.items and not _holds(shown(m["a"]), out, view):
        return f"{place}{m['a']}是多少"
    return None


def _of_a_money(text: str) -> re.Match[str] | None:
    return next((m for frame in _OF_A_MONEY if (m := frame.match(text)) is not None), None)


def by_a_money(text: str, last: Turn) -> str | None:
    """按一般公共预算来看，它又是多少, after what is no row (基本支出, 合计): that, of this money; empty where it was no one thing, as it is
    of what this money has in all then; None where nothing of the sort is asked."""
    m = _of_a_money(text)
    if m is None or last.plan.operation is not Operation.LOOKUP or last.plan.unit not in {"", "money"}:
        return None
    item = last.items[0] if len(last.items) == 1 else ""
    spent = item if item else last.plan.first if not last.items else ""
    if re.search(r"支出[^,，和与]{0,8}(?:[合总]计|总[额数])", spent) and "收支" not in spent:
        return f"{m['money']}支出的合计是多少"
    if re.fullmatch(r"(?:本年|当年)?收入(?:总计|合计|总额)", item):
        return f"{m['money']}{'' if m['money'] == '财政拨款' else '拨款'}收入是多少"
    if not item or not _any_table(last.scope) or ("收入" in item and m["money"] not in item):
        return ""
    return f"{m['money']}{item}是多少"


def _any_table(scope: str) -> bool:
    """Whether what was asked before was of no table, or of one of all money or another kind of it, which the kind that is asked
    for now takes the place of; not of a table that tells something else (三公经费表)."""
    kinds = r"(?:收入|支出|收支|财政拨款|一般公共预算|政府性基金|国有资本经营|预算|决算|基本|财务|部门|单位|20\d\d年(?:度)?)*"
    pointed = r"(?:同样?一?|这|那|该|上述|上面)*(?:一)?[张个]?(?:预算|决算)?表(?:格|里|中|上)*"
    return not scope or re.fullmatch(rf"{kinds}(?:总表|支出表|收支表|口径|明细表|表)?|{pointed}", scope) is not None


def _holds(whole: str, part: str, view: View) -> bool:
    """Whether one thing stands under another in any table, by their codes, or may do so as one of them has none."""
    wholes, parts = ({f.code for f in view.vocabulary.get(key(words), ()) if not f.is_fact} for words in (whole, part))
    return "" in wholes | parts or any(w and p.startswith(w) for w in wholes for p in parts)
