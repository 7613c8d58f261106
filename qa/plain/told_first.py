"""Questions that tell something first, and ask something else of it: that not all of an item is from one kind of money, and what
the others bring; that a printed share is wrong, and what the right one is; what part of its money an item has from somewhere;
all of an item, and how much more that is than what one kind of money pays of it, or what is left without that; several amounts, and whether they add up to
another one; what one form has, and whether a table has it as well. Each as what it asks, in plain words.
"""

from __future__ import annotations

import re

from qa.words.lexicon import JOINS
from qa.words.standard import named_in

_HIDDEN = str.maketrans({char: chr(0xE400 + place) for place, char in enumerate(JOINS)})
_SHOWN = str.maketrans({chr(0xE400 + place): char for place, char in enumerate(JOINS)})
_WORDS = r"[^,，?？。;；\d]"
_OF = rf"(?P<of>(?!编制|文字|情况|说明|是否|有没有){_WORDS}{{2,24}}?)"
_MONEY = r"(?P<money>一般公共预算|财政拨款|政府性基金|国有资本经营预算|(?:国家|上级)?财政(?!拨款|专户|性))(?:预算)?(?:财政拨款|拨款|资金|的钱|给的?钱|出的?钱)?"
_MUCH = r"(?:一共|总共|究竟|到底|具体|又|共|各|数额|金额)*(?:是|有|为|占|花了?|用了?|出了?)*(?:多少|几何|几)(?:钱|资金|万?元)?(?:呢)?"
_PART = r"(?:百分之(?:多少|几)|几成|多大(?:的)?(?:比例|比重|一部分)|(?:多少|几)(?:的)?(?:比例|比重)|(?:多少|几)个?%)"
_NOTES = r"(?:(?:编制|文字|情况)(?:部分)?说明|说明(?:文字|部分)?)(?:里面?|中|上)?的?"

_NOT_ALL = (
    r"(?:的钱|的资金|的经费|资金|经费)?(?:其实|实际上|也|又|可)*"
    r"(?:(?:并|又|也|可)?不(?:是)?(?:全部?|都|完全|光|单|只|仅|止)(?:是)?|并?非(?:是)?(?:全部?|都|完全|只|仅)(?:是)?|没有?(?:全部?|都|完全)|未(?:全部?|都|完全)|[光单只仅](?=[靠用由]))"
    r"(?:都|是|由|靠|用|走|有|来自于?|出自|依靠|属于|从)*"
)
_BROUGHT = r"(?:来)?(?:出的?|负担|安排|承担|解决|支撑|保障|支付|给的?|提供|拨的?|不够|不行|不足|这一?(?:个|种|条|块|项)(?:来源|渠道|资金)?|一家|一(?:个|种)(?:来源|渠道))*(?:的|了)*"
_NOT_ALL_OF_ONE = re.compile(
    rf"^{_OF}{_NOT_ALL}{_MONEY}{_BROUGHT}[,，](?:那么?|而|其中)*(?:由|靠|用|从|走)?(?:其[他它余]|别|剩下?|剩余|余下|另外|另)的?(?:资金来源|资金|来源|渠道|钱|款|部分)*"
    rf"(?:靠什么|从哪来|来自哪里|来)?[、,，]?(?:解决|负担|安排|承担|出|支撑|保障|用|补|支付|提供|垫)*(?:的|了|到|上)*(?:钱|部分|资金)?{_MUCH}$"
)


def _of_other_money(text: str) -> str:
    """某项不全靠一般公共预算，靠其他资金解决的有多少: what of it that kind of money does not pay."""
    m = _NOT_ALL_OF_ONE.match(text)
    return f"{m['of'].rstrip('的')}由非{_kind(m['money'])}资金负担的部分是多少" if m is not None else ""


def _kind(money: str) -> str:
    return "财政拨款" if money.endswith("财政") else money


