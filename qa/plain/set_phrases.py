"""Turns of phrase that have one plain equivalent wherever they stand: whether one thing includes another (包不包括), how what was
carried over moved within the year (从年初到年末), an amount that is said to be a sum (是不是就是甲加乙), halves that are each said to
belong (属于基本支出和属于项目支出的), whether there are cars (有公车吗), two totals that are not alike (对不上，差在哪里), the halves
of basic spending (真正用在人身上的), and what is written somewhere (都写了些啥).
"""

from __future__ import annotations

import re

from qa.plain.turns_of_money import turned_plain
from qa.words.bounds import AMOUNT

_ENDS = r"(?:呢|啊|呀|的)*$"
_MUCH = r"(?:多少|几何|几)(?:钱|[万亿]?元)?(?:呢)?"

_WHETHER_IT_HAS = re.compile(
    r"^(?P<a>(?!(?:今年|全年|所有)?的?(?:支出|收入|预算|决算|文件|表)?(?:里面?|中)?的?(?:包|含|有没有))[^,，?？;；]{2,24}?)(?:里面?|之?中|当中)?(?:到底|究竟|都)*"
    r"(?:包不包[括含]?|包[括含]不包[括含]|含不含|含没含|包没包[括含]|有没有包[括含])(?:了|有)?(?P<b>[^,，?？;；]{2,20}?)(?:在内|这一?[项块类笔])?"
    + _ENDS
)


def _whether_it_has(text: str) -> str:
    """甲包不包括乙: 甲包括乙吗."""
    m = _WHETHER_IT_HAS.match(text)
    return f"{m['a']}包括{m['b']}吗" if m is not None else ""


_OVER_IT = r"(?:(?:[从自由]?(?:年初|年头|期初|上年末)到(?:年末|年底|年尾|年终|期末)|(?:这|整整?|全)?(?:一)?(?:年|年度)(?:下来|到头|里面?|当?中|之?间|之?内)|全年(?:下来)?|年度?内|这一年)[,，]?)"
_HELD = r"(?:单位|部门|我们?|本单位)?(?:账面?上?|手[里头]|账户)?的?"
_CARRIED = r"(?P<of>(?:财政拨款|一般公共预算(?:财政拨款)?|政府性基金(?:预算)?(?:财政拨款)?)?的?(?:结转(?:[和与及、]?结余)?|结余))(?:资金|的钱|数)?(?:\([^()]{0,6}总表[^()]{0,4}\))?"
_WAY = r"(?:一共|总共|又|还|究竟|到底|净)*(?P<way>多|增加?|涨|上升|增长|增多|少|减少?|降|下降|缩小|缩减|缩水|缩|变化|变动|增减|变)(?:出|出来|掉)?(?:了|的)*"
_MOVED_WITHIN = (
    re.compile(rf"^{_OVER_IT}{_HELD}{_CARRIED}[,，]?{_WAY}{_MUCH}$"),
    re.compile(rf"^{_HELD}{_CARRIED}[,，]?{_OVER_IT}{_WAY}{_MUCH}$"),
    re.compile(
        rf"^(?:年初|期初)(?:和|与|跟|同|到|、)(?:年末|年底|期末)的?{_HELD}{_CARRIED}[,，]?(?:之间)?(?:的)?(?P<way>相?差(?:额|了|距)?)(?:是|有|了)*{_MUCH}$"
    ),
)


def _moved_within_the_year(text: str) -> str:
    """从年初到年末，结转结余多了多少: by how much what is left at the end is more than what there was at the beginning."""
    m = next((m for frame in _MOVED_WITHIN if (m := frame.match(text)) is not None), None)
    if m is None:
        return ""
    of = m["of"].replace("的", "")
    money = re.match(r"财政拨款|一般公共预算(?:财政拨款)?|政府性基金(?:预算)?(?:财政拨款)?|", of)
    kind = money[0] if money is not None else ""
    less = m["way"][0] in "少减降缩"
    return f"年末{kind}结转和结余比年初{kind}结转和结余{'少' if less else '多'}多少"


