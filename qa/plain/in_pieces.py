"""Questions whose pieces lean on one another, with what each piece leaves out said out: the halves of one row (某科目的基本支出多少？项目
支出多少), what is carried over at both ends of a year (年初多少、年末多少、增加多少), a count and the day it was taken on (几辆车，统计到哪天),
and an amount beside the parts that it is made of (甲的N万元跟乙、丙怎么对应).

A piece on its own would be read of the whole document: 项目支出是多少 of all spending, 一共多少辆 of cars to be bought.
"""

from __future__ import annotations

import re

from qa.words.bounds import AMOUNT

_MUCH = r"(?:多少|几何|几)(?:钱|[万亿]?元)?"
_IS = r"(?:又|各|分别|都|预算|大概|一共|总共|安排|列|有|是|为|花|占|了)*"
_NEXT = r"[?？、,，;；]+(?:那么?|而|又|以及|还有|还|和|再|它的?|其)*"

_HALF = r"(?:基本支出|项目支出|人员经费|公用经费)"
_OF_ROW = (
    r"(?:的)?(?:(?:这|那)(?:一)?(?:个|行|项|类|款)?|一[行项])?(?:科目|项下)?(?:里面?|里头|当中|之中|中|底下|下面?|名下|上)?"
    r"(?:的|来说|而言|来看|来讲|[:：,，])*"
)
_HALVES_OF_ROW = re.compile(
    rf"^(?:请问|请|就|对于?|关于|看一?下?|查一?下?|在)?(?P<place>[^,，?？;；:：、]{{2,20}}表(?:里面?|中|上|内)?[,，])?(?P<of>(?!其中|其|它|该|这|那)[^,，?？;；:：、]{{2,24}}?){_OF_ROW}(?P<a>{_HALF}){_IS}{_MUCH}"
    rf"{_NEXT}(?P<b>{_HALF})(?:{_IS}{_MUCH}(?:呢)?|呢)(?P<rest>(?:[?？、,，;；].*)?)$"
)
_NO_ROW = re.compile(
    r"(?:20\d\d年(?:度)?|[今本全去上]年(?:度)?|年度|部门|单位|[局所院馆校]里?|的|总|全部|所有|当年|收入|支出|预算|决算|总计|合计|总额|总数|数|共|[比占与和同跟加减]|财政拨款)+"
)
"""What is no row of its own: halves of that are those of all spending, as they are where they stand alone."""


_HALVES_WITHIN = re.compile(
    rf"其中的?(?P<a>{_HALF}){_IS}{_MUCH}[、,，](?:而|又)?(?P<b>{_HALF}){_IS}{_MUCH}(?=[?？。]|$)"
)


_OF_ALL_SPENDING = re.compile(
    r"^(?P<when>20\d\d年(?:度)?|[今本全]年)?(?:的)?(?:支出预算|预算支出|本年支出|全部支出|总支出|支出总[额计数])(?:总额|合计|总计)?(?:里面?|之?中|当中|的)[,，]?"
    r"(?=(?:基本支出|项目支出)(?:和|与|跟|、|多少|是|有|为|安排|各|哪)(?!.*(?:占|比例|比重)))"
)
"""Of all spending, as its halves are where they stand alone."""
_HALVES_LISTED = re.compile(
    rf"(?P<a>基本支出|项目支出){_IS}{_MUCH}[、,，](?:而|又)?(?P<b>基本支出|项目支出){_IS}{_MUCH}(?P<next>[、,，?？。]|$)"
)


def _halves_of_a_row(text: str) -> str:
    """某科目的基本支出多少？项目支出多少: both of that row."""
    m = _HALVES_OF_ROW.match(text)
    if m is None or m["a"] == m["b"] or _NO_ROW.fullmatch(m["of"]) or re.search(r"多少|哪|几[个项辆]", m["of"]):
        return ""
    rest = _ALL_OF_IT.sub(r"\g<join>合计是多少", m["rest"].replace("、", ","))
    place = re.sub(r"(?:里面?|中|上|内)?[,，]$", "里", m["place"] or "")
    return f"{place}{m['of']}的{m['a']}和{m['b']}各是多少{rest}"