_PERCENT = r"(?:\d+(?:\.\d+)?%|百分之[一二三四五六七八九十点零]+)"
_AMISS = r"(?:怕是|恐怕|好像|似乎|应该|可能|是不是|明显|大概|是|都|给)*(?:(?:印|写|算|标|填|弄|搞|打|排|列|登|录)(?:得|的)?(?:错|反|岔)|有误|不对|有问题|是错的|错)(?:了|吧|的|啊)*"
_RIGHT = rf"[,，](?:那么?|请问|按[^,，]{{2,8}}算[,，]?)*(?:正确|真实|实际|真正|准确|应有|对)?的?(?:占比|比例|比重|百分比|数字?|数值|值|结果)?(?:到底|究竟|又)?(?:应该?|应当|该|实际|本)?(?:应|该)?(?:是|为|占)*{_MUCH.replace('(?:多少|几何|几)', '(?:多少|几何|百分之几|几成|几)')}$"
_DOUBTED = r"(?:我|咱们?|你看)?(?:怀疑|觉得|感觉|发现|认为|估计|怕|看|想)?(?:是)?"
_SHARE_AMISS = (
    re.compile(
        rf"^{_DOUBTED}(?P<notes>{_NOTES})?{_OF}的?(?:所占的?)?(?:百分比|百分数|占比|比例|比重)(?:是|为|写的?(?:是)?|印的?(?:是)?)?(?:{_PERCENT})?[,，]?(?:这个?(?:数字?|比例|占比)?)?{_AMISS}{_RIGHT}"
    ),
    re.compile(
        rf"^{_DOUBTED}(?P<notes>{_NOTES})?{_OF}占(?:了|到|比)?(?P<whole>{_WORDS}{{2,20}}?)?的?(?:是|为)?{_PERCENT}[,，](?:这个?|那个?)?(?:数字?|比例|占比|百分比)?{_AMISS}{_RIGHT}"
    ),
)
_IN_NOTES = re.compile(r"(?:的)?(?:(?:编制|文字|情况)?说明)(?:里面?|中|上)?(?:的)?(?=.)")
_OF_MONEY = re.compile(
    r"^((?:一般公共预算|政府性基金|国有资本经营预算)(?:预算)?(?:财政拨款)?(?:支出)?)(?:里面?|当?中|的)的?(?=(?:基本|项目)支出)"
)


def _right_share(text: str) -> str:
    """某项的占比印错了，正确的是多少: what share it is."""
    m = next((m for frame in _SHARE_AMISS if (m := frame.match(text)) is not None), None)
    if m is None:
        return ""
    of = _OF_MONEY.sub(r"\1里", _IN_NOTES.sub("里", m["of"]))
    whole = m.groupdict().get("whole") or ""
    return f"{of}占{whole}的百分之几" if whole else f"{of}占百分之几"


_FROM_SOMEWHERE = re.compile(
    rf"^(?:请问|那么?)*{_OF}的?(?:资金|钱|经费)(?:里面?|里头|当?中|总额)*(?:大概|大约|约)?(?:有)?{_PART}的?(?:钱|资金|部分)?(?:都)?(?:是)?(?:来自于?|来源于|靠|由|用的?是?|是|出自|属于)(?P<from>上年结转|一般公共预算|财政拨款|政府性基金|其他资金)(?:预算|财政拨款|资金|拨款)*(?:安排|负担|给|来|出|结转过来|转过?来)*的?(?:钱|资金)?$"
)


def _part_of_its_money(text: str) -> str:
    """某项目的资金有百分之多少来自上年结转: what part of it that is."""
    m = _FROM_SOMEWHERE.match(text)
    return f"{m['of'].rstrip('的')}里{m['from']}占百分之几" if m is not None else ""


_ALL_LESS_PART = re.compile(
    rf"^(?:请问|那么?)*{_OF}的?(?:全部|总|整个|所有|全口径)?的?(?:支出|开支|花销|资金)?(?:总额|总数|全部|合计|总计)?[,，]?(?:要)?[比较](?:它|其|当)?中的?{_MONEY}(?:基本|项目)?(?:支出|安排|负担|承担|开支|支付)*的?(?:部分|那一?[块部]分?|数|钱|那份)?(?:要|还|又)*[大多高]出?(?:来|了)*{_MUCH}$"
)
_ALL = re.compile(r"全部|总|所有|整个|全口径|合计")