_ADDEND = r"(?:(?!比|是|等于|多少|[加和与、])[^,，?？;；\d]){2,20}?"
_IS = r"(?:是不是|是否|难道|应该|不)?(?:就|也|正好|刚好|恰好|正|其实)*"
_SAID_TO_BE_SUM = (
    re.compile(
        rf"^(?P<x>(?!(?:为什么|怎么))[^,，?？;；加\d]{{2,24}}?)(?:的?(?P<n>{AMOUNT}))?[,，]?{_IS}(?P<is>(?<=是不是)|(?<=是否)|是|等于)(?P<a>{_ADDEND})(?:再)?加(?:上(?!年|级))?(?P<b>{_ADDEND})(?:的和|之和|得来的?|得到的?|的合计|加起来的?)?(?P<asks>(?:吗|么|吧|对吗|不是)?){_ENDS}"
    ),
    re.compile(
        rf"^(?P<x>(?!(?:为什么|怎么))[^,，?？;；加\d]{{2,24}}?)(?:的?(?P<n>{AMOUNT}))?[,，]?{_IS}(?P<is>(?<=是不是)|(?<=是否)|是|等于)(?P<a>{_ADDEND})[和与、跟](?P<b>{_ADDEND})(?:这?两[项者个笔])?(?:之和|的和|的合计|合计|相加)(?P<asks>(?:吗|么|吧|对吗|不是)?){_ENDS}"
    ),
)


_AMOUNT_FIRST = re.compile(
    rf"^(?P<n>{AMOUNT})的(?P<x>[\u4e00-\u9fff]{{2,12}}?)(?=[,，]?(?:是不是|是否|难道|就是|等于|是))"
)
_OF_ALL = re.compile(r"[总合]计$|总[额数]$")
"""Totals, of which there are several, each in a table of its own."""


def _said_to_be_a_sum(text: str) -> str:
    """甲的N万元，是不是就是乙加丙: whether it is so much, and whether it is that sum."""
    if re.search(r"构成|组成|凑", text):
        return ""
    text = _AMOUNT_FIRST.sub(r"\g<x>的\g<n>", text)
    m = next((m for frame in _SAID_TO_BE_SUM if (m := frame.match(text)) is not None), None)
    if m is None or not (m["asks"] or re.search(r"是不是|是否|难道", text)):
        return ""
    if _OF_ALL.search(m["x"]) or (m["is"] == "等于" and not m["n"]):
        return ""
    asked = f"{m['x']}等于{m['a']}加{m['b']}吗"
    return f"{m['x']}是{m['n']}吗？{asked}" if m["n"] else asked


_HALF = r"基本支出|项目支出|人员经费|公用经费"
_BELONGS = r"(?:属于|归于|归入|归到?|算作|算是?|计入|列入|列在|是|用于)"
_HALVES = re.compile(
    rf"{_BELONGS}(?P<a>{_HALF})(?:里面?|的)?(?P<join>[、,，]|和|与|跟|以及|及){_BELONGS}(?P<b>{_HALF})(?:里面?|的)?(?=(?:部分)?(?:又)?(?:各|分别|都))"
)
_OF_IT = re.compile(rf"(?<=[?？,，])(?:它|这)?(?:里面|里头|当中)的?(?=(?:{_HALF})[和与跟、]|{_BELONGS}(?:{_HALF}))")
_HALVES_ALONE = re.compile(
    rf"(?P<one>[?？,，])(?:它的|这里面)?(?=(?:{_HALF})(?:[、,，]|和|与|跟|以及|及)(?:{_HALF})(?:又)?(?:各自?|分别)(?:都)?(?:是|有|占)?(?:多少|几)[^,，?？]{{0,4}}[?？]?$)"
)


