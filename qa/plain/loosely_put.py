"""Loose turns of speech, each as the plain words for it: what is said in brackets of running costs (平时办公要用的钱，公用那部分), what alone is
meant, told after the question (只论财政基本支出), two amounts that are asked to be explained (怎么跟乙不是一个数), what makes up an amount that is
said (甲、乙是不是就构成了那N元丙), the rule that something is paid by (哪项政策规定要发), and on which day things were counted.
"""

from __future__ import annotations

import re

from qa.words.bounds import AMOUNT

_THEN = r"(?:到底|究竟|具体|主要|都|又|一般|是)*"
_PART = r"(?:那|这)?(?:一)?(?:部分|块儿?|笔|些)"
_SUM_OF = r"(?:钱|资金|经费|费用|开销|花销|开支|花费|支出)"

_SAID_SO = r"(?:也就是|也即|即|就是|也叫|只算|只看|指的?是?)?"
_THE_PUBLIC = rf"公用的?{_PART}(?:的?{_SUM_OF})?"
_OF_BODY = r"(?:[本全]?(?:单位|机关|机构|处室|局里?|[所院馆校]里?))*"
_RUNS_OFFICE = rf"{_OF_BODY}(?:维持|保障|供|用于|用来|为了?)?{_OF_BODY}(?:平时|日常|平常|平日|每天)?(?:开门)?(?:办公|运转|运行){{1,2}}(?:上|时|里)?"
_TO_RUN = rf"{_RUNS_OFFICE}(?:要|得|需要?|会|所)*(?:用|花|开销|支出|支付)?(?:掉|到|去)?的{_SUM_OF}?"
_RUNNING_IN_BRACKETS = re.compile(
    rf"{_TO_RUN}[,，]?[(（]{_SAID_SO}(?:{_THE_PUBLIC}|公用经费)[)）]|{_TO_RUN}[,，]?{_SAID_SO}{_THE_PUBLIC}"
)
_END_OF_NAME = r"(?=$|[?？,，、和与跟占比加是有为共多少几呢各一总里])"
_THAT_PART = rf"(?:(?:那|这)一?(?:部分|块儿?|笔|些)|一块儿?|块儿?)(?:的?{_SUM_OF})?{_END_OF_NAME}"
_PUBLIC_PART = re.compile(rf"公用的?{_THAT_PART}")
_STAFF_PART = re.compile(
    rf"(?<=[^\u4e00-\u9fff]|[和与跟、里中比占])人员的?(?:部分|{_THAT_PART}){_END_OF_NAME}|^人员的?(?:部分|{_THAT_PART}){_END_OF_NAME}"
)
_HALVES_NAMED = re.compile(r"公用|基本支出")
_ORGAN = r"(?:(?:为了?|用于|用来|用在|花在|给|供|在)?(?:维持|保障|保证|支撑|支持|确保)?(?:全?[局院所]|整个|本)?机关的?(?:日常|正常)?的?(?:运行|运转))"
_ORGAN_RUNS = re.compile(
    rf"{_ORGAN}(?:上|方面)?的?(?:总额|总的支出|总支出|支出|开支|花费|花销|开销|钱|资金)?(?=(?:占|比|较|和|与|跟|同|、|及|相当|[是能]|增|减|涨|降)(?!维护))"
)
"""What it takes to run an organ of the state, where it is held against something: 机关运行占, 用在机关运行上的钱比."""


def _running_costs(text: str) -> str:
    """平时办公要用的钱（公用那部分）, 公用那一块: what is spent on running a body, by its name."""
    text = _STAFF_PART.sub("人员经费", text) if _HALVES_NAMED.search(text) else text
    text = _PUBLIC_PART.sub("公用经费", _RUNNING_IN_BRACKETS.sub("公用经费", text))
    return _ORGAN_RUNS.sub("机关运行经费", text)


_GENERAL = r"(?:一般公共预算(?:财政拨款)?|财政(?:拨款)?)"
_ONLY_OF = re.compile(
    rf"^(?P<asks>(?:(?!{_GENERAL}|基本支出|项目支出)[^?？。;；]){{2,40}}?(?:多少|几)(?:钱|[万亿]?元)?)[?？。;；,，](?:这里|我)?(?:只|仅|单|光)(?:要|想)?(?:论|算|看|说|计|问|讲|限|统计|考虑)(?:的)?(?:是)?(?P<of>{_GENERAL})的?(?P<half>基本支出|项目支出)(?:里的?|中的?|部分|这一?[块部]分?)*(?:[。.!！]?)$"
)