def _all_less_part(text: str) -> str:
    """某项的全部支出比其中一般公共预算支出大多少: what of it that kind of money does not pay."""
    m = _ALL_LESS_PART.match(text)
    if m is None or _ALL.search(text[: m.start("money")]) is None:
        return ""
    return f"{m['of'].rstrip('的')}由非{_kind(m['money'])}资金负担的部分是多少"


_TAKEN = r"(?:扣(?:除|掉|去)?|减(?:去|掉)?|除(?:去|掉|了|开)?|刨(?:去|掉|除|开)?|去掉|剔除|撇开|抛开|拿掉|拿走|剥离)"
_BEARS = (
    r"(?:来)?(?:基本|项目)?(?:负担|承担|支付|安排|保障|解决|出|掏|给|拨|管|列支|开支|支出|承包)?(?:掉)?(?:了|的|过)*"
)
_THAT_PART = r"(?:(?:那|这)?一?(?:部分|块儿?|份儿?|笔)|钱|资金|款项?|数|金额)*(?:以?后|之后|以外|之外|外)?(?:的话)?"
_LEFT = rf"(?:其余|剩余|余下|部分|还|能|会|就|又|[,，])*(?:剩下?|余下?|有|是)(?:了|的)*{_MUCH}$"
_ALL_BEFORE = r"(?:总额|总数|总计|合计|全部|总的|全口径)?的?(?:里面?|里头|之?中|当中|内)?[,，]?的?"
_BUT_FOR_MONEY = (
    re.compile(
        rf"^(?:请问|那么?)*(?:把|将|从)?{_OF}{_ALL_BEFORE}(?:再|先|把|将)?{_TAKEN}(?:由|靠|用|从|其中)*的?{_MONEY}{_BEARS}{_THAT_PART}{_LEFT}"
    ),
    re.compile(
        rf"^(?:请问|那么?)*{_OF}{_ALL_BEFORE}(?:把|将)?(?:由|靠|用|从)?{_MONEY}{_BEARS}(?:(?:那|这)?一?(?:部分|块儿?|份儿?|笔)|钱|资金)*(?:都|全|全都)?{_TAKEN}(?:了|以?后|之后|的话)*{_LEFT}"
    ),
)
_GAP_TO_ITS_PART = re.compile(
    rf"^(?:请问|那么?)*{_OF}的?(?:(?:支出|开支|资金)?(?:总额|总数|全部|合计|总计|总的)(?:数|金额)?|(?:总|全部)(?:支出|开支|花销))(?:和|与|跟|同|比|减去?)(?:它|其|里面?|当)中?的?{_MONEY}(?:基本|项目)?(?:支出|安排|负担|承担|开支|支付)*的?(?:部分|那一?[块部]分?|数|钱|那份)?(?:之间)?的?(?:要)?(?:相?差|差额|差距|多|[大高]出?)(?:了|出|是|有|为)*{_MUCH}$"
)
_NO_ITEM = re.compile(
    r"(?:20\d\d年(?:度)?)?(?:今年|本年|全年|当年)?的?(?:本年|总|全部|所有|各项|单位|部门)*的?(?:支出|收入|收支|开支|花销|预算|决算|钱|资金|经费)?(?:预算|决算)?(?:总额|总数|总计|合计)?"
)
_ALL_SPENT = re.compile(r"(?:今年|本年|全年|当年)?的?(?:本年|总|全部|所有)*的?支出(?:总额|总数|合计)?")
_BORNE = re.compile(r"负担|承担|支付|解决|掏|(?<!支)出的|给的")
_ALL_OF = re.compile(r"^(?:(?:全部|所有|总|整个|全年)的?)+")


def _but_for_money(text: str) -> str:
    """某项里扣掉一般公共预算负担的那块，还剩多少, 某项的总数和其中财政拨款支出差多少: what of it that kind of money does not pay. Of all
    spending, or all that comes in, there is a total to be taken it from."""
    m = next((m for frame in (*_BUT_FOR_MONEY, _GAP_TO_ITS_PART) if (m := frame.match(text)) is not None), None)
    if m is not None and _ALL_SPENT.fullmatch(m["of"]) and _BORNE.search(text, m.end("money")):
        return f"本年支出合计由非{_kind(m['money'])}资金负担的部分是多少"
    if m is None or _NO_ITEM.fullmatch(m["of"]) or re.search(r"[比和与跟、占]|结转|结余|收入", m["of"]):
        return ""
    return f"{_ALL_OF.sub('', m['of']).rstrip('的')}由非{_kind(m['money'])}资金负担的部分是多少"