_OF_MONEY = re.compile(
    rf"^(?P<money>(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算))(?:财政拨款)?(?:支出)?(?:里面?|当?中)?[,，]?(?=(?:{_HALF})(?:[、,，]|和|与|跟|以及|及)(?:{_HALF})(?:又)?(?:各自?|分别))"
)


def _halves(text: str) -> str:
    """其中属于基本支出和属于项目支出的分别是多少: 其中基本支出和项目支出分别是多少; what is asked for after one thing is of it."""
    told = _HALVES.sub(r"\g<a>和\g<b>", _OF_IT.sub("其中", _OF_MONEY.sub(r"\g<money>的", text)))
    m = _HALVES_ALONE.search(told)
    if (
        m is not None
        and re.search(r"多少|几", told[: m.start()])
        and not re.search(r"收入|拨款|[总合]计|总[额数]|总共支出|一共支出|其中|和|、", told[: m.start()])
    ):
        told = f"{told[: m.end('one')]}其中{told[m.end() :]}"
    return told if told != text else ""


_CARS = r"(?:公车|公务用?车|公家的?车|汽车|小?轿?车(?:子)?|车辆)"
_HAS_CARS = re.compile(
    rf"^(?P<head>(?:(?!费|钱|预算|安排|采购|购|买|支出|经费|计划|打算|准备|三公|表|[?？]).){{0,30}}?)(?:到底|究竟|还|也)*(?:(?:拥|配|保|留|现)?有没有|有无|(?:拥|配|保|留|现)?有)(?:任何|一辆|自己的?|公家的?)*{_CARS}(?:没有?|吗|么)?{_ENDS}"
)


def _has_cars(text: str) -> str:
    """名下有公车吗: of cars, and not of what is spent on them."""
    m = _HAS_CARS.match(text)
    if m is None or not re.search(r"有没有|有无|没有?$|吗|么", text):
        return ""
    return f"{_ON_ITS_BOOKS.sub('', m['head'])}有车辆吗"


_ON_ITS_BOOKS = re.compile(r"(?:名下|账上|手[里头]|目前|现在|单位里)$")


_PURCHASED = re.compile(
    r"(?:通过|采[用取]|[用以走按靠])?政府采购的?(?:办法|方式|形式|程序|途径|渠道)?(?:来|去|要|打算|计划)*(?:购买|采购|买)来?的?(?P<kind>货物|工程|服务)类?(?=[,，]|预算|安排|花|用|要|一共|总共|是|有|的?(?:钱|预算|支出)?(?:是|有)?多少)"
)
_KEPT = re.compile(
    r"^非财政拨款(?:里面?|之?中|资金)?的?(?:钱)?(?:有多少(?:钱|资金)?)?(?:需?要|得|会|将|打算)?(?:留(?:到|给|至)|结转(?:到|至)?|结到|转(?:到|至|入)|带到)(?:下一年度?|下年度?|明年|次年|来年)(?:去|再|来|继续|接着)*(?:使?用)?的?(?:资金|钱|部分|金额)?(?:一共|总共)?(?:是|有|为)?(?:多少(?:钱|[万亿]?元)?)?$"
)


def _kept(text: str) -> str:
    """非财政拨款里要留到下一年用的有多少: 结转下年的非财政拨款有多少."""
    return "结转下年的非财政拨款有多少" if _KEPT.match(text) is not None and "多少" in text else ""


_SAID_EMPTY = re.compile(
    r"^(?P<table>[^,，?？;；]{2,24}?表)(?:底下|下面|下方|末尾|后面|里|上)?(?:明明|却|都)?(?:注|写|标|印)(?:着|明|的是|了)*[^,，?？;；]{0,6}空表[^,，?？;；]{0,3}[,，](?:那么?|可是?|但是?)?(?:它|表)?(?:里面?|上面?|之?中)?(?:到底|究竟|实际上?|其实|还是)*(?P<asks>有没有(?:数字?|数据|金额|填数)|有数(?:字)?(?:吗|么)|是不是空的?)$"
)