def _only_of(text: str) -> str:
    """甲是多少？只论财政基本支出: what it is within that."""
    m = _ONLY_OF.match(text)
    return f"一般公共预算{m['half']}里{m['asks']}" if m is not None else text


_PAID_FOR_HALF = re.compile(
    rf"(?P<of>{_GENERAL}|政府性基金(?:预算)?)(?:里面?|中)?的?(?:拿来|拿去|用来|用于|用在|用到|花在|安排|拿)(?:做|作|搞|当|安排|在|到)?(?P<half>基本支出|项目支出)(?:上面?|方面)?的{_SUM_OF}(?:里面?|之?中|当中)?[,，]?(?P<next>(?:有|又)?(?:百分之|几成)|)"
)
_ADDED_ONE_BY_ONE = re.compile(
    r"(?:逐[个项款条一]|挨个|一[个项款]一[个项款]地?|一一)?(?:相加|加总|累加|加起来|合起来)(?:起来|以?后)?[,，](?:总?和|得数|结果|合计|总数)(?:数)?(?:又)?(?:是|为|有)*(?=多少|几)"
)
_ON_OFFICIAL_BUSINESS = re.compile(r"(?:为了?|因为?|去?办)(?:公事|公务|公差)(?:而|去|要)?(?=出(?:国|境))")
_PAYS_OUT = re.compile(
    r"(?<=[要会得\d年计算划备])(?P<deed>发放?|付|支付|拨)(?:出去|下去|出|掉|下来)(?=(?:多少|几)(?:钱|[万亿]?元)?)"
)
_SIDE_LAST = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<year>20\d\d年(?:度)?|今年|本年)?的?(?P<kind>预算|决算)的(?P<side>收入|支出)(?=[,，]?(?:总额|总数)?[,，]?(?:与|和|跟|同|比|较))"
)
_OF_ITS_START = re.compile(
    r"(?P<end>年末|期末|年底)的?(?P<of>[\u4e00-\u9fff和]{2,16}?)(?P<by>减去|减掉|减|扣除|扣掉|去掉)(?P<start>年初|期初)的?(?:数|那笔|那个数|部分)?(?=[,，]|等于|是|得|还|有|剩|多少|$)"
)

_OF_PERIOD = re.compile(r"期(?P<side>[初末])的?(?=(?:财政拨款|财政)?(?:结转|结余))")
"""期末结转, which is printed as what is left at the end of the year."""


_ALIKE_NOT = r"(?:不是(?:同)?一?个(?:数字?|金额)|对不上|不一样|不相?同|不相?等|不一致|两样|有(?:出入|差[异别距]))"
_WHY_ANY = r"(?:怎么(?:会|就|又|却)?|为什么|为何|为啥|咋)"
_OTHER_YEAR = r"(?!上年|去年|往年|上一年|前年|20\d\d|预算数?(?:不|对|有|两)|别)"
_WHY_NOT_AS = re.compile(
    rf"^(?P<a>[^,，?？;；]{{2,30}}?)[,，]?{_WHY_ANY}(?:跟|和|与|同){_OTHER_YEAR}(?P<b>[^,，?？;；]{{2,24}}?){_ALIKE_NOT}(?:了|的|呢|啊)*(?:[,，](?:到底|究竟|又)?(?:相?差(?:了|在|额)?|差额|差的)(?:是|有)?(?:多少(?:钱|[万亿]?元)?|哪里?儿?|什么(?:地方)?))?$"
)
_NOT_ONE_NUMBER = re.compile(
    rf"^(?P<why>{_WHY_ANY})?(?P<a>[^,，?？;；]{{2,30}}?)(?:跟|和|与|同){_OTHER_YEAR}(?P<b>[^,，?？;；]{{2,24}}?)[,，]?(?(why)|{_WHY_ANY})(?:不是(?:同)?一?个(?:数字?|金额)|两样)(?:了|的|呢|啊)*$"
)
_NOT_AS_PLANNED = re.compile(
    rf"^(?P<of>[^,，?？;；]{{2,24}}?)的?(?P<a>预算|决算)数?[,，]?{_WHY_ANY}(?:跟|和|与|同)(?:它的?|年初)?(?P<b>预算|决算)数?{_ALIKE_NOT}(?:了|的|呢|啊)*$"
)
_WRITES = re.compile(r"(?<=表)(?:里面?|上面?|中)?(?:所)?(?:写|列|印|填|报|给)(?:的|着|出的?)")


