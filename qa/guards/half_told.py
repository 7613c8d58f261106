"""Questions of which an amount alone is no answer: what an event was, where it was held and who went (开的是什么会，在哪儿开的), on which
rows money went, from which kinds of income it came, which films, firms or instruments it was for. Where an amount was found for one of these, it is not told as if it answered all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Kind
from qa.answer import Outcome, Status
from qa.documents.figures import Figure
from qa.words.operations import Operation

_DONE = r"(?:召?开|举?办(?!公)|举行|培训|出差|考察|吃|住宿|接待|访问|学习|旅游|加的?油|修|保养)"
_PLACE = r"(?:国家|城市|酒店|宾馆|饭店|景区|地方)"
_OF_AN_EVENT = re.compile(
    rf"(?:在|到|去)(?:了|的|过|是)*(?:哪(?:儿|里)|(?:什么|哪一?[个些])地方)的?{_DONE}"
    rf"|(?<![用花投])(?:去|到)(?:了|的|过|是)*(?:哪(?:一|几|些)?[个家]?{_PLACE}|什么{_PLACE})"
    r"|哪(?:一|几|些)?[个家座栋幢款种](?:国家|城市|酒店|宾馆|饭店|景区|牌子|品牌|车型|型号|楼(?!宇))"
    r"|(?<!为)(?:什么|啥|哪种)(?:样的?)?(?:国家|城市|酒店|宾馆|饭店|牌子|品牌|车型|型号|(?:内容的)?会(?=$|[,，、?？]))|坐的?是?什么车"
    r"|(?:是|由|派|有)(?:了)?(?:谁|哪些人|哪几个人|什么人)(?:去|吃|开(?!支)|参加|坐|出国)"
)
_ON_WHICH_ROWS = re.compile(
    r"(?:在|给|到|是|由|走|去|进)了?(?:的)?哪(?:一|几|两|三|些)?(?:个|项)?(?:明细|款级?|项级?|类级?)?科目|[差多少]在哪(?:个|项|几|些|科)"
    r"|(?:不一[致样]|不相?[同等]|对不上|有(?:出入|差异))的[^,，]{0,8}(?:科目|[类款项])[^,，]{0,4}(?:有|是)?(?:哪|几|多少)|科目[,，]?(?:是|有)哪"
)
_FROM_WHICH = re.compile(
    r"(?:来自|靠|由|从|是)哪(?:几|些|[两二三四五])(?:种|类|个|条|路)?(?:来源|渠道|收入|资金)|还(?:用|靠|有|动用|使用)(?:了|到)?(?:哪些|哪几?[种类个项笔]|什么)(?:其他|别的)?(?:来源|渠道|收入|资金)"
    r"|(?:来自|出自|由|靠)哪一?[项种个类笔](?:收入|资金)"
)
_OF_WHICH_THINGS = re.compile(
    r"哪(?:[一几两三四五六]|些)?(?:部(?!门|分)|件(?!目)|桩|位|名|座|栋|幢|艘|首|本(?!级)|场(?!所)|届|家(?!公办|单位|部门|所属|下属|机构))(?=[\u4e00-\u9fff])"
    r"|哪(?:[一几两三四五六]|些)处(?!理)(?=[\u4e00-\u9fff]{2})|哪(?:[一几两三四五六]|些)?(?:个|块|片|段)?[\u4e00-\u9fff]{0,4}(?:场地|场馆|路段|河段|小区|校舍|工地)"
    r"|(?:哪(?:[一几两三四五六]?[个类种]|些|几)|(?:什么|啥)(?:样的)?)(?:国产|国内|外国|具体|受助|获奖)?的?(?:影片|电影(?!专项|事业|资金)|片子|剧目|企业(?!补助|补贴|改革)|公司|厂[家商]|老人|学生(?!资助)|儿童(?!福利)|居民|农户|村(?:子|庄)?$|仪器|图书)"
)
"""Things that no row is: where rows are listed for them, those beside them were told."""
_WHAT_EQUIPMENT = re.compile(
    r"(?:设备|仪器|\d台)[^,，]{0,6}?(?:分别|各自?|都|具体|究竟|到底|又)*(?:是|叫|为|有|包括)(?:了)?(?:些)?(?:什么|啥|哪(?:些|[几一两]?[种台套件款类]))|(?:什么|啥|哪(?:些|[几一两]?[种台套件款类]))(?:样的)?(?:大型|专用|贵重)?(?:设备|仪器)"
)
_COUNTED_BY_WORTH = re.compile(r"万元(?:\([^()]*\))?以上[^。;；]{0,16}?设备[^。;；]{0,16}?\d+台")
_NAMES_EQUIPMENT = re.compile(r"设备[^。;；]{0,24}(?:包括|分别(?:为|是)|主要(?:为|是|有)|[:：])|仪")
"""A passage that counts equipment by its worth, and one that names it."""
_WHO_PAID = re.compile(
    r"(?:谁|哪(?:一|几|些|[两二三四五六])?(?:家|个|位|所|名|户)?(?:医院|学校|企业|公司|单位|机构|部门|科室|客户|个人|人|家|业务)?(?:(?:或者?|和|、|还是)(?:哪(?:些|几[个家])?)?[\u4e00-\u9fff]{2,4})?|什么(?:人|单位|企业|公司))(?:都|各自?|分别|一起|共同|来|给)*(?:上[交缴]|[交缴](?:上|纳|来|过|的)|[交缴]$|贡献|捐|赞助|资助|创造|创收|赚|挣|出的?钱|掏|打(?:来|进|过来)|汇(?:来|入)|转来|孝敬|带来)"
)
"""Who an amount came from, which no table tells."""
_WHICH_IS_MOST = re.compile(r"最[大多高小少低]的?[^,，占]{0,8}(?:是|叫)(?:哪|什么|谁|啥)[^,，占]{0,4}[,，]")
"""A share, asked of the largest of several things, which has to be told first."""
_OF_AMOUNTS = {
    Operation.LOOKUP, Operation.COMPLEMENT, Operation.DIFFERENCE, Operation.COMPARE, Operation.REVERSE,
}  # fmt: skip


def half_told(text: str, operation: Operation, outcome: Outcome) -> Outcome:
    """An outcome, or that it is not found where it tells an amount and a question asks what that was for, where or by whom; of rows
    or sources, where it tells none but what the question names."""
    if not outcome.found:
        return outcome
    told = [f for s in outcome.stated for f in s.sources]
    if (m := _OF_AN_EVENT.search(text)) is not None and not _is_quoted(outcome):
        return Outcome(Status.NOT_FOUND, f"文件没有说“{m[0]}”。", cited=[], certain=True)
    if told and not outcome.quotes and (m := _WHO_PAID.search(text)) is not None:
        return Outcome(Status.NOT_FOUND, f"文件没有说“{m[0]}”。", cited=[], certain=True)
    rows = bool(told) and not outcome.quotes and all(f.code for f in told)
    if rows and (m := _OF_WHICH_THINGS.search(text)) is not None:
        return Outcome(Status.NOT_FOUND, f"文件没有说“{m[0]}”。", cited=[], certain=True)
    what = _WHAT_EQUIPMENT.search(text) is not None
    if what and (_only_counts_equipment(outcome) or (operation is Operation.REVERSE and told)):
        return Outcome(Status.NOT_FOUND, "文件只印出了设备的台数，没有说是哪些设备。", cited=[], certain=True)
    if operation is Operation.SHARE and _WHICH_IS_MOST.search(text) and not outcome.text.startswith("最"):
        return Outcome(Status.NOT_FOUND, "没有读懂是哪几项里最大的、占哪一项：请分开问。", cited=[], certain=True)
    if operation not in _OF_AMOUNTS or not told or outcome.quotes:
        return outcome
    if _ON_WHICH_ROWS.search(text) and all(f.total or _is_said(f, text) for f in told):
        return Outcome(Status.NOT_FOUND, "没有读懂要列出的是哪一项下面的科目：请写明名称。", cited=[], certain=True)
    if _FROM_WHICH.search(text) and not any(_is_source(f) for f in told):
        return Outcome(Status.NOT_FOUND, "没有读懂要列出的是哪一项的资金来源：请写明名称。", cited=[], certain=True)
    return outcome


_ASKS_AN_AMOUNT = re.compile(r"多少|几(?=[个家项辆台套成倍元]|分之|万)")
_SAID_AGAIN = re.compile(
    r"^(?:也就是|就是|即|总数|总额|合计|总计|具体|一共|总共|共计?|究竟|到底|是|有|为|金额|数额|数字|预算里|表里|表上|写的|的|[，,])*(?:多少|几)"
)
"""A clause that asks the same amount again."""
_HOW_FAR = re.compile(r"[多少高低大小增减升降]了?(?:多少|几|百分之)|[相差]|占|几成|百分之|倍")
"""A clause that asks what is worked out, which stands in one answer with what it is worked out from."""


def only_half(text: str, outcomes: Sequence[Outcome]) -> str:
    """What is to be said beside an answer that tells one amount where a question asks for two (甲多少，乙又是多少); empty where it tells
    both, says why not, or is asked for one in two ways."""
    asks = [c for c in re.split(r"[,，。?？;；]+", text) if _ASKS_AN_AMOUNT.search(c) and not _HOW_FAR.search(c)]
    found = [o for o in outcomes if o.found]
    told = {(s.value, s.unit) for o in found for s in o.stated}
    if len(asks) < _TWO or any(_SAID_AGAIN.match(c) for c in asks[1:]) or len(told) != 1 or len(found) < len(outcomes):
        return ""
    if any(o.quotes or "没有" in o.text or "空白" in o.text for o in found):
        return ""
    return "问到的不止一个数，这里只答出一个：其余的请单独问"


_TWO = 2


def _is_quoted(outcome: Outcome) -> bool:
    """Whether a passage that is quoted speaks of such a thing."""
    said = "".join(q.text for q in outcome.quotes)
    return re.search(r"地点|召开|举办|举行|赴|前往|品牌|型号|参加", said) is not None


def _only_counts_equipment(outcome: Outcome) -> bool:
    """Whether the passages that are quoted tell how many there are of some equipment, and none of it by name."""
    said = [q.text for q in outcome.quotes]
    return any(_COUNTED_BY_WORTH.search(s) for s in said) and not any(_NAMES_EQUIPMENT.search(s) for s in said)


def _is_said(figure: Figure, text: str) -> bool:
    """Whether a question has the name of a figure's row in it."""
    return bool(figure.names) and any(name in text for name in figure.names if len(name) > 1)


def _is_source(figure: Figure) -> bool:
    """Whether a figure is of one kind of income, and not of all of it."""
    if figure.is_fact:
        return re.search(r"收入|拨款|结转|结余", figure.row) is not None
    own = figure.table is Kind.INCOME and figure.column_role != "total"
    return (own or figure.side == "income") and not figure.row_role.endswith("total")