def _said_empty(text: str) -> str:
    """某表底下注着本表为空表，表里到底有没有数: 某表里有没有数."""
    m = _SAID_EMPTY.match(text)
    return f"{m['table']}里{'有没有数' if m['asks'].startswith('有') else '是空的吗'}" if m is not None else ""


_NOT_ALIKE = re.compile(
    r"^(?P<one>收支总表|支出总表)(?:和|与|跟|同)(?P<other>收支总表|支出总表)(?:里面?|中|上)?(?:所?(?:给|列|印|写|报)(?:出|着|的|了)*)?的?(?:全年|本年)?支出(?:总数|总额|总计|合计数?|数)[,，]?(?:为什么|为何|怎么|却|好像|两个数)*(?:对不上|不一样|不一致|不相?同|不相?等|有(?:出入|差异|差别|差距))[,，]?(?:的)?(?:到底|究竟)?(?:相?差(?:额|距)?|多|少|问题)?(?:是|在|出在|了|有)*(?:哪里|哪儿|哪|什么(?:地方)?|多少|几)(?:钱|万?元)?$"
)


def _totals_not_alike(text: str) -> str:
    """收支总表和支出总表的支出总数对不上，差在哪里: whether the two totals are alike, and what they are apart."""
    m = _NOT_ALIKE.match(text)
    return "支出总表的合计为什么和收支总表的支出总计不一样" if m is not None and m["one"] != m["other"] else ""


_AGAINST_YEAR = re.compile(
    r"(?<=[,，?？])(?:和|跟|与|同)(?:去年|上一?年)(?:度)?(?:相?比(?:较)?|比起来)[,，]?(?:到底|究竟|有没有|是否)?变(?:化|动)?了?(?:没有?|吗|么|没变)?(?=[?？。]?$)"
)

_BELOW = re.compile(
    r"(?<=[\u4e00-\u9fff])(?P<below>下面|之下|底下|名下|下|里面|里头|当中|之中|中|里)的?[,，](?=(?:到底|究竟|又|是|有)*哪[^,，?？]{0,24}(?:(?:涨|增|升|提高|多|降|减|跌|缩|少|变|添)[^,，?？]{0,6}最|最[^,，?？]{0,4}(?:涨|增|升|降|减|跌|缩|变)))"
)
"""科学技术支出下面，哪个科目涨得最快: of its rows, and not of what is named alone."""

_SENT = re.compile(
    r"(?:派|组织|安排|选派|送)(?:一些|几个|些)?(?:人员|职工|干部|员工|专家|领导|人|员|团组?)(?:去|到|外出)?(?=(?:公费|因公|公款)?出(?:国|境))"
)
"""派人公费出国: that somebody goes."""
_GETS = re.compile(
    r"(?P<which>谁|哪一?[个项边])(?:能|可以)?(?:分|拿|得|摊|批|领)(?:到|得)?的(?:预算|钱|资金|经费)(?:更|要|比较)*(?=[多少](?!少))"
)
"""谁分到的预算多: which has more."""
_YEAR = r"(?:20\d\d年(?:度)?|当年|今年|本年|全年|这一年)?的?"
_ENOUGH = re.compile(
    rf"^(?P<year>20\d\d年(?:度)?)?的?{_YEAR}(?:总收入|收入合计|收入)(?:能不能|能否|是否|是不是|到底|究竟|能|都)*(?:够不够|足不足|足够|够|抵得[上过住]|顶得[上过住]|盖得住|覆盖得?了?|撑得起)(?:支付|支撑|付|抵|应付|给)?{_YEAR}(?:总支出|支出合计|支出|开支|花销)(?:来?用|花)?(?:的|了)?(?P<asks>吗|么|呢|没有)?$"
)


