"""Questions over many documents that are worded in other ways than those that `qa.surveys.reading` reads, in its words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.documents.names import is_spending
from qa.surveys.both_ends import both_ends
from qa.surveys.words import KINDS_OF_BODY
from qa.words.bounds import SHARE_CLAIMED, share_claimed

_KINDS = r"(?:(?:那|这)?(?:一)?(?:家|个|所|份))?(?:单位|部门|机构|文件)?"
_PLACE = r"(?:第[一二三四五六七八九\d]+(?:名|位)?|最[高多大低少小]的?|末位|垫底的?|倒数第一(?:名)?|榜首)"
_WITHIN = re.compile(
    r"^(?P<where>[^,，?？哪谁家份库]{2,14}?(?:里面?|中|当中))(?P<no>(?:完全|压根|都|根本)?(?:没有?|未)(?:安排|列|编|发生|花)?(?:过)?)(?P<what>[^,，没不]{2,}?)的?(?=(?:单位|部门|机构)?(?:有|是)?(?:哪|几|谁|多少))"
)
_YEAR = r"(?:上一?年度?|去年|前一年度?|20\d\d年(?:度)?)(?:的)?(?:预算|决算|执行)?数?"
_CHANGE = re.compile(
    rf"^(?P<item>[^,，?？比]{{2,40}}?)(?:[,，]?(?:分别|各自|各|都说?|均|两家))*[,，]?(?:比|较|相对于?|相较于?|相比于?|(?:跟|和|与|同)(?={_YEAR}相?比)){_YEAR}(?:相?比(?:较)?)?[,，]?(?P<told>[^?？]*)[?？]?$"
)
_MOVES = re.compile(
    r"(?:都|均|分别|各自?|两家|是|有|又|还|要|也|怎么|如何|的|了|所|[,，])*(?:减|降|跌|缩|增|升|涨|[多少](?=了|多少|,|，|百|$)|变)"
)
WHO_MOVED = re.compile(
    r"(?:(?<=多少)|(?<=之几)|(?<=多大))[,，?？](?:又|到底|究竟)?(?:是)?(?:谁家?|哪(?:一)?[家个](?:单位)?)的?(?:变化|变动|波动|降|减|缩|砍|压|涨|增|升)[^,，?？]{0,10}[?？]?$"
)
"""Which of them changed most, asked after the changes of each (各减少多少，谁降得更狠)."""
_ASKS_MOVE = re.compile(r"多少|百分之几|几|怎么变|如何变|变化|变动|情况|怎样")
_PERCENT = re.compile(r"百分|%|幅度?|比例|率")
_ASKS_WHO = re.compile(r"哪|谁|最|几[家份个]|多少家|合计|一共|总共|加起来|平均|吗|是不是|还是")
_ENDS = re.compile(
    rf"^(?P<item>[^,，?？]{{2,40}}?)的?(?P<first>{_PLACE}){_KINDS}(?:(?:是|为)?(?:哪|谁)(?:一)?(?:家|个)?(?:单位|机构|部门)?[,，])?(?P<how>和|与|跟|同|比|是|相当于|较)(?:了)?(?P<last>{_PLACE})(?:(?:这|那)?[两2二](?:家|个|所)(?:单位|部门|机构)?|{_KINDS})(?:之间|的)?(?P<asks>[^,，?？]*)[?？]?$"
)
_APART = re.compile(r"^(?:的)?(?:相)?(?:差|多|高|少|低|大|小)(?:了|出|距|额)*(?:是|有)?(?:多少|几|多大)")
_TIMES = re.compile(r"(?:几|多少)倍|百分之(?:几|多少)|几成")
_COUNTED_FIRST = re.compile(
    r"(?P<way>(?:恰好|正好|刚好)有|有|超过了?|不到|不足|多于|少于|至少有?)(?P<number>\d+)(?P<unit>辆|台|套)(?:\([套台]\))?(?P<tail>以上|以下|以内)?的?(?P<what>公务用车|车辆|公车|车|专用设备|设备)(?=的|有|[,，?？]|吗|$|哪|几)"
)
_FASTER = re.compile(
    r"(?:增长|上升|上涨|(?P<down>下降|下滑|缩减))得?(?:更|最|比较)?(?:快|猛|厉害)(?:一?些|一?点)?(?=的|[,，?？]|$)"
)
_AVERAGE = re.compile(
    r"(?P<way>高于|超过了?|高过|大于|多于|高出|低于|少于|小于|不到|没到|不及|在)(?:了)?(?:全部|所有|整体|总体|各|这|[两二三四五六七八九十\d]+|家|个|单位|机构|部门|的)*(?:平均(?:数|值|水平|线)?|均值)(?:的)?(?P<tail>以上|以下|之上|之下)?(?P<of>的)?"
)


@dataclass(frozen=True, slots=True)
class Ends:
    """Two places of a ranking from the largest, 1 the first and -1 the last, and the item; `ratio`: how many times as much
    one is as the other is asked, not how far apart."""

    item: str
    first: int
    last: int
    ratio: bool


_SAME_OF_THE_OTHER = re.compile(
    r"^(?P<head>[^哪谁]*?)(?P<item>[\u4e00-\u9fff]{2,16}?)(?:跟|和|与|同|比)的?(?:20\d\d年(?:度)?)?的?(?P=item)(?:预算|决算)?数?(?:相?比[,，]?)?(?=[多少高低大小差])(?![^?？]*(?:哪|谁|几[家个份]))"
)


_EITHER_KIND = re.compile(
    r"^在?(?:各自的?)?(?:预算|决算)(?:或者?|和|与|跟|、|以及)(?:预算|决算)(?:公开|文件|材料|报告|表)*(?:里面?|中|当中|上面?)(?=有|列|没|未|都|编|安排|出现)"
)
_NOUN = (
    r"[\u4e00-\u9fff()]{1,14}?(?:收入|支出|费|款|补贴|补助|经费|公积金|年金|工程|货物|服务|用车|设备|拨款|结转|结余)"
)
_BOTH = re.compile(
    rf"^(?P<who>哪(?:些|几)?(?:家|个)?(?:单位|部门|机构)?|(?:有)?(?:几|多少)(?:家|个)(?:单位|部门|机构)?)?(?:的)?(?:(?:既|又|同时)?(?P<no>没有?|不|未)?(?:列|安排)?有?了?)??(?P<a>{_NOUN})(?:和|与|跟|、|以及|[,，]?(?:又|也)(?:没)?(?:列|安排)?有?了?)(?P<b>{_NOUN})(?:这?(?:两|二)(?:项|样|笔|类|块))?(?:都|全都|同时|均)(?:列|安排|花|发生)*(?:(?P<none>没有?|为零|为0|为空|是零|是0|空白)|有(?:数|钱|安排)?|了)(?:的)?(?P<rest>(?:单位|部门|机构)?(?:有|是)?(?:哪|几|多少|谁)?[^,，?？]{{0,6}})[?？]?$"
)
_AND = re.compile(rf"(?P<a>{_NOUN})(?:和|与|跟|、|以及)(?P<b>{_NOUN})")
_ONE_WITHOUT = re.compile(
    r"^只有(?:[一两二三四五\d]+)家(?:单位|机构|部门)?(?P<x>没有?[^,，?？]{2,20})[,，](?:请问)?(?:它)?是?(?P<which>哪一?[家个]|哪几[家个]|谁)(?=[?？]?$)"
)
_NOT_GIVEN = re.compile(
    r"^(?:谁|哪[家个几些]*(?:单位)?)的?(?P<where>[^,，?？]{2,12}?)(?:里面?|中|当中)没有?(?:给|为)(?P<x>[^,，?？]{2,12}?)(?:安排|列|编|留|拨)(?:过)?(?:钱|资金|经费|预算)(?=[?？]?$)"
)
_BOTH_TOO = re.compile(
    rf"^(?P<who>哪(?:些|几)?(?:家|个)?(?:单位|部门|机构)?|(?:有)?(?:几|多少)(?:家|个)(?:单位|部门|机构)?)?(?:的)?(?P<none>(?!))?(?:既|同时)(?:列|安排)?有了?(?P<a>{_NOUN})(?:[,，]?(?:又|也|还)(?:列|安排)?有了?|和|与|跟|、|以及)(?P<b>{_NOUN})(?:的)?(?P<rest>(?:单位|部门|机构)?(?:有|是)?(?:哪|几|多少|谁)?[^,，?？]{{0,6}})[?？]?$"
)
"""Who has both of two things, or neither (事业收入和经营收入都有的)."""
_GONE = r"(?:根本|完全|压根|一点|都|就|全|均|也|是)*(?:没有?(?:出现|列示?出?|印|体现|反映|编列|露面)|未(?:出现|列示?|体现|反映|编列)|不见(?:踪影|了)?|(?:找|查|看|见)不(?:到|着)|缺(?:失|席)|没有|没)"
_GONE_FROM = re.compile(
    rf"^(?P<x>[^,，?？哪谁]{{2,20}}?)(?:这(?:一)?(?:项|类|个?科目|笔))?[,，]?(?:都)?(?:在)?(?P<who>谁家?|哪(?:些|几|[一两二三四五六])?(?:家|个)?)(?:单位|部门|机构)?(?:的)?(?:[^,，?？]{{0,12}}?(?:里面?|中|当中|上面?))?{_GONE}(?:过|的|它)?(?:\((?:或者?|即|也就是)[^()]*\)|(?:或者?|[、,，])+(?:是|为|数)*(?:空的?|空白|零|0))?[?？]?$"
)
_NOT_AMONG = re.compile(
    r"^(?P<x>[^,，?？哪谁]{2,20}?)(?:根本|完全|都)*(?:没有?|未|不)(?:出现|列|体现|反映|印)在(?P<who>谁家?|哪(?:些|几|[一两二三四五六])?(?:家|个)?)(?:单位|部门|机构)?(?:的)?[^,，?？]{0,12}[?？]?$"
)
_WITHOUT = re.compile(
    r"^(?P<who>谁家?|哪(?:些|几|[一两二三四五六])?(?:家|个)?)(?:单位|部门|机构)?(?:的)?(?P<where>[^,，?？]{0,12}?)(?:根本|完全|压根|都|就)*(?:不(?:涉及|存在|包含|包括|含有?)|(?<=[里中])缺(?:少|失|了)?|缺[少失]|漏列)(?P<x>[^,，?？]{2,20}?)(?:这(?:一|个)?(?:项|类|个?大?类|个?科目|笔|行))?(?:的)?[?？]?$"
)
_NOT_IN = re.compile(
    r"^(?P<who>谁家?|哪(?:些|几|[一两二三四五六])?(?:家|个)?)(?:单位|部门|机构)?(?:的)?(?P<where>[^,，?？]{0,24}?(?:里面?|中|当中|上面?))(?:根本|完全|压根|都|就)*(?:(?<=科目[里中])没有(?=[^,，?？]*(?:支出|收入))|(?<=明细[里中])没有|(?<=明细表[里中])没有|(?<=经费[里中])没有|没有(?=[^,，?？]*这(?:一|个)?(?:项|个?科目|行|大?类))|(?<=根本|完全|压根)没有?(?:有)?|没有?(?:出现|列示?出?|印|体现|反映|编列)|未(?:出现|列示?|体现|反映|编列)|(?:找|查|看|见)不(?:到|着)|不见)(?:过)?(?P<x>[^,，?？]{2,20}?)(?:这(?:一|个)?(?:项|类|个?大?类|个?科目|笔|行))?(?:的)?[?？]?$"
)
NOT_PRINTED = re.compile(
    r"没有[^,，?？]*这(?:一|个)?(?:项|个?科目|行|大?类)(?![^,，?？])|[里中上面](?:根本|完全|压根)没有?|不(?:涉及|存在|包含|包括|含)|漏列|没有?(?:出现|列|印|体现|反映|编列|露面)|未(?:出现|列|体现|反映|编列)|不见|(?:找|查|看|见)不(?:到|着)|缺(?:失|席|少)"
)
"""Words for what a document has no row of."""


_PLACE_FIRST = re.compile(
    r"^(?:请问)?(?:在)?(?P<where>[^,，?？哪谁几没]{2,24}?)(?:里面?|里头|中|当中|上面?|(?<=表)),(?:都)?(?P<who>谁家?|哪(?:些|几|[一二两三四五六])?(?:家|个)?|有?(?:几|多少)(?:家|个))(?:单位|部门|机构)?的?(?:根本|完全|压根|都|就|是)*(?:没有?(?:出现|列示?出?|印|体现|反映|编列|安排)?|未(?:出现|列示?|体现|反映|编列|安排)|(?:找|查|看|见)不(?:到|着)|不(?:包含|包括|含有?|涉及)|缺(?:少|失)?|漏列)(?:过|了)?(?P<x>[^,，?？]{2,20}?)(?:这(?:一|个)?(?:项|类|个?科目|笔|行))?(?:的)?[?？]?$"
)
"""Where something is looked for, before the bodies that have none of it (基本支出明细里，哪几家没有会议费这一项)."""
_TABLE = re.compile(r"表$|明细$|三公|基本支出|项目支出|财政拨款|政府性基金|国有资本")
"""A place that amounts of one name differ by, so that it stays with the name."""


def _placed(where: str) -> str:
    """The place that something is looked for in, as it is said before its name; empty where that tells nothing."""
    where = re.sub(r"(?:里面?|里头|中|当中|上面?)$", "", where)
    return f"{where}的" if _TABLE.search(where) else ""


def both_items(item: str) -> str:
    """Two things that are to be there, each by itself (培训费和会议费); an item that is one, whatever its name, as it is."""
    m = _AND.fullmatch(item)
    whole = m is None or is_spending(item) or m["a"] == m["b"]
    return item if m is None or whole else f"{m['a']}|{m['b']}"


def reworded(text: str) -> str:
    """A folded question, without the names of documents, in the order of words that bounds and denials have, and with an
    item that is said of both bodies said once."""
    text = _EITHER_KIND.sub("", text)
    if (first := _PLACE_FIRST.match(text)) is not None:
        text = f"{first['who']}{'单位' if first['who'][0] != '谁' else ''}没有{_placed(first['where'])}{first['x']}"
    text = _ONE_WITHOUT.sub(r"\g<which>\g<x>", text)
    text = _NOT_GIVEN.sub(r"\g<where>里没有安排\g<x>的是哪几家", text)
    if (
        gone := _GONE_FROM.match(text) or _NOT_AMONG.match(text) or _NOT_IN.match(text) or _WITHOUT.match(text)
    ) is not None:
        where = gone.groupdict().get("where") or ""
        text = f"{gone['who']}{'单位' if gone['who'][0] == '哪' else ''}没有{where if '表' in where else _placed(where)}{gone['x']}"
    if (
        (both := _BOTH.match(text) or _BOTH_TOO.match(text)) is not None
        and (both["who"] or both["rest"])
        and both["a"] != both["b"]
    ):
        which = "几家" if re.search(r"几|多少", both["who"] or both["rest"]) else "哪些"
        text = f"{which}单位{'没有' if both['none'] else '有'}{both['a']}|{both['b']}"
    m = _WITHIN.search(text)
    if m is not None:
        text = f"{m['no']}{m['where']}{m['what']}的{text[m.end() :]}"
    text = _SAME_OF_THE_OTHER.sub(r"\g<head>\g<item>比", text)
    text = text.replace("中间值", "中位数").replace("中间数", "中位数")
    text = _FASTER.sub(lambda m: f"{'下降' if m['down'] else '增长'}幅度最大", text)
    text = re.sub(r"(?<=用车|车辆|设备)有(\d+)(辆|台|套)(?:\([套台]\))?的", r"正好\1\2的", text)
    text = _COUNTED_FIRST.sub(_item_first, text)
    return _AVERAGE.sub(lambda m: f"{m['way']}均值{m['tail'] or ''}{m['of'] or ''}", text)


def _item_first(m: re.Match[str]) -> str:
    """有10辆以上的车, in the order that bounds have: 车在10辆以上."""
    what = "单价100万元以上设备" if "设备" in m["what"] else "车辆"
    way = m["way"] if not m["way"].endswith("有") else "在" if m["tail"] else "达到" if m["way"] == "至少有" else "正好"
    return f"{what}{way}{m['number']}{m['unit']}{m['tail'] or ''}"


_OF_EACH = re.compile(
    r"^(?:[的和与跟、,]*)(?P<what>[^,，?？]{2,30}?比(?:年初)?(?P<other>[^,，?？\d]{2,16}?))(?:各自?|分别|都)+(?P<way>多|少|高|低)(?:出|花)?了?多少(?:钱|万元|元)?[?？]?$"
)
_SINCE_JANUARY = re.compile(
    r"^(?:[的和与跟、,]*)(?P<what>[^,，?？比]{2,24}?)(?:各自?|分别|都)*(?:比|较)年初(?:数)?(?:各自?|分别|都)*(?P<way>多|少|高|低|增加?|减少?|增减)(?:出)?了?多少(?:钱|万元|元)?[?？]?$"
)
"""What was left at the end held against what there was at the beginning, for each body by itself."""
_SPENT = re.compile(
    r"^(?:[的和与跟、,]*)(?P<what>[^,，?？比]{2,20}?(?:决算|预算)数?比(?:年初)?(?:决算|预算)数?)(?:各自?|分别|都)*(?P<way>多|少|高|低)(?:出|花)?了?多少(?:钱|万元|元)?[?？]?$"
)


def change_asked(text: str) -> str:
    """What each document is asked where a folded question wants to know by how much an item of each changed from the year
    before, or two amounts of its own differ, told side by side (分别比上年减少多少); empty where it does not."""
    for pattern in (_OF_EACH, _SPENT):
        if (two := pattern.match(text)) is not None and not re.match(_YEAR, two["what"].split("比")[1]):
            return f"{two['what']}{two['way']}多少"
    if (since := _SINCE_JANUARY.match(text)) is not None and re.search(r"各|分别", text):
        return f"{since['what']}比年初{'多' if since['way'][0] in '多高增' else '少'}多少"
    text = WHO_MOVED.sub("", text)
    m = _CHANGE.match(text.lstrip("的和与跟同及、,，"))
    if m is None or _ASKS_WHO.search(text) or not _MOVES.match(m["told"]) or not _ASKS_MOVE.search(m["told"]):
        return ""
    item = re.sub(r"(?:^[的和与跟、,]+|(?:分别|各自?|都|均|的)+$)", "", m["item"])
    return f"{item}比上年增减{'百分比' if _PERCENT.search(m['told']) else '多少'}" if len(item) > 1 else ""


def ends_asked(text: str) -> Ends | None:
    """Two places of a ranking that a folded question holds against one another (最高的比最低的多多少); None where none."""
    if (both := both_ends(text)) is not None:
        return Ends(*both, False)
    if (m := _ENDS.match(text)) is None:
        return None
    apart, ratio = _APART.match(m["asks"]) is not None, _TIMES.search(m["asks"]) is not None
    first, last = _place(m["first"]), _place(m["last"])
    if apart is ratio or first == last or (m["how"] in {"是", "相当于"} and apart):
        return None
    return Ends(m["item"], first, last, ratio)


def _place(said: str) -> int:
    if (m := re.search(r"第(?P<number>[一二三四五六七八九]|\d+)", said)) is not None and "倒数" not in said:
        return int(m["number"]) if m["number"].isdigit() else "零一二三四五六七八九".index(m["number"])
    return 1 if re.search(r"最[高多大]|榜首", said) else -1


def against_average(text: str) -> tuple[str, str] | None:
    """The rest of a folded question which asks whose amounts are over or under the average of all, and which (over, under);
    None where it does not."""
    m = _AVERAGE.search(text)
    if m is None or (m["way"] == "在" and m["tail"] is None):
        return None
    under = re.match(r"低|少|小|不|没", m["way"]) is not None or (m["tail"] or "")[-1:] == "下"
    return text[: m.start()] + text[m.end() :], "under" if under else "over"


_MORE_THAN = re.compile(
    r"(?P<a>(?:(?!哪|的单位|单位)[^,，比])+?)(?:(?P<over>大于|高于|超过|多于)|小于|低于|少于)了?(?P<b>(?!上年|去年|上一年|平均|全部|所有|一半)(?!\d|[一二两三四五六七八九十百千])[\u4e00-\u9fff()]{2,}?)的(?=单位|机构|部门|有|是|$)"
)
_NOT_INCLUDED = re.compile(r"(\d[\d.,]*(?:亿元|万元|元|辆|台|套|%|人))(?:以上)\(不含[^()]*\)")


_ASKED_LAST = re.compile(
    rf"^(?P<lead>(?:(?:按照?|看|从|以|根据|只看)[^,，?？哪谁]{{2,16}}|(?:在)?[^,，?？哪谁]{{2,24}}(?:里面?|中|当中))[,，])?(?P<what>[^,，?？]{{2,}}?)的(?:{KINDS_OF_BODY})(?:一共|总共|都|分别)?(?:有|是)(?P<which>哪些|哪几[家个]|哪[家个]|谁|[几多]少?[家个])(?=[?？,，]|$)"
)


def asked_first(text: str) -> str:
    """其他用车为0的单位有哪些, in the order of words that is read: 哪些单位其他用车为0."""
    text = re.sub(rf"(最[高多大少低小]的)(?:{KINDS_OF_BODY})(?=[?？。]?$)", r"\1是哪家", text)
    m = _ASKED_LAST.match(text)
    if m is None or re.search(r"哪|谁|几家", m["what"]):
        return text
    which = "哪个" if m["which"] in {"哪家", "哪个", "谁"} else "几家" if m["which"][0] in "几多" else "哪些"
    return f"{m['lead'] or ''}{which}单位{m['what']}{text[m.end() :]}"


def as_more(text: str) -> str:
    """A question with what is more than what in the words that comparisons have (甲比乙多的), and bounds that leave out
    their own number as such."""
    text = re.sub(
        r"[,，。?？]?(?:请|并)*(?:逐一|一一|逐个|全部)?(?:列|写|说|报)(?:出|举)(?:来|一下|名字|名称)*[。.]?$", "", text
    )
    text = re.sub(
        r"(?P<who>哪[些几]?[个家]?单位)?(?P<x>[^,，的哪]{2,}?)(?:连)?一分钱(?:都|也)?没(?:有)?(?:有|花|安排|列|用)?(?:的|(?=[?？]?$))",
        r"\g<who>没有\g<x>的",
        text,
    )
    text = re.sub(
        r"一分钱(?:的)?(?P<x>[^,，的都]{2,12}?)(?:都|也)没(?:有)?的呢?(?=[?？]?$)", r"哪些单位没有\g<x>", text
    )
    text = re.sub(r"^[^,，]{0,8}比一比[,，]|(?<=[额费出入数计])(?:相)?比一比(?=[,，])", "", text)
    text = re.sub(r"(?<=空白)[、,，](?:没有|未)(?:安排|填|列)[^,，?？]{0,3}", "", text)
    text = re.sub(r"名下的?(?=车)|(?<=车)全部(?=加)", "", text)
    text = _NOT_INCLUDED.sub(r"超过\1", text)
    text = re.sub(r"(?<!没)(?<!没有)(?<!未)超(?:出|过)?了?(?:年初)?预算(?=的)", "决算比预算多", text)
    text = re.sub(r"(?:决算)?(?:低于|少于|小于)(?:年初)?预算(?:数)?(?:的|(?=[?？]?$))", "预算比决算多的", text)
    text = re.sub(r"决算(?:数)?(?:大于|高于|超过|多于)(?:年初)?预算(?:数)?(?:的|(?=[?？]?$))", "决算比预算多的", text)
    text = re.sub(
        r"(?P<who>哪(?:些|几?[家个])(?:单位|机构|部门)?|谁)(?:的)?(?P<a>[^,，比]{2,}?)比(?P<b>(?!上年|去年|上一年|预算|20|平均)[^,，比\d]{2,}?)(?:还要?|要|更)?(?P<way>多|少|高|低|大|小)(?=[?？]?$)",
        r"\g<who>\g<a>比\g<b>\g<way>的",
        text,
    )
    return _MORE_THAN.sub(lambda m: f"{m['a']}比{m['b']}{'多' if m['over'] else '少'}的", text)


_MOST_OF = re.compile(
    r"(?P<part>一半|半数|[一二三四五六七八九]成半?|\d+(?:\.\d+)?%)(?P<tail>以上|以下)的(?P<whole>[\u4e00-\u9fff]{2,8}?)(?:都|全)?(?:是|用于|用在|花在|来自|靠)(?P<x>[\u4e00-\u9fff]{2,12})"
)
_OVER_HALF = re.compile(
    r"(?P<x>[\u4e00-\u9fff]{2,14}?)(?<![没不未有比])(?:(?P<under>低于|少于|小于|不到|不足)|超过了?|大于|高于|多于|突破了?)(?P<whole>[\u4e00-\u9fff]{1,8}?(?:支出|收入|总计|合计|经费))的?(?:一半|半数)"
)
_MORE_THAN_HALF = re.compile(r"(?<=支出|收入|经费|拨款)(?:都|已|已经)?过半(?!数|年)")
"""A share of more than half, in other words."""
_SHARE_WORDS = re.compile(r"(?:的?(?:比重(?!点)|比例|份额))?(?:是否|是不是)?(?:能|会)?(?:在|有|达)?$")


def with_share(text: str) -> str:
    """A question with a share that figures are held against in words for a share and a bound (在总支出里占一半以上)."""
    text = _OVER_HALF.sub(lambda m: f"{m['x']}占{m['whole']}的比重{'低于' if m['under'] else '超过'}50%", text)
    text = _MORE_THAN_HALF.sub("占比超过50%", text)
    text = _MOST_OF.sub(lambda m: f"{m['x']}占{m['whole']}{m['part']}{m['tail']}", text)
    m, told = SHARE_CLAIMED.search(text), share_claimed(text)
    if m is None or told is None or not told[1]:
        return text
    before, whole = text[: m.start()], _SHARE_WORDS.sub("", m["whole"])
    if not whole and (within_it := re.search(r"[在于](?P<whole>[^,，]{2,12}?)(?:里面?|当中|中)$", before)) is not None:
        before, whole = before[: within_it.start()], within_it["whole"]
    way = {"以上": "在{}%以上", "以下": "在{}%以下"}.get(m["tail"] or "") or (
        "达到{}%" if m["way"] == "达到" else "超过{}%" if told[1] == "over" else "低于{}%"
    )
    share = f"占{whole}的比重" if whole else "占比"
    return f"{before}{share}{way.format(told[0])}{text[m.end() :]}"