_ALL_OF_IT = re.compile(
    r"^(?P<join>[?？,，;；]+(?:那么?|又)?)(?:总[数额计]|加总|全部|总|合计|一共|总共|加起来)(?:又)?(?:(?:是|有)?多少(?:钱|[万亿]?元)?(?:呢)?|呢)$"
)


_BEGIN, _END = r"(?:年初|期初|年头)", r"(?:年末|年底|期末|年终)"
_WHEN = r"(?:时|的|那时|为止|[,，])*"
_UNTIL = r"(?:截至|截止|到了?|至)?(?:20\d\d年|当年|本年|全年)?"
_CARRIED = r"(?P<{0}>(?:财政拨款)?的?(?:结转(?:[和与及、]?结余)?|结余))(?:资金|的钱|的?数额?|余额)?"
_WAY = r"(?P<way>多出来?|多了|增加|增长|增多|上升|涨|少了|减少|下降|降低|降)(?:出|了)*"
_GAP = rf"(?:一共|总共|净|又|还|究竟|到底|共|各|相比|两者|二者|之间|是|的)*(?:(?P<way>多|增加|增长|增多|上升|涨|少|减少|下降|降低|降)(?:出来?|了)*|(?:相?差|差额|差距|变化|变动|增减)(?:额|是|了)*){_MUCH}"
_MORE_AT_THE_END = (
    re.compile(
        rf"^{_UNTIL}{_END}{_WHEN}{_CARRIED.format('of')}{_WHEN}(?:比|较|跟|与|和|同)起?{_BEGIN}(?:时|的|{_CARRIED.format('too')})*(?:相?比(?:较)?|[,，])*{_GAP}$"
    ),
    re.compile(
        rf"^{_UNTIL}{_BEGIN}{_WHEN}{_CARRIED.format('of')}{_WHEN}(?:比|较|跟|与|和|同)起?{_END}(?:时|的|{_CARRIED.format('too')})*(?:一?比(?:较)?|相比|[,，])*(?:有|了|的)*(?P<way>增加|增长|增多|减少|下降)(?:了)?(?:额|数|额度|金额)?(?:是|为|有)?{_MUCH}$"
    ),
    re.compile(rf"^{_UNTIL}{_END}{_WHEN}{_CARRIED.format('of')}{_WHEN}(?:一共|总共|净|又|还|究竟|到底)*{_WAY}{_MUCH}$"),
)
_AT_BOTH_ENDS = (
    re.compile(
        rf"^(?P<one>{_BEGIN}|{_END}){_WHEN}{_CARRIED.format('of')}{_IS}(?:{_MUCH})?{_NEXT}(?:到了?)?(?P<two>{_BEGIN}|{_END})(?:时|的|{_CARRIED.format('too')})*{_IS}(?:变成|变为)?{_MUCH}(?:{_NEXT}{_GAP})?$"
    ),
    re.compile(
        rf"^{_CARRIED.format('of')}{_WHEN}(?P<one>{_BEGIN}|{_END}){_IS}(?:{_MUCH})?{_NEXT}(?:到了?)?(?P<two>{_BEGIN}|{_END}){_IS}{_MUCH}(?:{_NEXT}{_GAP})?$"
    ),
    re.compile(
        rf"^{_CARRIED.format('of')}[,，]?(?P<one>{_BEGIN}|{_END})(?:和|与|跟|、|及|以及)?(?P<two>{_BEGIN}|{_END})(?:数)?(?:各自?|分别)(?:都)?{_IS}{_MUCH}(?:{_NEXT}{_GAP})?$"
    ),
    re.compile(
        rf"^(?P<one>{_BEGIN}|{_END})(?:和|与|跟|、|及|以及)(?P<two>{_BEGIN}|{_END})的?{_CARRIED.format('of')}(?:数)?(?:各自?|分别)(?:都)?{_IS}{_MUCH}(?:{_NEXT}{_GAP})?$"
    ),
)
_ASIDE = re.compile(r"^[^,，:：?？多少几]{2,24}[:：]")