def _enough(text: str) -> str:
    """收入合计够不够当年支出用: whether a year's income is more than what was spent in it."""
    m = _ENOUGH.match(text)
    if m is None or not (m["asks"] or re.search(r"够不够|足不足|能不能|能否|是否|是不是", text)):
        return ""
    return f"{m['year'] or ''}本年收入合计比本年支出合计多吗"


_DUTIES = r"(?:手[上头里]|平[时日常]|日常|主要|基本|具体|都|又|是|的)*(?:承担|担负|负责|履行|从事|做|干|管)(?:的|着|了)?(?:是)?(?:哪些|什么|啥|哪几[项样])(?:方面)?的?(?:任务|工作|职责|职能|事情?|业务|事务|活儿?)?"
_NATURE_AND_DUTIES = re.compile(
    rf"^(?P<head>[^,，?？;；]{{0,24}}?)(?:是|属于)(?:一?个)?(?:什么|啥|哪[种类])(?:样)?(?:的)?(?:性质|类型|类别)?的?(?:单位|机构|部门)[,，]{_DUTIES}$"
)
_PRESENTED = re.compile(
    r"^(?:(?:这份|该)?(?:文件|预算|决算|报告|说明)?(?:的)?(?:一?开头|开篇|一开始|前面|第一部分|里面?|中|概况(?:部分|里)?)+)?(?:是)?(?:怎么|如何|怎样|咋)(?:来)?(?:介绍|描述|说明|表述|交代|讲|写|说)(?:的|了)?(?:是)?(?P<of>[^,，?？;；]{0,16}?的?)(?:主要|基本)?(?:职责|职能|任务)的?$"
)


_SO_MANY_DUTIES = re.compile(
    r"^(?P<head>[^,，?？;；]{0,20}?)(?:平[时日常]|日常|主要)*(?:承担|担负|负责|从事|做|干)的(?:这|那)?[几两三四五六七八九\d](?:件|项|样|桩|类|摊)(?:事情?|工作|任务|活儿?|业务)?(?:分别|都|各|又|具体)*(?:是|有)(?:什么|哪些|哪几[件项样]|啥)"
    r"(?:[,，](?:做|干|弄|产)出来?的(?:东西|成果|产品|数据)?(?:是|都)*(?:给|供|让|提供给)(?:谁|哪些人|什么人)(?:来)?(?:使?用)?的?)?$"
)
"""平日承担的三件事是什么，做出来的东西给谁用: the paragraph of its duties tells both."""


def _duties(text: str) -> str:
    """是什么性质的单位，主要承担哪些任务; 文件开头怎么介绍这个局的职责: what its duties are, which its nature is told with."""
    if (m := _NATURE_AND_DUTIES.match(text)) is not None:
        return f"{m['head']}主要职责是什么"
    if (m := _PRESENTED.match(text)) is not None:
        return f"{m['of']}主要职责是什么"
    m = _SO_MANY_DUTIES.match(text)
    return f"{m['head']}主要职责是什么" if m is not None else ""


_TRULY = r"(?:真正|真的|实际上?|实打实|确实|最终|最后|直接|到底|究竟)*"
_SPENT_ON = r"(?:用|花|落|投|发)(?:在|到|给|于)了?"
_ANYBODY = r"(?:(?:干部)?职工|员工|人员|个人|人头|人)(?:的)?(?:身上|头上|身|上)?"
_THAT_PART = r"(?:(?:那|这)?(?:一)?(?:部分|块儿?|笔)|(?:那|这)些)?(?:钱|资金|费用|开支|支出|经费)?"
_ASKED_OF = r"(?=$|[?？,，、和与跟占比加是有为共多少几呢各]|一共|总共|合计|总计|加起来|里面?的?多少|超过|达到|不到|减|大概|大约)"
_ON_PEOPLE = re.compile(
    rf"{_TRULY}(?:{_SPENT_ON}{_ANYBODY}|(?:用来|拿来|用于|用以)养(?:活)?人|(?:给|供)(?:职工|员工|人)用)的{_THAT_PART}{_ASKED_OF}"
)
_ON_RUNNING = re.compile(
    rf"{_TRULY}{_SPENT_ON}(?:单位|机构|机关|日常)?的?(?:日常)?(?:办公)?(?:运转|运行)(?:上|方面)?的{_THAT_PART}{_ASKED_OF}"
)
_SO_MUCH_ON_PEOPLE = re.compile(
    rf"(?P<much>(?:多少|几何)(?:钱|资金|经费)?)(?:是|都|会|要|能)*{_TRULY}(?:是)?{_SPENT_ON}(?:职工|员工|人员|个人|人)(?:的)?(?:身上|头上)(?:的)?了?(?=[?？]?$)"
)
"""有多少真正用在了人身上: the same, asked by what is done with it."""
_RUNNING_OF_STATE = "机关运行"