_IN_FULL = {"人员": "人员经费", "公用": "公用经费", "基本": "基本支出", "项目": "项目支出"}
_AND = r"(?:、|[,，]|以及|和|与|跟|及|加上?)"
_ADDEND = r"[^、,，?？。;；和与跟及加\d]{2,20}?"
_ADDS = rf"(?P<table>[^、,，?？。;；和与跟]{{2,16}}?表(?:里面?|中)?的)?(?:它的|其)?(?P<adds>{_ADDEND}(?:{_AND}{_ADDEND})+)(?:这?[两二三四五](?:项|个|者|笔|块)(?:支出|科目|金额|数)?)?的?(?:之和|的和|合计数?|加起来|相加|总和|加总)(?:的数|的结果)?"
_ALIKE = r"(?:能不能|能否|是不是|是否|能|两个数|正好|刚好|都|在金额上)*(?:对(?:不|得)上|对得拢|一致|相等|相符|相同|一样|吻合|相吻合|平)(?:的)?(?:吗|么|不)?"
_SUM_HELD = (
    re.compile(rf"^(?:请问|核对一?下?[:：]?)?(?P<sum>[^、,，?？。;；]{{2,28}}?)(?:数)?(?:和|与|跟|同){_ADDS}{_ALIKE}$"),
    re.compile(
        rf"^(?:请问|核对一?下?[:：]?)?{_ADDS}[,，]?(?:和|与|跟|同)(?P<sum>[^、,，?？。;；]{{2,28}}?)(?:的?数)?{_ALIKE}$"
    ),
)


def _held_against_sum(text: str) -> str:
    """甲和乙、丙两项之和对得上吗: 甲等于乙加丙吗."""
    m = next((m for frame in _SUM_HELD if (m := frame.match(text)) is not None), None)
    if m is None:
        return ""
    adds = [_IN_FULL.get(a, a) for a in re.split(_AND, m["adds"])]
    whole = re.sub(r"的?数$", "", m["sum"])
    return f"{whole}等于{m['table'] or ''}{'加'.join(adds)}吗"


_HAS_TOO = re.compile(
    r"^(?P<form>[^,，?？。;；]{2,16}?表)(?:里面?|上面?|中)?(?:明明|已经|倒是?)?(?:写|列|印|标|填|有)(?:着|了|明|出)?(?:有)?(?P<of>[\u4e00-\u9fff]{2,12}?)(?:的数)?[,，](?:那么?|可是?|但是?|而)*(?P<table>[^,，?？。;；]{2,14}?表)(?:里面?|上面?|中)?的?(?P=of)(?:一?[栏格行])?(?:有|列|填)(?:没有)?(?:数字?|金额)(?:吗|么|没有?)?$"
)


def _has_it_too(text: str) -> str:
    """甲表里写着某项，乙表的某项有数吗: what the first has of it, and whether the second has any."""
    m = _HAS_TOO.match(text)
    return f"{m['form']}里{m['of']}是多少？{m['table']}的{m['of']}有数吗" if m is not None else ""


_ROWS_IN_TWO = re.compile(
    r"^(?:请|麻烦|帮我?)*(?:核对|核实|看看?|查一?查?|对一?下?)?(?:一下)?[:：,，]?(?P<rows>[^,，?？。;；]{2,40}?)(?:这?[两二三四]项)?的?在(?P<one>[^、,，?？。;；]{2,16}?表)(?:里面?|中|上)的?(?:数字?|金额|数额)?[,，]?(?:和|与|跟|同)(?:在)?(?P<other>[^、,，?？。;；]{2,16}?表)(?:里面?|中|上)?的?(?:相应|对应|同名|同样|相同)?的?(?:科目|项目|行)?的?(?:数字?|金额|数额)?(?:是不是|是否|是|都是)?(?:同一个|一个)(?:数字?|金额|数额)?(?:吗|么)?$"
)


