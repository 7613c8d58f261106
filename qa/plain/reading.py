"""A question read into a plan, by rules."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.plain.sentences import ASKS_COUNT, MONEY_TOO, asked_of
from qa.words.bounds import share_claimed
from qa.words.operations import EXTREME, YEAR_BEFORE, Operation, operation_of
from qa.words.plan import Asked, Plan, hidden, shown
from qa.words.ranks import plainly_ranked

_NTH_LOWEST = re.compile(r"第(?:\d+|[一二三四五六七八九十])(?:小|少|低)")
_ASKS_PERCENT = re.compile(r"百分之|百分比|幅度|增幅|降幅|涨幅|跌幅|增速|几成|%|增长率|下降率|变动率|变化率|增减率")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|预算|决算|财年)(?:年(?:度|初|末)?)?")
_AS_OF = re.compile(r"(?:截至|截止|asof).{0,2}20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?", re.IGNORECASE)
_STOCK_AS_OF = re.compile(r"(?:到|至)?20\d\d年(?:底|末|\d{1,2}月(?:底|末|\d{1,2}日)?)")
"""The day as of which vehicles and equipment are counted: in a budget, one of the year before."""
_FOLLOWS = re.compile(
    r"^(?:那么?|换成|换|如果|改成|再看|还有|其中|(?:这|那)?里面|(?:这|那)?当中|这(?:两|几|些|个)|它|他们|上述|前者|后者)|呢[?？]?$|^(?:来自|由|靠|从)?[^,，]{2,12}的?又(?:是|有|占)了?(?:多少|几)|^(?:去年|上年|今年|占比|比例|变[动化]率|[增降涨跌]幅|增速|增长率|下降率|幅度|执行率|完成率|为什么|第几页|在哪)"
)
_BLANK = re.compile(
    r"(?<!没)(?<!没有)空着|空缺|(?<!不为)(?<!(?<!是)不是)(?<!非)空的|(?<!非)(?<!(?<!是)不是)(?<!不为)空白|(?<!不)为空|(?<!没)(?<!没有)留空|(?<!有)没有?(?:数(?!据)|金额|安排|填)|没填|未填|(?<!(?<!是)不)是空|空表"
)
_FILLED = re.compile(r"非空|有数|不为空|(?<!是)不是空|不为零|有金额|安排了|填了数")


def read_plan(text: str, names: Sequence[str] = ()) -> Asked:
    """The plan of one folded question, by rules. `names` are printed names that are not to be cut in two where they have
    a word of joining in them (应用技术研究与开发), longest first."""
    kept = hidden(text, names)
    asked = _read(kept)
    if kept == text:
        return asked
    plan = asked.plan
    told = {"first": shown(plan.first), "second": shown(plan.second)}
    return Asked(shown(asked.text), plan.model_copy(update=told), asked.follows, shown(asked.said))


def _read(text: str) -> Asked:
    said = plainly_ranked(text.rstrip("?？。.!！"))
    text = asked_of(said)
    dated = _AS_OF.sub("", text)
    dated = _STOCK_AS_OF.sub("", dated) if re.search(r"车辆|用车|设备|几辆|多少辆", text) else dated
    years = [int(y) for y in _YEAR.findall(dated)]
    operation, first, second = operation_of(text)
    against = operation in {Operation.SHARE, Operation.RATIO} and YEAR_BEFORE.fullmatch(second) is not None
    if (
        operation is not Operation.CHANGE
        and not against
        and re.search(r"去年(?!没|未|结|剩)|上年(?!度?(?:末|底)?(?:没|未|结|剩))|上一年", text)
    ):
        years = [-1]
    measures = tuple(
        dict.fromkeys(
            "final" if "决算" in m or "执行" in m or "实际" in m else "budget"
            for m in re.findall(
                r"决算(?!(?:情况|明细)?总?表)|实际(?:上)?(?:又|却|只|才|一共|共)?(?:支出|执行|发生|花|用|开支|(?=各|分别|是多少|又是|呢|$))|预算执行数|执行数|年初预算|(?<=[费出])批(?:了|复了?)?(?=多少)|(?<!公共)(?<!基金)(?<!资本经营)预算数|(?:年初|原本|原先|原来|当初|本来)(?:就|是)?(?:打算|计划|准备|安排|定|批)|(?:打算|计划)(?=花|用|支出|开支)|(?<!公共)(?<!基金)(?<!资本经营)预算(?!拨款|总额|单位|收入|支出|绩效|财政|资金|口径|表|里|中|说明|数?一致)",
                text,
            )
        )
    )
    extreme = EXTREME.search(text)
    plan = Plan(
        operation=operation,
        first=first,
        second=second,
        unit=_unit(text, operation),
        year=years[0] if years else None,
        measures=measures,
        lowest=bool(extreme and extreme["way"] in {"低", "少", "小"}) or _NTH_LOWEST.search(text) is not None,
        wants=_claim_of(text)
        if operation is Operation.SHARE
        else "blank"
        if _BLANK.search(text)
        else "filled"
        if _FILLED.search(text)
        else "",
    )
    return Asked(text, plan, _FOLLOWS.search(text) is not None, said)


def _claim_of(text: str) -> str:
    """What a question claims a share to be (80 over), where it does and asks whether that is so."""
    told = share_claimed(text) if re.search(r"吗|么|是不是|是否|有没有|有无", text) else None
    return f"{told[0]} {told[1]}".strip() if told is not None else ""


_COUNTED_IN = {
    "批次": "批",
    "人次": "人次",
    "辆数": "辆",
    "台数": "台",
    "台套数": "台",
    "人数": "人",
    "户数": "户",
    "面积": "平方米",
    "项目数": "个",
    "项目数量": "个",
    "篇数": "篇",
    "份数": "份",
}
_SPENT = re.compile(r"(?:经费|费用?|支出|资金)(?:一共|总共|今年|全年|共)*(?:安排|列|花|用)了?多少$")
_COUNTED = re.compile(rf"({'|'.join(_COUNTED_IN)})(?:一共|总共|各|分别)?(?:是|为|有)?(?:多少|几)?$")


def _unit(text: str, operation: Operation) -> str:
    if operation in {Operation.SHARE, Operation.LIST, Operation.TEXT, Operation.CHILDREN}:
        return ""
    if operation is Operation.CHANGE:
        return "%" if _ASKS_PERCENT.search(text) else ""
    if re.search(r"百分之(?:多少|几)|[多少几]个?%", text):
        return "%"
    if (m := ASKS_COUNT.search(text)) and not (operation is Operation.DIFFERENCE and MONEY_TOO.search(text)):
        return "人" if m["unit"] == "位" else m["unit"]
    if _SPENT.search(text):
        return "money"
    if (m := _COUNTED.search(text)) is not None:
        return _COUNTED_IN[m[1]]
    if re.search(
        r"(?:资金|金额|拨款|经费)(?:总额|合计)?(?:是|为|有)?多少(?!个|项|家|辆|台)|多少(?:预算)?(?:资金|经费|拨款)|多少(?:亿|万)?(?:元|块|钱)|几(?:万|亿|百|千)?(?:元|块)|多少钱",
        text,
    ):
        return "money"
    return ""