def _by_halves(text: str) -> str:
    """真正用在人身上的, 用在办公运转上的: the two halves of basic spending, by their names, wherever they stand."""
    text = _ON_PEOPLE.sub("人员经费", _SO_MUCH_ON_PEOPLE.sub("多少是人员经费", text))
    return text if _RUNNING_OF_STATE in text else _ON_RUNNING.sub("公用经费", text)


_WRITES = r"(?:主要|都|具体|到底|究竟|大概|又|一共|是|的)*(?:写|讲|说|介绍|交代|讲述)(?:了|的|着|到)*(?:些|一些|点|有|是)*(?:什么|啥)(?:样)?的?(?:内容|东西|事情?|情况|话)?(?:呢|啊|呀)*"
_WRITTEN = re.compile(
    rf"^(?P<of>(?!(?:为什么|怎么))[^,，?？;；]{{2,40}}?)(?:(?:这|那)?(?:一|第\d+)?(?:部分|页|章节?|节|段|栏|块)(?:文字|内容)?)?(?:里面?|之?中|上面?|当中)?{_WRITES}$"
)
_AIMS = re.compile(r"(?:职能|职责|目标|任务)$")


_HALF_HOLDS = re.compile(
    r"^(?P<head>[^,，?？;；]{0,16}?)(?P<of>(?:日常)?(?:人员经费|公用经费))(?:里面?|中)?(?:主要|都|具体|又)*(?:包括|包含|含|涵盖)(?:了)?(?:些)?(?:什么|啥)(?:呢)?$"
)


def _half_holds(text: str) -> str:
    """人员经费包含什么: 人员经费主要包括哪些内容, which tables and notes tell."""
    m = _HALF_HOLDS.match(text)
    return f"{m['head']}{m['of']}主要包括哪些内容" if m is not None else ""


def _written(text: str) -> str:
    """主要职能都写了些啥: what it is, or what stands under the heading that is named."""
    m = _WRITTEN.match(text)
    if m is None:
        return ""
    return f"{m['of']}{'是什么' if _AIMS.search(m['of']) else '写了什么'}"