def _why_apart(text: str) -> str:
    """甲怎么跟乙不是一个数: why the two are not alike, which both amounts and their gap tell."""
    planned = _NOT_AS_PLANNED.match(text)
    if planned is not None and planned["a"] != planned["b"]:
        return f"{planned['of']}的决算数和预算数相差多少"
    m = _WHY_NOT_AS.match(text) or _NOT_ONE_NUMBER.match(text)
    return _WRITES.sub("的", f"{m['a']}为什么和{m['b']}不一样") if m is not None else ""


_JOINED = r"(?:、|和|与|跟|以及|及|加上?)"
_TWO = rf"(?P<a>[\u4e00-\u9fff]{{2,16}}?){_JOINED}(?P<b>[\u4e00-\u9fff]{{2,16}}?)(?:这?两[项个笔者块])?"
_WHETHER = r"(?:是不是|是否|难道)?(?:就|也|刚好|正好|恰好|一起|共同|合起来|加起来|一块儿?|都)*"
_MAKE_UP = re.compile(
    rf"^{_TWO}(?P<is>{_WHETHER})(?:构成|组成|凑成|凑出|拼成|合成)(?:了|着)?(?:那|这|全部)?(?:一)?(?:个|笔)?的?(?:(?P<n>{AMOUNT})的?(?P<x>[\u4e00-\u9fff]{{2,16}}?)|(?P<y>[\u4e00-\u9fff]{{2,16}}?)的?(?P<m>{AMOUNT}))(?:的)?(?P<asks>吗|么|吧|呢)?$"
)


def _make_up(text: str) -> str:
    """甲、乙是不是就构成了那N元丙: whether that amount is made of the two."""
    m = _MAKE_UP.match(text)
    if m is None or not (m["asks"] or re.search("是不是|是否|难道", m["is"])):
        return ""
    a, b = (re.sub(r"(?:合起来|加起来|一起|共同)$", "", m[side]) for side in "ab")
    of = m["x"] or m["y"]
    return f"{of}等于{a}加{b}吗？{of}是{m['n'] or m['m']}吗"


_RULE = r"(?:政策|文件|规定|办法|条例|制度|法规|通知|法律)"
_PAID = r"[\u4e00-\u9fff]{1,10}?(?:补贴|补助|公积金|津贴|工资|年金|保险|奖金)"
_BY_WHICH_RULE = re.compile(
    rf"^(?:是)?(?:国家|国务院|上级|中央|本市|市里|财政)?(?:的)?(?:哪一?[个项条份部]|什么)(?:样的)?{_RULE}(?:里面?|中)?(?:规定|要求|允许|明确|提出|定|让)(?:了|的|过)*(?:单位|机关|必须|应[该当]|可以|要|得|能|给|为|向|职工|员工|人员|大家|在编|在职)*(?:发放?|缴纳?|缴存|交|设立?|支付|享受|领)(?:给)?(?:职工|员工|人员)?(?:的)?(?P<x>{_PAID})(?:的)?$"
)
_AS_WRITTEN = re.compile(
    rf"^(?:这份|该|本)?(?:文件|预算|决算|报告|说明|公开)(?:书|稿)?(?:里面?|之?中|上面?)(?:所?(?:说|讲|提|写|称|指)(?:到|及)?的?)(?:那个|这个)?(?P<x>[\u4e00-\u9fff]{{2,16}}?)[,，]?{_THEN}(?P<verb>包括|包含|含|指)(?:的)?(?:是)?(?P<what>哪些|什么|啥)(?:样的)?(?:的?(?:钱|资金|内容|东西|支出|费用|收入))?$"
)
_MEANS_WHICH = re.compile(
    rf"^(?P<x>[\u4e00-\u9fff]{{2,16}}?){_THEN}(?:指|是指)(?:的)?(?:是)?(?:一?些|哪些?|哪几)?(?:什么|啥|个|种)*(?:样的?|种类的?)?(?:用)?(?:车辆?|车子|费用|支出|收入|资金|钱|人员?|单位|设备|东西|情况)(?:呢)?$"
)


