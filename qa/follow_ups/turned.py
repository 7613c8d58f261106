"""Questions that turn those before them: more things added, a share the other way round, others put in their place, all of them
held against an amount or against one another, one in the table of the last. Said out in full.

Each is read as a whole, with the names of the document masked; one that points at what cannot be told is empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.text import key
from qa.documents.figures import View
from qa.follow_ups.context import Turn, heads_column, is_row
from qa.follow_ups.counted_too import counted_too
from qa.follow_ups.leaning import one_thing, place_before, rows_before
from qa.plain.from_where import FROM_WHERE, NOT_OF_THE_TREASURY
from qa.plain.into_parts import into_parts
from qa.plain.phrased import ON_WHICH_ROWS
from qa.terms.masking import masked
from qa.terms.terms import spot
from qa.words.bounds import LOOSE_AMOUNT
from qa.words.left_out import NAME, Masked
from qa.words.lexicon import TABLES, lexicon, scopes_in
from qa.words.operations import Operation
from qa.words.plan import TOGETHER

_COUNTS = {"两": 2, "二": 2} | {n: place for place, n in enumerate("零一二三四五六")} | {str(n): n for n in range(7)}
_SO = r"(?:那么?|这|它们|上面|前面|以上|刚才|的|合计|总共|一共|加起来|又|都|总数|总额|[,，])*"
_MONEY = rf"(?P<amount>{LOOSE_AMOUNT})"
_ASKS = r"(?:了)?(?:吗|么|没有?|呢|吧|对吗|不)?"
_AGAINST_SUM = (
    (re.compile(rf"^{_SO}(?:有没有|是不是|是否|会不会)?(?:超过|突破|超出|大于|高于|多于|超|过)了?{_MONEY}{_ASKS}$"), "超过"),
    (re.compile(rf"^{_SO}(?:有没有|是不是|是否)?(?:不到|没到|低于|少于|不足|小于)了?{_MONEY}{_ASKS}$"), "低于"),
    (re.compile(rf"^{_SO}(?:有没有|是不是|是否|够不够|到没到)?(?:达到|到|够|有(?!没有)|满)了?{_MONEY}{_ASKS}$"), "达到"),
    (re.compile(rf"^{_SO}(?:就|应该|正好|刚好)*(?:是不是|是否|是|等于|为)(?:正好|刚好)?{_MONEY}{_ASKS}$"), "是"),
)  # fmt: skip
_OF_SO_MANY = r"(?:这|那|上面|前面|以上|刚才|的)*(?P<n>[两二三四五六2-6])(?:个|项|样|笔|者|种|块)(?:数|科目|费用|支出)?"
_WHICH_OF_THEM = re.compile(
    rf"^(?:那么?)?{_OF_SO_MANY}(?:里面?|当中|之?中|之间|相比|比|[,，])*(?:是)?(?:谁|哪(?:一)?[个项样笔种块])(?:的)?(?:花得|用得|花钱|金额|钱|数)*(?:最|更|要)?(?P<way>[大多高小少低])(?:的)?(?:呢)?$"
)
_ALL_OF_THEM = re.compile(
    rf"^(?:那么?)?{_OF_SO_MANY}(?:都|全)?(?:加(?:在)?一?起来?|合(?:在)?一?起来?|一共|合计|总共|之和|加总|相加|的?总(?:和|额|数|计))(?:呢|(?:是|有|为|要)?(?:几何|多少|几)(?:钱|万元|元)?(?:呢)?)?$"
)
_OTHER_WAY_ROUND = re.compile(
    r"^(?:那么?)?(?:反过来|倒过来|反之|换过来|颠倒过来|掉个个儿?)(?:看|算|说|讲|问|比|除)?(?:一下)?(?:呢|[,，]?(?:那么?)?(?:后(?:一个|者|面那?个)占前(?:一个|者|面那?个)的?)?(?:又|是|占)*(?:百分之(?:几|多少)|几成|多少|(?:比例|比重)(?:是)?(?:多少)?)?(?:呢)?)$"
)
_PUT_RIGHT = re.compile(
    rf"^(?:打|写|说|弄|搞|看|问|报)?(?:错|反|岔)了?(?:一下)?[,，](?:我)?(?:应该?|其实|要|想)*(?:问|说|查)?(?:的)?(?:是|问|为)(?P<list>{NAME}(?:(?:和|与|跟|、|及|加上?){NAME})+)$"
)
_IN_ITS_TABLE = re.compile(
    rf"^(?:那么?)?(?:在|看|按)?(?:同一?|这|那|上面那?)(?:张|个)?表(?:里面?|中|上)?的?[,，]?(?P<of>{NAME})(?:一共|总共|合计)?(?:呢|(?:是|有|列了?|写了?)*多少(?:钱|[万亿]?元)?(?:呢)?)$"
    rf"|^(?:那么?)?(?P<too>{NAME})(?:又(?:是|有|列了?)?多少(?:钱|[万亿]?元)?(?:呢)?|(?:是|有|列了?)?多少(?:钱|[万亿]?元)?呢)$"
    rf"|^(?:那么?)?(?P<a>{NAME})(?:呢)?[,，]?(?:也|同样|还是|仍|仍然|一样)*(?:按|照|按照|看|用|以|在|从)(?:同一?|刚才(?:那)?|这|那|上面那?)?(?:张|个)?表(?:里|中|上)?(?:的)?(?:来)?(?:说|看|算|报|查|答|为准|数)*(?:呢|(?:是|有)?多少(?:钱|万元)?)?$"
)

_NOT_ALL_OF_IT = re.compile(
    rf"^(?:我)?(?:说|问|要|看)?的?(?:并)?不(?:是|要|看)(?:合计|总数|总额|总的|全部|总计|{NAME})(?:数)?[,，](?:而)?(?:我)?(?:是|要|看|问)?(?:的)?(?:是)?(?P<column>{NAME})(?:那|这)?(?:一?[块栏列部分]+)?(?:呢|(?:是|有)?多少)?$"
)


_SUPPOSES = re.compile(
    r"^(?:那么?|如果|要是|它|若)*(?:再|又)*(?P<said>(?:(?:增长|增加|涨|上浮|提高|减少|下降|压减?|压缩|砍掉?|削减|降|减)(?:了|掉)?\d+(?:\.\d+)?%)|(?:加上|减去|扣掉|扣除)\d[\d,]*(?:\.\d+)?(?:亿元?|万元?|元))(?:以?后|之后|的话|呢|[,，]|还|剩下?|余下?|是|有|为|会|变成|能|一共|多少|几|钱|万?元)*$"
)
_SHORT_OF = re.compile(
    rf"^(?:那么?|它|这)*(?:离|距离?){_MONEY}(?:还|又)*(?:差|缺|少)(?:了|着)?(?:多少|几)(?:钱|万?元)?(?:呢)?$"
)


_ANOTHER_MEANT = re.compile(
    rf"^(?:哦|噢|啊|呃|不对|不|错了|[,，])*(?:我)?(?:问|说|要|看|指)?的?不是{NAME}[,，](?:我)?(?:而)?(?:是|要|想要|要的是|问的?是?|说的是|看)(?:的)?(?:是)?(?P<b>{NAME})(?:的)?(?:呢|数)?$"
)
_ITS_TABLE_IN_ALL = re.compile(
    r"^(?:那么?)?(?:那|这|该)?(?:一)?张?表的?(?:合计|总计|总数|总额|一共|总共)(?:数)?(?:又)?(?:是|有)?(?:多少)?(?:钱|万?元)?(?:呢)?$"
)
_FIRST_OF_ALL = re.compile(
    r"^(?:最开始|一开始|最初|最先|第一次|第一个|头一个)(?:问|说|提|查)?(?:到|过)?的(?:那一?|这一?)?(?:个|项|笔|条|问题)?(?:[,，]?(?:再|又)?(?:报|说|讲|告诉|念|给|重复|是|有)(?:我)?(?:一遍|一下|一次)?(?:数|多少)?(?:钱|万?元)?)?(?:呢)?$"
)
_IS_IT_NOT = re.compile(rf"^(?:那么?|难道)?(?:它|这)?(?:难道)?不是{_MONEY}(?:吗|么|吧)$")
_OVER_BUDGET = re.compile(
    r"^(?:那么?|它|最后|到底|实际|决算|支出|是否|是不是|有没有|没有?|未|不)*(?:超(?:出|过|支)?|突破)了?(?:年初|当初的?)?预算(?:数)?(?:了)?(?:吗|么|没有?|呢|吧)?$"
)
_MORE_THAN_IT = re.compile(
    rf"^(?:那么?|它|这)*(?:跟|和|与|比起?){NAME}(?:相?比|比起来)?(?:呢)?[,，]?(?:是|哪个|它|要|还)*(?P<way>高|多|大|少|低|小)(?:不(?P=way)|吗|么|还是[少低小高多大])?(?:呢)?$"
)


_GIVEN_TO_IT = re.compile(
    r"^(?:那么?|可|而)*(?P<now>今年|本年度?|当年|20\d\d年(?:度)?)?的?(?P<money>一般公共预算|政府性基金|国有资本经营|财政)?(?:预算|财政)*(?:拨款|资金|部门|那边|上)?(?P<later>今年|本年|当年)?(?:又|则|一共|总共|合计|计划|打算|准备|预算|[,，])*"
    r"(?:给|为|对|往|向)了?(?:它|(?:这|那|该)(?:一)?(?:[项笔个款](?:科目|支出|项目)?|科目|项目))(?:今年|本年|又|一共|总共|上面?|预算|计划)*(?:安排|拨付?|下达|批|列|投入?|出|掏|花|划|编|分|留)?(?:了|过|上)?(?:多少|几)(?:钱|[万亿]?元|资金|预算|经费)?(?:呢)?$"
)
"""How much of some money goes to what was asked about before: 今年一般公共预算给它安排了多少."""


def given_to_it(text: str, last: Turn, view: View) -> str | None:
    """今年一般公共预算给它安排了多少, after how much one row is, or was a year before: of that row, of this money and year; empty where it
    was about several things, or it is not clear which year is meant; None where it is not asked, or of no money that is named."""
    m = _GIVEN_TO_IT.match(text)
    if m is None or last.plan.operation not in {Operation.LOOKUP, Operation.CHANGE}:
        return None
    now = m["now"] or m["later"]
    if not (now or m["money"]):
        return None
    rows, year = rows_before(last, view), view.disclosure.meta.year
    when = now if now and now[0] == "2" else f"{year}年" if year and now else ""
    if len(rows) != 1 or (not when and last.plan.year not in {None, year}):
        return ""
    if m["money"] == "财政":
        return f"{when}{rows[0]}的财政拨款是多少"
    place = m["money"] or (f"{last.scope}里" if last.scope else "")
    final = view.disclosure.meta.kind == "final"
    return f"{when}{place}{rows[0]}{'' if m['money'] or final else '的预算数'}是多少"


_WITHOUT = re.compile(
    rf"^(?:那么?|如果|要是|它|这|其中|里面?)*(?:再|又|把|将)?(?:不(?:再)?(?:包括|包含|考虑|计入|计算|算上?|计|含|看|用|要|动用|使用|来自|靠)|除(?:却|去|掉|了|开|外)?|(?:没|未)有?(?:用|动用|使用|花|靠|算上?|计入?|含|包括)|排除|撇开|抛开|拿掉|去除)的?(?P<out>{NAME}|货物|工程|服务)(?:类)?(?:的)?(?:这|那)?(?:一)?(?:钱|资金|支出|部分|[块项])?(?:以外|之外|外|以?后|之后|的话)?的?(?:部分|钱|资金)?(?:[,，]?(?:一共|总共|合计|还|共)?(?:剩下?|余下?|是|有|为)*(?:多少|几)(?:钱|万?元)?呢?|呢)$"
)
"""What was asked before, without some of it."""


_ON_WHICH_ROWS = re.compile(
    rf"^(?:那么?|它|这|其|些|一?[项笔个](?!级)|钱|资金|支出(?!在|到|于)|经费)*(?P<asked>{ON_WHICH_ROWS})$"
)
_HOW_MUCH_OF = re.compile(
    r"^(?P<of>[^,，]{2,30}?)(?:今年|本年|全年|一共|总共|合计|共)*(?:是|有|为|安排了?|列了?|花了?)?(?:多少|几)(?:钱|[万亿]?元|资金)?$"
)


def _on_rows(text: str, last: Turn) -> str | None:
    """具体用到哪个科目上了, after how much something is: under which rows that is spent; None where it is not asked."""
    asked = _ON_WHICH_ROWS.match(text)
    if asked is None or last.plan.operation is not Operation.LOOKUP or len(last.items) > 1:
        return None
    of = _HOW_MUCH_OF.match(last.said.rstrip("?？。"))
    return f"{of['of']}{asked['asked']}" if of is not None else None


_ALL_OF_ONE_HALF = re.compile(
    r"^(?:那么?|它|这|那|该|一?[项笔部]分?|些|钱|资金|支出|经费)*(?:是不是|是否)?(?:全部?都?|都|全是|统统)(?:是|属于|列在|用于|用在|花在)*(?P<column>基本支出|项目支出)(?:上)?的?[,，]?(?:吗|么|吧|对吗|对吧|是吗)?$"
)
_THAN_AT_THE_OTHER_END = re.compile(
    r"^(?:那么?|它|这|个|数|[,，])*(?:比|较|跟|和|与|同)(?:年(?P<end>[初末])|期(?P<of>[初末]))(?:时|的)?(?:的?(?:结转和结余|结转结余|结转|结余|数|余额))?(?:相?比)?[,，]?(?:是)?(?P<way>增加|减少|多出?|少|高|低|增|减|降)(?:了|掉)*(?:多少|几)(?:钱|万?元)?(?:呢)?$"
)
_PART_NAMED = re.compile(
    r"^(?:那么?|其中|这?里面|当中|[,，])*(?P<of>用于|用在|花在|投向|给)(?P<what>[\u4e00-\u9fff]{2,12}?)(?:上面?)?的(?:那|这)?(?:一?(?:部分|块儿?|项|笔))?(?:钱|资金|支出)?(?P<asks>占(?:了|到|比)?(?:它|总额|总数|全部|其中)?的?(?:百分之(?:几|多少)|多少|几成|多大(?:的)?(?:比例|比重)|(?:比例|比重)(?:是)?(?:多少)?)?|(?:是|有|为|又)*(?:多少|几)(?:钱|万?元)?|呢)(?:呢)?$"
)
"""A part of what was asked before, by what its name says it is for."""


def _of_it(text: str, last: Turn, view: View) -> str | None:
    """全是基本支出吗, 比年初少了多少, 用于社会福利的那部分占多少, after how much one thing is; None where it is none of these, or the thing
    has no such part."""
    if last.plan.operation is not Operation.LOOKUP or len(last.items) != 1:
        return None
    rows, own = rows_before(last, view), f"{place_before(last, view)}{last.items[0]}"
    if (m := _THAN_AT_THE_OTHER_END.match(text)) is not None:
        end, other = ("年末", "年初") if (m["end"] or m["of"]) == "初" else ("年初", "年末")
        way = "多" if m["way"][0] in "增多高" else "少"
        return f"{own}比{own.replace(end, other)}{way}多少" if end in last.items[0] else None
    if len(rows) != 1:
        return None
    if (m := _ALL_OF_ONE_HALF.match(text)) is not None:
        return f"{own}全部是{m['column']}吗"
    if (m := _PART_NAMED.match(text)) is not None and (part := _named_for(m["what"], rows[0], view)):
        return f"{part}占{own}的百分之几" if "占" in m["asks"] else f"{part}是多少"
    return None


def _named_for(what: str, whole: str, view: View) -> str:
    """The one row under another whose name says that it is for something (用于社会福利的彩票公益金支出); empty where there is not one."""
    codes = {f.code for f in view.vocabulary.get(key(whole), ()) if f.code}
    under = {
        f.names[0]
        for f in view.figures
        if f.code and f.names and any(f.code != c and f.code.startswith(c) for c in codes)
    }
    named = [name for name in under if re.search(rf"(?:用于|^){re.escape(what)}", name)]
    return named[0] if len(named) == 1 else ""


_POINTS = re.compile(r"^(?:那么?|它|这|其|该|一?[项笔个](?:钱|支出)?|钱|支出|科目)*$")


def _its_parts(text: str, last: Turn, view: View) -> str | None:
    """它分成哪两项，各占多少比例, after one thing: of that; None where it is not asked, or the question before was of several."""
    asked = into_parts(text)
    rows = rows_before(last, view)
    if asked is None or _POINTS.match(asked.of) is None or len(rows) != 1:
        return None
    place = place_before(last, view) if last.plan.operation is Operation.LOOKUP else ""
    return f"{place}{rows[0]}{asked.words}"


_BY_ANOTHER_TABLE = re.compile(
    r"^(?:那么?|如果|要是|若|假如|换成|换|改成|改|再|又|[,，])*(?:按照?|以|用|看|从|在|照)?(?P<table>[\u4e00-\u9fff]{2,20}?表)的?(?:口径|数字?|数据)?(?:里面?|上面?|中)?(?:来)?(?:看|算|说|计算|统计)?(?:的话)?[,，]?"
    r"(?:(?:那|它|该项|这一?项|这个|的)*(?P<asks>(?:金额|数额|数|占比|比例|比重|百分比)?(?:和|与|、|及|以及|跟)?(?:金额|占比|比例|比重|百分比)?)(?:又|分别|各|都|会)*(?:是|有|为|占)*(?:多少|几何|几成|百分之几)(?:钱|[万亿]?元)?(?:呢)?|呢)$"
)
_A_SHARE = re.compile(r"占|比例|比重|百分")


def _by_another_table(text: str, before: Sequence[Turn], view: View) -> str | None:
    """按支出总表的口径，金额和占比又是多少, after how much one thing is, or what part it is: of the same in that table; None where it is
    not asked, or it was about several."""
    m = _BY_ANOTHER_TABLE.match(text)
    if m is None or not any(name != TABLES and not name.startswith("narrative") for *_, name in scopes_in(m["table"])):
        return None
    last = before[-1]
    whole = last.plan.second if last.plan.operation is Operation.SHARE else ""
    shared = last.plan.operation is Operation.SHARE
    items = [i for i in last.items if not any(soft.words.fullmatch(i) for soft in lexicon().soft) and i != whole]
    rows = [i for i in items if not heads_column(i, view)]
    columns = [i for i in items if i not in rows]
    asked_of_one = len(items) == 1 or (len(rows) == 1 == len(columns))
    if last.plan.operation not in {Operation.LOOKUP, Operation.SHARE} or not asked_of_one:
        return None
    asks = m["asks"] or ""
    if scopes_in(whole) or any(soft.words.search(whole) for soft in lexicon().soft):
        whole = ""  # of another table than the one that is asked for now
    part = f"占{whole}的百分之几" if whole else "占多少"
    share = bool(_A_SHARE.search(text)) or (shared and not asks)
    amount = re.search("金额|数", asks) is not None or not share
    own = f"{m['table']}里{'的'.join((*rows, *columns))}"
    return f"{own}是多少{f',{part}' if share else ''}" if amount else f"{own}{part}"


_HALVES_OF_IT = re.compile(
    r"^(?:那么?|它|其中|这|里面?|当中|的|[,，])*(?P<a>基本|项目)(?:支出)?(?:和|、|与|跟|及|以及|[,，])(?P<b>基本|项目)(?:支出)?[,，]?(?:又|都)?(?:各自?|分别)(?:又|都|的)*占(?:了|到|比)?(?:它|其|总额|总数|全部|合计)?的?"
    r"(?P<asks>(?:多少|几)(?:钱|金额|数额|资金|[万亿]?元)|百分之(?:几|多少)|几成|多少|(?:多大|多少)(?:的)?(?:比例|比重|份额)|(?:比例|比重|百分比)(?:是)?(?:多少|多大)?)(?:呢)?$"
)
"""How much both halves of one thing are, or what part of it each is."""
_OF_HALF = re.compile(
    r"^(?:那么?|其中|里面?|[,，])*(?P<column>基本支出|项目支出)(?:(?:那|这)一?(?:部分|块))(?:的)?(?:又|则)?(?:是|有|为)*多少(?:钱|[万亿]?元)?(?:呢)?$"
)
_ITS_HALF = re.compile(
    r"^(?:那么?)?(?:(?P<its>它|其|这(?:一?[项笔个])?|该项|该科目)的?(?:里面?)?的?)?(?P<column>基本支出|项目支出)(?:部分)?(?:又|则|共|一共)*(?:是|有|为|占了?|列了?|安排了?)*多少(?P<much>钱|[万亿]?元)?(?:呢)?$"
)
"""A half of what was asked before, where its table has one: said to be its own, or, with 占, as money."""
_IF_OF_ONE_MONEY = re.compile(
    r"^(?:那么?|如果|要是|假如|若|[,，])*(?:(?:只|单|光|仅)(?:看|按|就|论|说|算)|换成|换为|换到|改成|改看|改为)(?P<money>一般公共预算|政府性基金预算)(?:财政)?(?:拨款)?(?:支出)?(?:的话|来说|而言|这一?块)?[,，](?:那么?)?(?P<halves>基本(?:支出)?(?:和|与|、)项目(?:支出)?)?(?:这|那|上面|前面|上述|刚才|的|它们?)*(?:[两二](?:项|者|个|块|部分))?(?:的)?(?:占比|比例|比重|份额|数)?(?:又|分别|各自?)+(?:占|是|为)(?:了|到|比)?(?:百分之(?:几|多少)|几成|多少|(?:多大|多少)(?:的)?(?:比例|比重))(?:呢)?$"
)
_ANOTHER_MONEY = re.compile(
    r"^(?:那么?)?(?:如果|要是)?(?:再)?(?:换成|换为|换到|改成|改为|改看|换作|换)(?:的是|看|算)?(?P<money>一般公共预算|政府性基金|财政)(?:预算)?(?:财政)?(?:拨款)?(?:的)?支出(?:的)?(?:里面?|口径)?(?:呢|(?:又)?(?:是|有)?多少(?:钱|[万亿]?元)?(?:呢)?)$"
)
_REST_FROM_WHERE = re.compile(rf"^(?:那么?|它|其中|这|里面?|当中|的|[,，])*{NOT_OF_THE_TREASURY}{FROM_WHERE}(?:呢)?$")


def _halves(text: str, before: Sequence[Turn], view: View) -> str | None:
    """基本支出和项目支出各占多少, 基本支出那部分是多少, after one row: of that; 只看一般公共预算，这两项各占几成, after what part both halves
    are: of that money. None where it is not asked."""
    last = before[-1]
    rows = rows_before(last, view)
    m = _IF_OF_ONE_MONEY.match(text)
    if m is not None and last.plan.operation is Operation.SHARE:
        shares = [t for t in before[-_SEVERAL:] if t.plan.operation is Operation.SHARE]
        halves = {i for t in shares for i in t.items if i in {"基本支出", "项目支出"}}
        others = {i for t in shares for i in rows_before(t, view) if is_row(i, view)}
        known = m["halves"] or (len(halves) == _SEVERAL and not others)
        return f"{m['money'].removesuffix('预算')}预算支出表里基本支出和项目支出各占合计的百分之几" if known else ""
    if last.plan.operation is not Operation.LOOKUP or len(last.items) > _SEVERAL:
        return None
    rows = [i for i in rows if is_row(i, view)]
    if len(rows) != 1:
        return None
    own = f"{place_before(last, view)}{rows[0]}"
    if (m := _HALVES_OF_IT.match(text)) is not None and m["a"] != m["b"]:
        amounts = re.search("钱|金额|数额|资金|元", m["asks"]) is not None
        return f"{own}的基本支出和项目支出各{'是多少' if amounts else '占百分之几'}"
    m = _OF_HALF.match(text)
    return f"{own}的{m['column']}是多少" if m is not None else its_half(text, before, view)


def its_half(text: str, before: Sequence[Turn], view: View) -> str | None:
    """它的项目支出是多少, after one row that has such a column: its own, not that of all spending; None where it is not asked."""
    m, last = _ITS_HALF.match(text), before[-1]
    if m is None or not (m["its"] or (m["much"] and "占" in text)) or last.plan.operation is not Operation.LOOKUP:
        return None
    rows = [i for i in rows_before(last, view) if is_row(i, view)]
    if len(rows) != 1 or not _has_half(rows[0], m["column"], view):
        return None
    return f"{place_before(last, view)}{rows[0]}的{m['column']}是多少"


def _has_half(row: str, column: str, view: View) -> bool:
    """Whether a row by code has a figure in a column of that name."""
    return any(f.code and key(column) in f.columns for f in view.vocabulary.get(key(row), ()))


_ONE_MONEY_OF_WHICH = re.compile(
    r"^(?:那么?|如果|要是|假如|若|[,，])*(?:(?:只|单|光|仅)(?:看|按|就|论|说|算)(?P<money>一般公共预算|政府性基金|财政拨款)(?:预算)?(?:财政)?(?:拨款)?(?:支出)?(?:的话|来说|而言|这一?块)?[,，](?:那么?|的)*|(?P<of>一般公共预算|政府性基金|财政拨款)的)(?P<which>它|这(?:个|一?项|笔)|该项|后(?:面|头|边)?(?:这|那)?(?:一)?[个项]|后者|前(?:面|头|边)?(?:这|那)?(?:一)?[个项]|前者)的?(?:数|金额|支出)?(?:又|一共|总共)*(?:是|有|安排了?|列了?)?(?:多少|几)(?:钱|[万亿]?元)?(?:呢)?$"
)
"""How much one kind of money has of what was asked before, or of the latter or the former of two."""


def _one_money_of_which(text: str, before: Sequence[Turn], view: View) -> str | None:
    """只看一般公共预算，后面这一项是多少: of that money; empty where it is not clear which one is meant, None where it is not asked."""
    m = _ONE_MONEY_OF_WHICH.match(text)
    if m is None:
        return None
    money = m["money"] or m["of"]
    last_two = [t for t in before[-_SEVERAL:] if t.plan.operation is Operation.LOOKUP]
    rows = [[i for i in rows_before(t, view) if is_row(i, view)] for t in last_two]
    if not rows or not rows[-1]:
        return ""
    if m["which"][0] not in "前后":
        return f"{money}里{rows[-1][0]}是多少" if len(rows[-1]) == 1 else ""
    two = rows[-1] if len(rows[-1]) == _SEVERAL else [own[0] for own in rows if len(own) == 1]
    if len(two) != _SEVERAL:
        return ""
    return f"{money}里{two[0] if m['which'][0] == '前' else two[1]}是多少"


_LESS_THAN_IT = re.compile(
    r"^(?:那么?|而)?(?P<a>[^,，比它]{2,16}?)(?:要|还|又)*比(?:它|前者|前面那个|前一项|上一项|那个|这个|这一项)(?:要|还|又)*(?P<way>[多少高低])(?:出|了|花|用)*(?:多少|几)(?:钱|[万亿]?元)?(?:呢)?$"
)
"""By how much something is less than what was asked about before."""


def _less_than_it(text: str, last: Turn, view: View) -> str | None:
    """货物采购比它少多少, after how much one thing is: than that; None where it is not asked, or it was about several."""
    m = _LESS_THAN_IT.match(text)
    if m is None or last.plan.operation is not Operation.LOOKUP or TOGETHER.search(last.plan.first):
        return None
    own = one_thing(last, view)
    if not own:
        return None
    bought = re.search("采购|政府采购", own) is not None and re.fullmatch("货物|工程|服务", m["a"]) is not None
    return f"{'政府采购' if bought else ''}{m['a']}比{own}{m['way']}多少"


_SHARE_OF_THIS = re.compile(
    r"^(?:那么?|其中|这?里面|当中|[,，])*(?P<a>[^,，占]{2,16}?)(?:的钱|的费用|的支出|的开支)?(?:又|大概|大约|一共|总共|要|能)*占(?:了|到|去|用)?(?P<hint>车辆?|公务用车|用车|公车|三公|采购|经费)?(?:这|那)一?(?:部分|块儿?|笔|项)(?:钱|费用|经费|开支|支出|资金|预算)?的?(?:百分之(?:几|多少)|几成|多少|多大(?:的)?(?:比例|比重|份额)?|(?:比例|比重|百分比)(?:是)?(?:多少)?)(?:呢)?$"
)
"""What part one thing is of the one that was asked about last."""
_EVERYDAY_PARTS = (
    (re.compile("购置费|(?:购?买|购置|采购)(?:新)?(?:公务用|公)?车(?:辆)?"), "公务用车购置费"),
    (
        re.compile("运行(?:维护)?费|(?:养|用|跑|开)(?:公务用|公)?车(?:辆)?|(?:公务用|公)?车(?:辆)?(?:运行|维护|加油)+"),
        "公务用车运行费",
    ),
    (re.compile("(?:公务)?(?:接待|请客|招待)(?:客人|吃饭)?"), "公务接待费"),
    (re.compile("(?:公务|因公)?出国(?:出境)?|出境"), "因公出国（境）费"),
)
_OF_THE_THREE = re.compile("三公|公务用车")


def _share_of_this(text: str, last: Turn, view: View) -> str | None:
    """买车占这部分的百分之几, after how much one thing is: of that; empty where that was not one thing, None where it is not asked."""
    m = _SHARE_OF_THIS.match(text)
    if m is None or last.plan.operation is not Operation.LOOKUP:
        return None
    named = [i for i in last.items if key(i) in key(last.said)] if len(last.items) > 1 else list(last.items)
    longest = [i for i in named if not any(i != other and i in other for other in named)]
    if len(longest) != 1 or TOGETHER.search(last.said) or (m["hint"] or "").strip("公辆用") not in longest[0]:
        return ""
    own, part = longest[0], m["a"]
    if _OF_THE_THREE.search(own):
        part = next((name for words, name in _EVERYDAY_PARTS if words.fullmatch(part)), part)
    return f"{part}占{place_before(last, view)}{own}的百分之几"


_WHICH_KIND = re.compile(
    r"^(?:那么?|其中|这?里面|当中|[,，])*(?:是)?(?:哪|什么)(?:一|个)?(?:类|种|块|项|部分)(?:的)?(?:采购|支出|东西)?(?:花得|用得|花|用|占得|占|买得|金额|数额|规模|支出|采购)*(?:的)?(?:钱)?最(?P<most>多|大|高|少|小|低)(?:的)?(?P<share>[,，](?:又|它|各)?(?:大概|大约)?(?:占|是)(?:了|到|比)?(?:总额|总数|全部|合计|总的|采购总额|它|其中|整个)?的?(?:百分之(?:几|多少)|几成|多少(?:的)?(?:比例|比重)?|多大(?:的)?(?:比例|比重|份额)?|(?:比例|比重|百分比)(?:是)?(?:多少)?))?(?:呢)?$"
)
"""Which kind most is spent on, and what part of all of it that is."""


def _of_what_is_bought(text: str, last: Turn) -> str | None:
    """哪一类花得最多，占总额多少, after what is bought in all: of its kinds; None where it is not asked."""
    m = _WHICH_KIND.match(text)
    all_of_it = re.search("采购", last.said) is not None and not re.search("货物|工程|服务", last.said)
    if m is None or not all_of_it or last.plan.operation is not Operation.LOOKUP:
        return None
    return f"政府采购里金额最{m['most']}的是哪一类{',占总额的百分之几' if m['share'] else ''}"


_FOR_EACH_CAR = re.compile(
    r"^(?:那么?|它|这|又|相当于|[,，])*(?:平均(?:下来)?|摊(?:下来|到))?(?:到|给)?(?:每|一)(?:一)?辆(?:公务用|公)?车?(?:平均|摊到?|分到?|合|要|得|大概|大约)*(?:花|是|有|用|为)*(?:多少|几)(?:钱|[万亿]?元)?(?:呢)?$"
)
_OF_CARS = re.compile("(?:公务用?|公|用)?车(?:辆)?(?:购置|运行|维护|及|和)+费?")


def _for_each_car(text: str, last: Turn) -> str | None:
    """平均每辆车多少, after one cost of cars: of that cost, and of no other; None where it is not asked."""
    if _FOR_EACH_CAR.match(text) is None or last.plan.operation is not Operation.LOOKUP:
        return None
    cost = [i for i in last.items if _OF_CARS.search(i)]
    return f"平均每辆车的{cost[0]}是多少" if len(cost) == 1 else None


def _part_of_it(text: str, before: Sequence[Turn], view: View) -> str | None:
    """What asks for a part of what was asked before, or for the same of another money; None where it does not."""
    last = before[-1]
    if (part := _share_of_this(text, last, view)) is not None:
        return part
    if (other := _of_what_is_bought(text, last) or _for_each_car(text, last)) is not None:
        return other
    if (part := _halves(text, before, view)) is not None:
        return part
    if (part := _one_money_of_which(text, before, view)) is not None:
        return part
    if (part := _less_than_it(text, last, view)) is not None:
        return part
    return _of_the_row(text, last, view) or _of_it(text, last, view) or _its_parts(text, last, view)


def _of_the_row(text: str, last: Turn, view: View) -> str | None:
    """换成一般公共预算财政拨款支出呢, 财政拨款以外的部分来自哪里, after how much one row is: of that; None where it is not asked."""
    rows = [i for i in rows_before(last, view) if is_row(i, view)]
    if last.plan.operation is not Operation.LOOKUP or len(rows) != 1 or len(last.items) > _SEVERAL:
        return None
    if (m := _ANOTHER_MONEY.match(text)) is not None:
        money = "财政拨款" if m["money"] == "财政" else m["money"]
        return f"{money}里{rows[0]}是多少"
    return f"{rows[0]}除财政拨款外还有哪些来源" if _REST_FROM_WHERE.match(text) is not None else None


def corrects(question: str) -> bool:
    """Whether a question says first what the one before it did not mean (我说的不是合计，是项目支出), which is no remark."""
    return _NOT_MEANT.match(question.strip()) is not None


_NOT_MEANT = re.compile(r"(?:我)?(?:说|问|要|看)?的?(?:并)?不(?:是|要|看)(?:合计|总数|总额|总的|全部|总计)(?:数)?[,，]")


def turned(text: str, before: Sequence[Turn], view: View) -> str | None:
    """A question that turns those before it, said out in full; empty where what it points at is not there; None where it does
    nothing of the sort."""
    if not before:
        return None
    last = before[-1]
    asked = masked(text, view)
    if (other := _on_rows(text, last) or counted_too(text, last.said)) is not None:
        return other
    if (part := _part_of_it(text, before, view)) is not None:
        return part
    other = _by_another_table(text, before, view)
    if (other := given_to_it(text, last, view) if other is None else other) is not None:
        return other
    if (swapped := _swapped(text, last)) is not None:
        return swapped
    if (held := _against_sum(text, last, view)) is not None:
        return held
    if (m := _WHICH_OF_THEM.match(text) or _ALL_OF_THEM.match(text)) is not None:
        return _of_so_many(m, before, view)
    if (m := _PUT_RIGHT.match(asked.text)) is not None:
        return _put_right(asked.each(m["list"]), last, view)
    if (supposed := _supposed(text, last, view)) is not None:
        return supposed
    if (pointed := _pointed(asked, before, view)) is not None:
        return pointed
    if (m := _WITHOUT.match(asked.text)) is not None and last.plan.operation is Operation.LOOKUP:
        return _without(asked.shown(m["out"]), last, view)
    if (m := _NOT_ALL_OF_IT.match(asked.text)) is not None and last.plan.operation is Operation.LOOKUP:
        rows = rows_before(last, view)
        own = len(rows) == 1 and heads_column(asked.shown(m["column"]), view)
        return f"{place_before(last, view)}{rows[0]}的{asked.shown(m['column'])}是多少" if own else None
    if (m := _IN_ITS_TABLE.match(asked.text)) is not None and last.plan.operation is Operation.LOOKUP and last.scope:
        name = asked.shown(m["a"] or m["of"] or m["too"])
        return None if m["too"] and not _stands_in(name, last, view) else f"{place_before(last, view)}{name}是多少"
    return None


def _stands_in(name: str, last: Turn, view: View) -> bool:
    """Whether a row of that name stands in the table that was asked about before."""
    kinds = {kind for _, _, kind in scopes_in(last.scope)}
    return any(f.table in kinds for f in view.vocabulary.get(key(name), ()))


def _without(out: str, last: Turn, view: View) -> str:
    """不含丙呢, after the amount of one thing: of that, without this; empty where it was about several."""
    if len(last.items) != 1 or out in last.items or TOGETHER.search(last.plan.first) or last.scope:
        return ""
    if out in _BOUGHT and "采购" not in last.plan.first:
        return ""
    kinds = out in _BOUGHT or any(t.tables for t in spot(out, view).terms)
    own = f"{place_before(last, view)}{last.items[0]}"
    return f"不含{out}的{own}是多少" if kinds or last.items[0] in _TOTALS else f"{own}不含{out}是多少"


_BOUGHT = frozenset(("货物", "工程", "服务"))
_TOTALS = frozenset(("收入总计", "支出总计", "本年收入合计", "本年支出合计"))


def _pointed(asked: Masked, before: Sequence[Turn], view: View) -> str | None:
    """A question that puts another thing in the place of the one before it, or points at its table, at an amount for it, at
    another thing beside it or at the first question of all."""
    last, text = before[-1], asked.shown(asked.text)
    looked_up = last.plan.operation is Operation.LOOKUP
    rows = rows_before(last, view)
    if (m := _ANOTHER_MEANT.match(asked.text)) is not None and looked_up and len(last.items) == 1:
        return f"{place_before(last, view)}{asked.shown(m['b'])}是多少"
    if _ITS_TABLE_IN_ALL.match(text) is not None:
        return f"{last.scope}的合计是多少" if last.scope else ""
    if _FIRST_OF_ALL.match(text) is not None:
        return before[0].said
    one = looked_up and len(rows) == 1 and len(last.items) == 1
    if one and (m := _IS_IT_NOT.match(text)) is not None:
        return f"{place_before(last, view)}{rows[0]}是{m['amount']}吗"
    if one and _OVER_BUDGET.match(text) is not None:
        denied = re.search(r"没(?!有$|$)|未|不(?!是)", text.replace("有没有", "").replace("是不是", "")) is not None
        return f"{rows[0]}决算{'没有' if denied else '是否'}超过预算{',对吗' if denied else ''}"
    if one and (m := _MORE_THAN_IT.match(asked.text)) is not None and len(asked.names) == 1:
        return f"{place_before(last, view)}{rows[0]}比{asked.names[0]}{m['way']}吗"
    return None


def _swapped(text: str, last: Turn) -> str | None:
    """反过来呢, after what part one thing is of another: what part the other is of it."""
    if _OTHER_WAY_ROUND.match(text) is None:
        return None
    if last.plan.operation is Operation.SHARE and last.plan.second and not TOGETHER.search(last.plan.first):
        return f"{last.plan.second}占{last.plan.first}的百分之几"
    if last.plan.operation is Operation.RATIO and last.plan.second:
        return f"{last.plan.second}是{last.plan.first}的几倍"
    return None if last.plan.operation is Operation.DIFFERENCE else ""


def _supposed(text: str, last: Turn, view: View) -> str | None:
    """再压20%还剩多少, 离5万元还差多少, after the amount of one thing: of that."""
    rows = rows_before(last, view)
    if last.plan.operation is not Operation.LOOKUP or len(rows) != 1 or len(last.items) != 1 or last.scope:
        return None
    if (m := _SUPPOSES.match(text)) is not None and last.plan.unit in {"", "money"}:
        return f"{rows[0]}{m['said']}后是多少"
    m = _SHORT_OF.match(text)
    return f"{rows[0]}离{m['amount']}还差多少" if m is not None else None


def _against_sum(text: str, last: Turn, view: View) -> str | None:
    """超过20万元了吗, after what several things come to: whether they do together."""
    rows = rows_before(last, view)
    together = last.plan.operation is Operation.LOOKUP and TOGETHER.search(last.plan.first) is not None
    if not together or len(rows) < _SEVERAL or len(rows) != len(last.items):
        return None
    found = next(((m, way) for pattern, way in _AGAINST_SUM if (m := pattern.match(text)) is not None), None)
    if found is None or not re.search(r"[吗么没呢吧不]|是不是|是否|有没有|够不够|到没到|会不会", text):
        return None
    return f"{place_before(last, view)}{'和'.join(rows)}一共{found[1]}{found[0]['amount']}吗"


_SEVERAL = 2


def _of_so_many(m: re.Match[str], before: Sequence[Turn], view: View) -> str | None:
    """三样里谁最大, after questions that asked for so many things between them; None where they did not."""
    number, found, places = _COUNTS[m["n"]], list[str](), set[str]()
    if (in_column := _of_one_column(number, m, before, view)) is not None:
        return in_column
    for turn in reversed(before):
        rows = rows_before(turn, view)
        if turn.plan.operation is not Operation.LOOKUP or not rows or len(rows) != len(turn.items):
            break
        places.add(place := place_before(turn, view))
        found = [*(f"{place}{row}" for row in rows), *found]
        if len(found) >= number:
            break
    if len(places) == 1:  # all of one table, which is said once
        place = places.pop()
        found = [f"{place if i == 0 else ''}{one.removeprefix(place)}" for i, one in enumerate(found)]
    if len(found) != number or len(set(found)) != number:
        return "" if m.re is _ALL_OF_THEM and found else None
    things = f"{'、'.join(found[:-1])}和{found[-1]}"
    if "way" not in m.groupdict():
        return f"{things}合计是多少"
    way = "多" if m["way"] in "大多高" else "少"
    return f"{things}哪个{'最' if number > _SEVERAL else ''}{way}"


def _of_one_column(number: int, m: re.Match[str], before: Sequence[Turn], view: View) -> str | None:
    """What the things of the last questions come to, where the first of them names a column (基本支出里奖金) that the others go on with;
    None where none does, or they name several."""
    turns = before[-number:]
    rows = [rows_before(t, view) for t in turns]
    columns = [[i for i in t.items if i not in own] for t, own in zip(turns, rows, strict=True)]
    if m.re is not _ALL_OF_THEM or len(turns) != number or any(len(own) != 1 for own in rows):
        return None
    names = [own[0] for own in rows]
    looked_up = all(t.plan.operation is Operation.LOOKUP and not t.scope and t.plan.year is None for t in turns)
    one = len(columns[0]) == 1 and columns[0][0] in _HALVES and all(c in ([], columns[0]) for c in columns)
    if not looked_up or not one or len(set(names)) != number:
        return None
    return f"{columns[0][0]}里{'、'.join(names[:-1])}和{names[-1]}合计是多少"


_HALVES = frozenset(("基本支出", "项目支出"))


def _put_right(names: Sequence[str], last: Turn, view: View) -> str:
    """打错了，应该是丙和乙, after what two things come to: what these do."""
    said = masked(last.said, view)
    return Masked(said.text, tuple(names)).shown(said.text) if len(said.names) == len(names) else ""