_WITHIN_IT = re.compile(
    r"(?<=多少)(?P<join>[,，?？])(?:这|那)?(?:里面|里头|当中|之中)[,，]?的?(?:留给|分给|拨给|批给|划给|用在|花在|用于|花到|给|用到)(?P<of>[\u4e00-\u9fff()（）]{2,12}?)(?:上|方面)?的(?:那|这)?(?:一?(?:部分|块|笔))?(?:又)?(?:是|有|占|为)多少(?=[?？]?$|钱|万?元)"
)
"""里面留给某项的是多少, after how much all of it is."""
_ENDS_OF_ROWS = re.compile(
    r"^(?:在|把|将)?(?P<of>[^,，?？]{2,24}?)(?:的|各个?|全部|所有)*(?:明细|细目|科目|项目|各项)?(?:科目)?(?:里面?|之?中|当中|下面?|内)?[,，](?:金额|数额)?最(?P<a>[大多高小少低])的?(?:那)?(?:一?[笔项个])?(?:科目)?(?:和|与|跟|同|、)(?:金额|数额)?最(?P<b>[大多高小少低])的?(?:那)?(?:一?[笔项个])?(?:科目)?(?:又)?(?:分别|各自?|都)*(?:是|叫)(?:什么|哪一?[个项笔]|谁|哪两[个项笔]|啥)(?:科目)?[,，](?:两者|二者|之间|它们)*(?:相?差|差额|差距)(?:了|是|有)*(?:多少|几)(?:钱|[万亿]?元)?$"
)
_ALL_TOGETHER = re.compile(
    r"(?:(?<=[?？,，])|(?<=^))(?:那么?|请|再|又|然后|最后)*(?:把|将)(?:这|那|上面|前面)*(?P<n>[两二三四五])(?:项|个|笔|者|样)(?:数|钱|费用|支出)?(?:都|全)?(?:加(?:在)?一起|加起来|合(?:在|到)?一起|合起来|并(?:在|到)?一起|并起来|相加)(?:一共|总共|合计|[,，])*(?:是|有|等于)?多少(?=$|[?？]|钱|万?元)"
)
"""再把两项并在一起一共多少."""
_FEWEST = "小少低"


def _ends_of_rows(text: str) -> str:
    """某类的明细中，最大的一笔与最小的一笔分别是什么，差额多少: by how much the largest is more than the smallest, which names both."""
    m = _ENDS_OF_ROWS.match(text)
    if m is None or (m["a"] in _FEWEST) is (m["b"] in _FEWEST):
        return ""
    return f"{m['of'].rstrip('类款的')}下面最大的一项比最小的一项多多少"


_THERE_AND_BOUGHT = re.compile(
    r"^(?P<there>[^?？]*?(?P<thing>设备|车辆?)[^?？]{0,10}(?:几|多少)(?P<unit>[台辆部])套?(?:\(套\))?(?:用?车|设备)?)[?？,，](?P<year>20\d\d年|今年|本年)?(?:度)?(?:还|再|又|打算|计划|准备|要|预算|安排|想)*(?:购买|购置|添置|新增|增加|买|购|添)(?:进)?(?:多少|几)(?:[台辆部]套?)?(?=[?？]?$)"
)
"""How many there are of some things, and how many more are to be bought."""


_DEAR = re.compile(r"(?:百|100)万")


def _bought_too(m: re.Match[str]) -> str:
    """手头有几台设备？今年再添多少: how many there are, and how many are to be bought."""
    dear = m["thing"] == "设备" and _DEAR.search(m["there"]) is not None
    thing = "单价100万元以上设备" if m["thing"] == "设备" else "车辆"
    there = f"{thing}有多少{m['unit']}" if dear else m["there"].removeprefix("现有的")
    return f"{there}？{m['year'] or ''}打算购置{thing}多少{m['unit']}"


def in_set_phrases(text: str) -> str:
    """A folded question with such a turn of phrase in plain words; any other as it is."""
    text = _WITHIN_IT.sub(r"\g<join>其中\g<of>是多少", turned_plain(text))
    text = _THERE_AND_BOUGHT.sub(_bought_too, text)
    text = _ALL_TOGETHER.sub(r"\g<n>项合计多少", text)
    text = _GETS.sub(r"\g<which>", _SENT.sub("", _BELOW.sub(r"\g<below>", text)))
    bare = text.rstrip("?？。.!！")
    ways = (
        _ends_of_rows, _totals_not_alike, _moved_within_the_year, _said_to_be_a_sum, _has_cars, _kept, _said_empty, _enough, _duties, _whether_it_has, _halves, _written, _half_holds,
    )  # fmt: skip
    told = next((plain for way in ways if (plain := way(bare))), "")
    return _by_halves(_PURCHASED.sub(r"政府采购\g<kind>", _AGAINST_YEAR.sub("比上年变了没有", told or text)))