def _asked_of_words(text: str) -> str:
    """哪项政策规定要发甲, 文件里说的甲，到底包括哪些钱, 甲都指些什么车辆: what it is paid by, or what the word means."""
    if (m := _BY_WHICH_RULE.match(text)) is not None:
        return f"{m['x']}的政策依据是什么"
    if (m := _AS_WRITTEN.match(text)) is not None:
        return f"{m['x']}{m['verb']}{'哪些钱' if m['what'] == '哪些' else '什么'}"
    m = _MEANS_WHICH.match(text)
    return f"{m['x']}指什么" if m is not None else ""


_WEIGHTS_OF_EACH = re.compile(
    r"^(?:各|每)?(?:张|个)?绩效(?:目标)?表(?:格)?(?:里面?|之?中|上面?)?的?(?:各个?|各项|所有|全部|每个)?指标的?(?:分值|分数|权重)[,，]?(?:是不是|是否)?(?:每一?[张个份]|各[张个份]?|逐张)(?:表)?(?:里面?|中)?的?(?:各自)?(?:合计|加总|相加|加起来|加在一起|总和|之和|总分)(?:起来|后)?(?:的)?(?:和)?(?:是不是|是否)?(?:都|均|全)*(?:是|等于|为|达到|到)(?P<n>\d+(?:\.\d+)?)分?(?:的)?(?:吗|么|吧|呢)?$"
)
_CALLED_SO = re.compile(
    r"^(?:那个|名字|名称)?(?:叫[做作]?|名叫|名为|称[为作])[“\"]?(?P<x>[\u4e00-\u9fff]{3,20}?(?:专项|项目|课题|工程|计划|经费))[”\"]?的(?:那[个项笔]|项目)?[,，]?(?:那个|那项)?(?:到底|究竟|又|具体)*(?:是)?(?:哪一?[个项笔]|什么)(?:项目|专项)?(?:呢)?$"
)
_COUNTED_WHEN = re.compile(
    r"(?P<cars>(?:车辆?|公车|用车|车子)[^,，?？;；]{0,8}(?:几|多少)[辆台部])[,，?？](?:这个?|这些|该)?(?:数字?|数据|数目|统计数?|辆数)(?:是|又|都)*(?:按照?|以|截至|截止|到|算到|统计到)*(?:哪一?天|什么时候|何时|哪个(?:时点|时间|日子|日期)|什么日期)(?:算|统计|计|数|为准|截止|的)*(?=[?？]?$)"
)
_KEPT_FIRST = re.compile(
    r"^(?:要|会|将)?(?:结?转|留|带)(?:到|至|入|给)?(?:下一年度?|下年度?|明年|次年|来年)(?:去|再|来|继续|接着)*(?:使?用|花)?的非财政(?:拨款|资金|的钱)(?:的)?(?:资金|钱|部分|金额|收入)?(?:一共|总共|共)?(?:是|有|为)?多少(?:钱|[万亿]?元)?$"
)


def plainly_put(text: str) -> str:
    """A folded question with such turns of speech in plain words; any other as it is."""
    text = _only_of(text.rstrip("。"))
    text = _running_costs(_ON_OFFICIAL_BUSINESS.sub("因公", _ADDED_ONE_BY_ONE.sub("加起来是", text)))
    text = _PAID_FOR_HALF.sub(lambda m: f"{m['of']}{m['half']}{'里' if m['next'] else ''}{m['next']}", text)
    text = _PAYS_OUT.sub(r"\g<deed>", _SIDE_LAST.sub(r"\g<year>\g<side>\g<kind>", text))
    text = _OF_ITS_START.sub(r"年末\g<of>减去年初\g<of>", _OF_PERIOD.sub(r"年\g<side>", text))
    text = _COUNTED_WHEN.sub(r"\g<cars>，是按哪天统计的", text)
    bare = text.rstrip("?？")
    if told := _why_apart(bare) or _make_up(bare) or _asked_of_words(bare):
        return told
    if (m := _WEIGHTS_OF_EACH.match(bare)) is not None:
        return f"每一张绩效表的指标分值加起来都等于{m['n']}吗"
    if (m := _CALLED_SO.match(bare)) is not None:
        return f"哪个项目叫{m['x']}"
    return "结转下年的非财政拨款有多少" if _KEPT_FIRST.match(bare) is not None else text