def _rows_in_two_tables(text: str) -> str:
    """甲、乙在一张表里的数，跟另一张表里相应科目的数是不是同一个: whether each is alike in both."""
    m = _ROWS_IN_TWO.match(text)
    return f"{m['rows']}在{m['one']}里的数和{m['other']}里的数一致吗" if m is not None else ""


_THEN_ALIKE = re.compile(
    r"^(?P<where>[^?？。;；]*[哪几](?:些|几)?(?:张|个)?的?表[^?？。;；]{0,8})[?？](?P<alike>(?:这些|各处|它们|各表|都|的|在各表里?)*(?:数字?|金额|数额)?(?:都|是不是|是否|各处)*(?:一样|一致|相同|对得上|相等)(?:的)?(?:吗|么|不)?)$"
)


def _where_and_whether_alike(text: str) -> str:
    """某项在哪几张表里？数字一样吗: as one question."""
    m = _THEN_ALIKE.match(text)
    return f"{m['where']},{m['alike']}" if m is not None else ""


_MONEY_OF_IT = re.compile(
    r"^(?P<of>[^,，?？。;；]{2,20}?)(?:的钱|这笔钱|的数额?|的金额|的预算)(?P<rest>[,，]?在?[^,，?？。;；]{2,16}表(?:里面?|中|上)?的?[,，]?[比较跟和与同]在?[^,，?？。;；]{2,16}表(?:里面?|中|上)?(?:的)?[^,，?？。;；表]{0,12}多少[^,，?？。;；]{0,4})$"
)


def _one_item_in_two_tables(text: str) -> str:
    """某项的钱，甲表比乙表多多少: of the item."""
    m = _MONEY_OF_IT.match(text)
    return m["of"] + m["rest"] if m is not None else ""


_OTHER_INCOME = r"(?:(?:事业单位|事业|经营|其他|投资|利息|附属单位(?:上缴)?|上级补助|非同级财政拨款)(?:经营)?收入)"
_BESIDE_FISCAL = re.compile(
    rf"^(?:请问)?(?P<year>20\d\d年(?:度)?|今年)?[,，]?除(?:了|去|开)?(?:国家|上级|本级)?财政(?:拨款|拨付|补助|拨|给|出)?(?:收入)?(?:的)?(?:钱|资金|款|部分)?(?:之外|以外|外)?[,，](?:还)?(?:靠|从|由|用|光|单)?(?P<list>{_OTHER_INCOME}(?:(?:、|[,，]|和|与|跟|及|以及|加上?){_OTHER_INCOME})+)(?:这?[两二三四2-4](?:样|项|块|个|笔|种))?的?(?:一共|总共|合计|加起来|加在一起|总和|共)(?:能|可以|可|会|要|还|预计|今年)*(?:进账|入账|收入|收到?|进来|挣|拿|带来|得到?|有|是)*(?:了)?(?:多少|几何)(?:钱|资金|万?元)?$"
)


def _beside_fiscal_money(text: str) -> str:
    """除了财政给的钱，事业收入和其他收入一共多少: what those come to, none of which is fiscal money."""
    m = _BESIDE_FISCAL.match(text)
    return f"{m['year'] or ''}{m['list']}一共是多少" if m is not None else ""


_WAYS = (
    _beside_fiscal_money,
    _one_item_in_two_tables,
    _where_and_whether_alike,
    _of_other_money,
    _right_share,
    _part_of_its_money,
    _all_less_part,
    _but_for_money,
    _held_against_sum,
    _has_it_too,
    _rows_in_two_tables,
)


def without_what_is_told_first(text: str) -> str:
    """A folded question of one of these sorts as what it asks; any other as it is."""
    bare = text.rstrip("?？。.!！")
    for _, name in named_in(bare):  # 社会保障和就业支出 is one thing
        bare = bare.replace(name, name.translate(_HIDDEN))
    return next((plain.translate(_SHOWN) for way in _WAYS if (plain := way(bare))), text)