def _at_both_ends(text: str) -> str:
    """到年底的结转结余，比年初多出几万元: 年末…比年初…多多少; 年初多少、年末多少: what there is at each end, and how far they are apart."""
    told = _ASIDE.sub("", text)
    m = next((m for frame in _MORE_AT_THE_END if (m := frame.match(told)) is not None), None)
    if m is not None:
        return _gap(_named(m["of"]), m["way"] or "")
    m = next((m for frame in _AT_BOTH_ENDS if (m := frame.match(told)) is not None), None)
    if m is None or (m["one"][1] in "初头") is (m["two"][1] in "初头"):
        return ""
    of = _named(m["of"])
    apart = re.search(rf"{_GAP}$", told[m.end("two") :])
    gap = f"？{_gap(of, apart['way'] or '')}" if apart is not None else ""
    ends = [f"{'年初' if m[end][1] in '初头' else '年末'}{of}" for end in ("one", "two")]
    return f"{'和'.join(ends)}各是多少{gap}"


def _named(carried: str) -> str:
    return f"{'财政拨款' if carried.startswith('财政拨款') else ''}结转和结余"


def _gap(of: str, way: str) -> str:
    return f"年末{of}比年初{of}{'少' if way[:1] in {'少', '减', '降'} or way == '下降' else '多'}多少"


_DAY = r"(?:哪一?[天日]|哪年哪月(?:哪[天日])?|什么(?:时候|时间|日期|时点|日子)|何时|何日|几号|几月(?:几[号日])?|何年何月(?:何日)?)"
_TAKEN_ON = (
    rf"(?:(?:这个?|该|此|它)?(?:一?(?:数字|数据|数量|数目|数))?|统计|盘点|清点|清查|登记|口径|时点|时间|日期|截止|截至|情况|是|的|为|以|按|到|算|个|至)*{_DAY}"
    r"(?:的|为止|为准|统计|数据|数字|数|情况|时候|呢|截止|截至)*"
)
_COUNT = r"(?P<count>(?:(?!多少|几|买|购|添|新增|[,，?？;；]).)*(?:(?:几|多少)(?:辆|台|部)(?:套|\(套\))?(?:公务?用?车|车辆?|设备)?|多少个?[^,，?？]{0,20}设备|车辆?(?:总|的)?数量?(?:是|有|为)?(?:多少|几)|车辆(?:一共|总共|合计|共|现在|目前|现有)*(?:是|有|为)?多少(?![\u4e00-\u9fff])))"
_COUNT_AND_DAY = (
    re.compile(rf"^{_COUNT}(?:{_NEXT}|和|以及)(?:并且|同时|另外)?{_TAKEN_ON}(?:各是多少)?$"),
    re.compile(rf"^{_TAKEN_ON}{_NEXT}{_COUNT}(?:各是多少)?$"),
    re.compile(
        rf"^{_TAKEN_ON}(?P<count>公务用车|公车|用车|车辆|车)(?:的(?:数|数量|辆数))?{_NEXT}(?:总数量?|数量|一共|总共|合计|共)*(?:是|有|为)?(?:几|多少)[辆台部](?:车)?$"
    ),
)
_DAY_AND_COUNT = re.compile(
    rf"^(?P<of>[^,，?？;；]{{2,20}}?)的?(?:数量?|台数|辆数)?[,，]?{_TAKEN_ON}{_NEXT}(?:一共|总共|合计|共计|共)*(?:是|有)?(?:几|多少)(?P<unit>[辆台部])(?:套|\(套\))?$"
)
"""As of which day some things are counted, and how many there are of them."""
_CARS_COUNTED = re.compile(
    r"(?:本|该|这个?|我们?|你们?)?(?:单位|部门|名下|机构|中心|[所院局馆校]里?|现有|现在|目前|实有|共有|拥有|一共|总共|合计|共|总数?|数量?|账上|在册|的|上|里|有|是|为|车辆|汽车|车(?!队)|几|多少|台|辆|部)+"
)
"""How many cars there are, and nothing more: of no kind of car, and of no place."""


def _count_and_day(text: str) -> str:
    """单位有几辆车，这个数统计到哪天: how many, and as of which day."""
    m = _DAY_AND_COUNT.match(text)
    if m is not None and re.search("车|设备|仪器", m["of"]):
        of = "车辆数" if "车" in m["of"] else "单位价值100万元以上设备" if _DEAR.search(m["of"]) else "设备数"
        named = of if of.startswith("单位") else m["of"]
        return f"{named}有多少{m['unit']}？{of}是截至哪一天的"
    m = next((m for frame in _COUNT_AND_DAY if (m := frame.match(text)) is not None), None)
    if m is None:
        return _cars(text)
    of = "车辆数" if "车" in m["count"] else "单位价值100万元以上设备" if _DEAR.search(m["count"]) else "设备数"
    count = re.sub(r"公(?:务用?)?(?=车)", "", m["count"])  # those that there are on a day, whatever they are called
    alone = re.fullmatch("(?:公务?)?用?车辆?", m["count"]) is not None
    return f"{'车辆有几辆' if alone else _cars(count) or m['count']}？{of}是截至哪一天的"


_DEAR = re.compile(r"(?:百万|100万)元?(?:\(含\))?以上")


def _cars(text: str) -> str:
    """车辆总共几台, 名下一共多少辆车: 车辆有几辆."""
    if re.match(r"车(?!辆)(?:一共|总共|合计)", text):
        return ""  # of several bodies, together
    asked = (
        re.search(r"(?:几|多少)(?:辆|台|部)|数量?(?:是|有|为)?(?:多少|几)|^(?!车辆有?多少)[^车]*车辆[^车]*多少$", text)
        is not None
    )
    return "车辆有几辆" if asked and "车" in text and _CARS_COUNTED.fullmatch(text) is not None else ""


_ITEM = r"[\u4e00-\u9fff()]{2,16}?"
_BESIDE = rf"(?P<a>{_ITEM})(?:、|和|与|以及|及)(?P<b>{_ITEM})(?:这?两[项者个笔块]|二者)?(?:科目|支出)?(?:之间)?"
_RELATED = (
    re.compile(
        rf"^(?P<x>(?!为什么|怎么)[^,，?？;；、和与跟同\d]{{2,24}}?)(?:的|这|是|为|列了?|有)*(?:{AMOUNT})?[,，]?(?:它|这个?数|这笔钱|这一?项)?(?:又|到底)?(?:跟|与|和|同){_BESIDE}"
        r"(?:又|到底|究竟)?(?:是|存在|有)?(?:个)?(?:(?:怎么|如何|怎样)(?:个)?(?:对应|对得?上|联系|关联|勾稽|匹配)(?:上|起来|关系)?的?|(?:什么|何种|怎样|怎么样|啥)(?:样)?的?(?:对应|勾稽|数量|加总)?(?:的)?关系|(?:什么|何)(?:联系|关联))$"
    ),
    re.compile(
        rf"^(?P<x>(?!为什么|怎么)[^,，?？;；、和与跟同\d]{{2,24}}?)(?:的|这|是|为)*(?P<n>{AMOUNT})?[,，]?(?:是不是|是否|应该)?(?:就|正好|刚好)*是?由(?P<a>{_ITEM})(?:、|和|与|以及|及|加)(?P<b>{_ITEM})(?:这?两[项者个笔块]|二者)?"
        r"(?:共同)?(?:组成|构成|合成|加总?得来|相加得[来到]|合计得[来到]|加起来)的?(?:吗|么|吧|对吗|是吗)?$"
    ),
)


def _beside_its_parts(text: str) -> str:
    """甲的N万元，它跟乙、丙两项是怎么对应的: 甲和乙、丙有什么关系; 甲是N万元由乙、丙组成吗: 甲是N万元吗？甲等于乙加丙吗."""
    m = _RELATED[0].match(text)
    if m is not None:
        return f"{m['x']}和{m['a']}、{m['b']}有什么关系"
    m = _RELATED[1].match(text)
    if m is None or not m["n"] or not re.search(r"是不是|是否|[吗么吧]$", text):
        return ""  # without an amount it is read as what is made up of others
    return f"{m['x']}是{m['n']}吗？{m['x']}等于{m['a']}加{m['b']}吗"


_CAR = r"(?:公务?用?车|公家的?车|汽车|用车|车辆|车子|车)"
_MONEY = r"(?:预算|钱|资金|经费|支出|开支|花费|花销|费用|开销)"
_ABOUT_CARS = re.compile(
    rf"^(?:今年|20\d\d年(?:度)?|全年)?(?:的)?(?:(?:跟|与|和|同){_CAR}(?:有关|相关|沾边|挂钩|有关联)|(?:涉及|关于|有关|围绕|针对|牵涉){_CAR}|{_CAR}(?:相关|有关|方面|这方面|这(?:一)?块))(?:到|的)*"
    rf"(?:所有|全部|各项|今年|全年|支出|费用|开支|财政|安排|要|会|准备|打算|计划|花|里面?|的)*(?:{_MONEY})*(?:一共|总共|合计|加起来|今年|全年|都|共|要|得|花|列|安排|用|有|是|为|了)*(?:多少|几何|哪些|哪几[项笔]|什么)(?:钱|[万亿]?元|预算)?"
    rf"(?:[,，]?(?:各|分别|金额)+(?:是|有|为)?多少(?:钱|[万亿]?元)?)?(?:呢)?$"
)


_SPENT_ON_CARS = re.compile(
    rf"^(?:今年|20\d\d年(?:度)?|全年|本年)?的?(?:[花用投]在{_CAR}(?:身)?(?:上面?|方面)|{_CAR}(?:这?一?块|这?方面))的?{_MONEY}(?:今年|全年)?(?:是|都|又|具体)*(?:怎么|如何|怎样|咋)(?:来)?(?:安排|列|编|分配|定|花|用)(?:的|了)*(?:呢)?$"
)


def _about_cars(text: str) -> str:
    """跟车有关的预算有多少: 车的预算是多少, which is told by all that the document has of cars."""
    asked = _ABOUT_CARS.match(text) is not None or _SPENT_ON_CARS.match(text) is not None
    return "车的预算是多少" if asked else ""


_NUMBER = r"\d[\d,]*(?:\.\d+)?(?:亿|万)?元?"
_ALL_AND_ITS_PART = re.compile(
    rf"^(?P<x>(?!其中)[^,，?？;；、和与\d]{{2,20}}?)(?:在?(?:部门)?支出总表(?:里面?|中|上)?|全部|总额)?(?:一共|总共|合计|共|预算|是|为|有|列|安排|了)*{_NUMBER}[,，](?:其中|里面)?(?:由|来自|靠)?(?P<money>一般公共预算|财政拨款|政府性基金)(?:预算)?(?:财政)?(?:拨款|资金)?"
    rf"(?:已经|已|只|就)?(?:负担|承担|出|安排|解决|支付|列|占)?了?(?:的)?(?:是|有|为|了)*{_NUMBER}[,，](?:那么?)?(?:其余|剩下|余下|剩余|其他|另外)(?:的)?(?:那)?(?:部分|资金|钱|款项|金额)?(?:又|则|还)?(?:是|有|为)*{_MUCH}$"
)


def _the_rest_of_it(text: str) -> str:
    """甲一共N，其中一般公共预算负担K，其余部分是多少: what of it is from other money."""
    m = _ALL_AND_ITS_PART.match(text)
    return f"{m['x']}由非{m['money']}资金负担的部分是多少" if m is not None else ""


_BUDGET_TOLD = re.compile(
    rf"^(?P<x>(?!其中)[^,，?？;；、\d]{{2,20}}?)的?(?:20\d\d年|年初|全年|原来|原本|当初|今年)?的?预算(?:数|金额)?(?:就|只)?(?:安排|批|列|定|是|为|有|了|给)*(?P<n>{_NUMBER})[,，](?:但是?|可是?|那么?)?"
    rf"(?:最后|最终|实际(?:上)?|结果|到底|究竟|真正|年底|全年)+(?:又|却|只|就|一共|总共|到底|究竟)*(?:花|用|支出|执行|开支)(?:了|掉|出去|的|是|为|数)*{_MUCH}$"
)


def _spent_of_it(text: str) -> str:
    """甲预算N，最后花了多少: what was spent, and whether so much was planned."""
    m = _BUDGET_TOLD.match(text)
    return f"{m['x']}实际花了多少？{m['x']}的预算数是{m['n']}吗" if m is not None else ""


_PART_ASKED = r"(?:百分之(?:几|多少)|几成|多少|(?:多大(?:的)?)?(?:比例|比重)(?:是)?(?:多少|多大)?)"
_SHARED = r"(?!其中|它|这|那|又|还|再|分别|各)[\u4e00-\u9fff]{2,16}?"
_SHARES_APART = re.compile(
    rf"^(?P<year>20\d\d年(?:度)?)?(?P<a>{_SHARED})占(?:了)?(?P<whole>[^,，?？;；、和与占]{{2,16}}?)的?{_PART_ASKED}{_NEXT}(?P<b>{_SHARED})(?:又)?占(?:了)?(?P<again>[^,，?？;；、和与占]{{0,16}}?)的?{_PART_ASKED}(?:呢)?$"
)


def _shares_apart(text: str) -> str:
    """基本支出占本年支出多少，项目支出占多少: the shares of both."""
    m = _SHARES_APART.match(text)
    if m is None or m["a"] == m["b"] or (m["again"] and m["again"] != m["whole"]) or re.search("[多少几]", m["whole"]):
        return ""
    return f"{m['year'] or ''}{m['a']}和{m['b']}各占{m['whole']}的百分之几"


_BOTH_SIDES = re.compile(
    rf"^(?P<when>(?:20\d\d年(?:度)?|[全今本当]年|一年|年度|的)*)(?P<fact>实际)?(?P<one>收入|支出)(?:合计|总额)?{_IS}{_MUCH}{_NEXT}(?P<again>实际)?(?P<other>收入|支出)(?:合计|总额)?{_IS}{_MUCH}(?P<rest>[?？、,，;；].*)?$"
)
_OF_IN_AND_OUT = re.compile(
    r"(?<!财政拨款)(?<!拨款)(?<!基金)收支(?P<all>总计|合计|总额)(?=(?:数)?(?:各自?|分别)(?!比|较|同比|增|减|变))"
)


def _both_sides(text: str) -> str:
    """全年实际收入多少、实际支出多少: each on its own."""
    m = _BOTH_SIDES.match(text)
    if m is None or m["one"] == m["other"] or not m["fact"]:
        return ""
    each = "？".join(f"{m['when']}实际{m[side]}合计是多少" for side in ("one", "other"))
    return f"{each}{m['rest'] or ''}"


_CARS_OF_THREE = re.compile(
    r"(?<=[里中内、,，和与及])(?:公务|公)?用?车(?:辆)?(?:这?一?块|方面)?(?:的钱)?(?=(?:各|分别)?(?:安排|列|花|用|是|有|又|了|要)*(?:多少|几)(?!辆|台))"
)
"""What is spent on cars, where the three public expenses are asked for one by one (三公经费里接待多少、用车多少)."""


def in_one_piece(text: str) -> str:
    """A folded question with what its pieces leave out; any other as it is."""
    bare = text.rstrip("?？。.!！")
    ways = (
        _halves_of_a_row, _at_both_ends, _count_and_day, _beside_its_parts, _about_cars,
        _the_rest_of_it, _spent_of_it, _shares_apart, _both_sides,
    )  # fmt: skip
    told = next((told for way in ways if (told := way(bare))), text)
    if (stripped := _OF_ALL_SPENDING.sub(r"\g<when>", told)) != told:
        told = _HALVES_LISTED.sub(r"\g<a>和\g<b>各是多少\g<next>", stripped)
    told = _HALVES_WITHIN.sub(r"其中\g<a>和\g<b>各是多少", told)
    told = told.replace("财政拨款收支总计分别", "财政拨款收支总表里收入总计和支出总计分别")
    told = _OF_IN_AND_OUT.sub(r"收入\g<all>和支出\g<all>", told)
    return _CARS_OF_THREE.sub("公务用车购置及运行费", told) if "三公" in told else told
