"""Words that only ask (列给我, 告诉我, 帮忙查一下), and what a question says before it asks (说白了, 做某某用), in the plain words that plans know.

What is put about a row's blanks (留空的科目, 不为空的科目) asks which rows those are; a thing that is named first and then called 它 (我关心
土地开发: …为它列了多少) is what is asked for, and never what its money is of; two halves that something is cut into (拆成基本支出和项目支出)
are asked for one by one.
"""

from __future__ import annotations

import re

_POLITE = r"(?:请问?|麻烦|烦请|劳驾|帮忙|帮我?|给我|替我|你|您|再|都|全部?|一并|全都)*"
_TELLS = r"(?:列(?:一列|一下|出来|出|示)?|找(?:一下|出来|出)?|挑出来?|报(?:一下|出来|上来)?|说(?:一下|出来)?|告诉|查(?:一下|查|出来)?|念(?:一下|出来)?|整理(?:一下|出来)?|发|给(?:一下)?|看(?:一下)?|讲(?:一下)?)"
_TO_ME = r"(?:给我|我|给|一下|一遍|看看|看|听听?|出来|来|吧|呗|好吗|好不好|行吗|行不行|可以吗|谢谢|了|[,，])*"
_ASKING = rf"{_POLITE}{_TELLS}{_TO_ME}"
_HEAD = r"(?:请问?|麻烦|烦请|劳驾|帮我?|帮忙|我?想(?:看看?|要|知道|了解|问)(?:一下)?|给我|替我|把|将|[,，])*"
_ITEM = r"[^,，?？。;；:：多少几哪谁什啥]{2,36}?"

_OUT_LOUD = re.compile(
    r"^(?:说白了|说穿了|直白点说|通俗(?:点|地)?[说讲]|简单(?:点|地)?[说讲]|简单来说|大白话[说讲]|老实说|说实话|讲真|一句话|换句话说|说到底)[,，:：]?(?=.{4})"
)
_FOR_WHAT_USE = re.compile(
    r"^(?:(?:我|我们)?(?:在|正在|要)?(?:做|写|编|填|搞|核对?|准备|弄)(?!好|了|的)[^,，:：?？\d]{1,12}(?:用|需要|要用|使用)|(?:麻烦|请)?给个?(?:准)?数)[:：](?=.{4})"
)
"""What an answer is for, before a colon."""

_BLANK = (
    r"(?:留空|留白|空缺|空着(?:没填)?|空白|空的|为空|是空|空置|没填|未填|没有填|没填数|没有填数|未填数|没有数|没数)"
)
_FILLED = r"(?:(?:没有?|未)(?:被)?留空|不为空|不是空(?:的|白)?|非空(?:的|白)?|不空|没有?空着|填了(?:数|金额)?|有(?:数|金额|预算数|填数)|不为零)"
_OF_COLUMN = r"(?:(?:的|它|其)*(?:预算|决算|金额)数?|金额|数额)?(?:那?一?[栏格列])?(?:是|为|都|全)?"
_ROWS = r"的?(?:科目|项目?|条目|行|那些|那几[项个行])?"
_BY_BLANKS = re.compile(
    rf"^{_HEAD}(?P<of>{_ITEM})(?:[这那]一?[列栏部块张](?:分)?|(?:里面?|中|内|下面?|当中|之下))?[,，]?{_OF_COLUMN}(?:(?P<filled>{_FILLED})|(?P<blank>{_BLANK})){_ROWS}"
    rf"(?:[,，]?{_ASKING}|[,，]?(?:都|分别)?(?:有|是)(?:哪些|哪几[个项行]|什么|谁)(?:科目|项目)?)(?:呢|啊)?$"
)
_WHICH_BLANK = re.compile(
    rf"^{_HEAD}(?P<of>{_ITEM})(?:(?:里面?|中|内|下面?|当中|之下)[,，]?|[,，])(?:都)?(?:有)?(?:哪些|哪几[个项]|什么)(?:科目|项目)的?{_OF_COLUMN}(?:(?P<filled>{_FILLED})|(?P<blank>{_BLANK}))的?(?:呢|啊)?$"
)
_NAMED_BLANK = re.compile(
    rf"^{_HEAD}(?:逐一|逐个|全部|一一)?(?:指出|列出|找出|挑出|标出|说出|举出|点出)(?P<of>{_ITEM})(?:[这那]?一?[列栏部块张](?:分)?)?(?:里面?|中|内|下面?|当中|之下)?[,，]?的?{_OF_COLUMN}(?:(?P<filled>{_FILLED})|(?P<blank>{_BLANK}))的?(?:各个?|所有|全部|每个|那些|那几个)?的?(?:科目|项目|条目|行)$"
)
"""指出某栏中没有填数的各个科目: the verb first."""
_DENIED = re.compile(r"(?:没有?|未|不|非|无|里面?|中)$")
"""What ends a name in which words of having none are cut in two, or of which more is said."""
_IN_TABLE = re.compile(
    r"^(?P<row>[\u4e00-\u9fff()]{2,16}?)在(?P<table>[^,，?？]{2,24}?表(?:\([^()]{2,12}\))?)(?:里面?|中|上|内)?$"
)
_NO_ITEM = re.compile(r"吗$|是否|有没有|科目|[列栏行]$")


def _by_blanks(text: str) -> str:
    """某栏留空的科目帮我找出来, 某项在某表里不为空的科目请列一下: which of its rows are blank, or are not."""
    m = _BY_BLANKS.match(text) or _WHICH_BLANK.match(text) or _NAMED_BLANK.match(text)
    if m is None or _DENIED.search(m["of"]) or _NO_ITEM.search(m["of"]):
        return ""
    of = m["of"].rstrip("的")
    inner = _IN_TABLE.match(of)
    if inner is not None:
        table = re.sub(r"^(?P<table>.*)\((?P<of>[^()]+)\)$", r"\g<of>\g<table>", inner["table"])
        of = f"{table}里{inner['row']}"
    return f"{of}里哪些科目{'有数' if m['filled'] else '是空的'}"


_INDICATORS = re.compile(
    rf"^(?:我?(?:想|要)?看看?(?P<seen>[^,，?？]{{2,24}}?)(?:[这那]一?[张个])?的?(?P<form>绩效(?:目标)?表)?[,，])?{_HEAD}(?P<of>它|其|[^,，?？它]{{2,28}}?)(?:里面?|上面?|中)?的(?P<what>[一二三]级指标|绩效指标|指标)(?:和指标值)?{_ASKING}$"
)


_INDICATORS_LISTED = re.compile(
    rf"^{_POLITE}(?:列一列|列一下|列出|列举|逐一列出|说一下|说说|找出|给出|报一下)(?P<of>[^,，?？它]{{2,28}}?)(?:项目)?(?:[这那]一?[张个])?的?绩效(?:目标)?表(?:里面?|中|上)?(?:所?(?:设置?|定|列|写|填|有)(?:定|立)?(?:了|着|下)?)?的(?:全部|所有|各个?)?(?P<what>[一二三]级指标|绩效指标|指标)(?:名称)?$"
)


def _indicators(text: str) -> str:
    """我想看某项目那张绩效表，把它的三级指标列给我; 列一列某项目绩效目标表设的三级指标: which those are."""
    if (listed := _INDICATORS_LISTED.match(text)) is not None:
        return f"{listed['of']}绩效目标表有哪些{listed['what']}"
    m = _INDICATORS.match(text)
    if m is None or (m["of"] in {"它", "其"}) is (m["seen"] is None):
        return ""
    return f"{m['seen'] or m['of']}{m['form'] or ''}有哪些{m['what']}"


_AMOUNT_TOLD = re.compile(
    rf"^(?:{_HEAD}把|{_HEAD}将|(?:请问?|麻烦|帮我?|我想要)?)(?P<of>{_ITEM})(?:的|[,，])(?:具体的?)?(?P<what>(?:年初)?(?:预算|决算)(?:数额?|金额)|金额|数额|数字|数目|数)(?:{_POLITE}(?:告诉|报|给|说|发|列)(?:一下|出来)?{_TO_ME})$"
)


def _amount_told(text: str) -> str:
    """把某项的金额告诉我, 某项，金额给我一下: how much it is."""
    m = _AMOUNT_TOLD.match(text)
    if m is None or re.search(r"[比和与跟同、及占]|分别|各|以及|吗$", m["of"]):
        return ""
    what = m["what"] if "算" in m["what"] else "金额"
    return f"{m['of'].rstrip('的')}的{what}是多少"


_IT = r"(?:它|这一?(?:项|块|笔|个|方面)|此项|该项)"
_ALLOTS = r"(?:安排|列支?|拨付?|批|编|花|用|投入?|预留|留|支出|出|给)"
_TOPIC_FIRST = re.compile(
    rf"^(?:我|我们|咱们?)?(?:很|比较|最|更)?(?:关心|关注|在意|在乎|想?(?:了解|知道|问|看|查)(?:一下|一?问|一?看)?(?:的是)?|关于|有关|说到|说起|提到|谈到|对于|至于|就说)(?P<it>[\u4e00-\u9fff()]{{2,16}}?)(?:这一?(?:项|块|笔|个|方面))?(?:的?情况)?[:：,，]"
    rf"(?P<where>[^?？;；它]{{0,40}}?)(?:在|为|给|往){_IT}(?:上面?)?(?P<asks>(?:一共|总共|共|又|都|一年)*{_ALLOTS}(?:了|出|到)*(?:多少|几)(?:钱|资金|经费|[万亿]?元)?)(?:呢|啊)?$"
)


def _topic_first(text: str) -> str:
    """我关心某项：某年，在某种支出中为它列了多少钱: what that has of it."""
    m = _TOPIC_FIRST.match(text)
    if m is None:
        return ""
    where = re.sub(r"(?<=[,，])在|^在", "", m["where"].rstrip(",，"))
    where = re.sub(r"(?:里面?|当?中|内|上)$", "", where)
    return f"{where}里{m['it']}{m['asks']}" if where else f"{m['it']}{m['asks']}"


_HALVES = r"(?:基本支出|项目支出|人员经费|公用经费)"
_CUT_INTO = re.compile(
    rf"^{_HEAD}(?P<of>[^,，?？]{{2,24}}?)(?:按)?(?:拆(?:分|开|解)?|分(?:开|解|拆)?|划分|细分)(?:成|为|作)?(?P<one>{_HALVES})(?:和|与|、|跟|及)(?P<other>{_HALVES})(?:两(?:块|部分|项|笔))?(?:来看|看)?[,，]?"
    rf"(?:各自?|分别)(?:是|有|列|为|安排|占)*(?:了)?(?:多少|几)(?:钱|[万亿]?元)?(?P<sum>[,，](?:并|再|还|最后|同时|请|把|给出|算出|求|报|列出|说|一下|附上|的)*(?:总和|合计|总数|总额|之和|加总|总计)(?:是|为|有|数|给我|告诉我|多少|[万亿]?元|一下)*)?$"
)


_INTO_HALVES = re.compile(
    rf"^{_HEAD}(?P<of>[^,，?？]{{2,24}}?)(?:按)?(?:拆(?:分|开|解)?|分(?:开|解|拆)?|划分|细分)(?:成|为|作)?基本(?:支出)?(?:和|与|、|跟|及)项目(?:支出)?(?:两(?:块|部分|项|笔|类))?(?:的)?(?:支出)?[,，]?(?:分别|各自?)(?:报数|报一下|报出来|列出来?|(?:是|有|列)?多少)"
    rf"(?P<sum>[,，](?:并|再|还|最后|同时|请|把|给出|算出|求|报|列出|说|一下|附上|的)*(?:总和|合计|总数|总额|之和|加总|总计)(?:是|为|有|数|给我|告诉我|多少|[万亿]?元|一下)*)?$"
)
"""拆成基本、项目两类支出，分别报数."""


def _cut_into(text: str) -> str:
    """把某项拆成基本支出和项目支出，各列多少，并给出总和: each of both, and their sum."""
    if (halves := _INTO_HALVES.match(text)) is not None:
        return f"{halves['of'].rstrip('的')}的基本支出和项目支出各是多少{',合计是多少' if halves['sum'] else ''}"
    m = _CUT_INTO.match(text)
    if m is None or m["one"] == m["other"]:
        return ""
    return f"{m['of'].rstrip('的')}的{m['one']}和{m['other']}各是多少{',合计是多少' if m['sum'] else ''}"


_NUMBER = r"\d[\d,]*(?:\.\d+)?(?:亿|万)?元?"
_NOUN = r"[\u4e00-\u9fff()]{2,16}?"
_BETWEEN = re.compile(
    rf"^{_HEAD}(?:看看?|说说|讲讲|分析|解释)?(?:一下)?(?P<a>{_NOUN})(?:、|和|与|以及)(?P<b>{_NOUN})(?:这?两(?:个数|项|者|笔|个))?(?:和|与|跟|同)(?:[那这]笔)?(?:{_NUMBER}的)?(?P<whole>{_NOUN})(?:的|这)?(?:{_NUMBER})?(?:之间|间)?(?:的|是)?(?:数量|勾稽)?(?:联系|关联|关系|怎么(?:一)?回事)(?:{_ASKING}|是什么|如何|是怎样的)?$"
)


def _between(text: str) -> str:
    """甲、乙两个数同丙之间的联系: what the whole has to do with the two."""
    m = _BETWEEN.match(text)
    return f"{m['whole']}和{m['a']}、{m['b']}有什么关系" if m is not None else ""


_THERE_OR_NOT = re.compile(
    rf"^{_HEAD}(?:查(?:一下|查)?|看(?:一下|看)?|核实(?:一下)?)?(?:本|这家|这个|该)?(?:单位|部门)?(?P<when>20\d\d年(?:度)?的?|今年的?)?(?P<of>[^,，?？]{{2,24}}?)[,，]?(?:到底|究竟)?(?:是)?(?:有还是没有?|有还是无|有没有)(?:呢|啊)?$"
)


def _there_or_not(text: str) -> str:
    """某项是有还是没有: whether there is any."""
    m = _THERE_OR_NOT.match(text)
    if m is None or "还是" not in text or re.search("哪|多少|几|[比和与跟同、]", m["of"]):
        return ""
    return f"{(m['when'] or '').rstrip('的')}有没有{m['of'].rstrip('的')}"


_BUYS_CARS = re.compile(
    r"^(?P<when>20\d\d年(?:度)?|今年|本年)?的?(?:单位|部门)?(?:预算)?(?:里面?|中)?(?:有)?(?:安排|列|编|计划|考虑)(?:了)?(?:购车|买车|购买车辆|购置车辆|车辆购置|购置公务用车|添置车辆|新购车辆|换车|购新车|买新车)(?:的)?(?:预算|计划|钱|资金)?(?:了)?(?:吗|么|没有?|没)$"
    r"|^(?P<then>20\d\d年(?:度)?|今年|本年)?的?预算(?:里面?|中)(?:要|会|有)?(?:买|购)车(?:了)?(?:吗|么|没有?|没)$"
)


def _buys_cars(text: str) -> str:
    """预算里安排购车了吗: whether any are to be bought."""
    m = _BUYS_CARS.match(text)
    return f"{m['when'] or m['then'] or ''}打算买车吗" if m is not None else ""


_TURNED_TO = re.compile(
    r"^(?:那么?)?(?:改|再|换|接着|接下来)(?:问|看|说)(?:一下)?(?P<of>[^,，:：?？]{2,16}?)(?:方面|的)?[:：,，](?:它的?|其)?(?P<amount>金额|数额|预算)(?:是多少)?[,，]?(?:以及|还有|和|并)?(?:它的?|其)?(?:在|占)(?P<whole>[^,，?？]{2,14}?)(?:里面?|中)?(?:的|所占的?)+(?:百分比|比例|占比|份额|比重)$"
)


def _turned_to(text: str) -> str:
    """改问服务类：金额，以及它在采购总额里的百分比: how much that is, and what part of the whole."""
    m = _TURNED_TO.match(text)
    if m is None:
        return ""
    of = m["of"]
    if "采购" in m["whole"] and (kind := re.match("货物|工程|服务", of)) is not None:
        of = f"政府采购{kind[0]}"
    return f"{of}的{m['amount']}是多少？{of}占{m['whole']}的百分之几"


_KINDS_LISTED = re.compile(
    rf"^{_HEAD}(?P<of>[^,，?？]{{4,20}}?支出)所?(?:涉及|包括|包含|用到|列出?)的?(?:了)?(?:几|各|[两二三四五六七八九])(?:个)?大?类(?:的)?(?:支出)?(?:功能)?(?:分类)?科目(?:逐一|逐个|一一|都|全部)*(?:列|说|报|写|数)(?:一列|一下|出来|给我|清楚|出)*$"
)


def _kinds_listed(text: str) -> str:
    """把财政拨款支出涉及的几大类功能科目逐一列出来: which those are."""
    m = _KINDS_LISTED.match(text)
    return f"{m['of']}有哪些类级科目" if m is not None else ""


_TREND = re.compile(r"(?:(?:变化|变动)?趋势|走势)(?:是|又)?(?:怎么样|怎样|什么样(?:的|子)?|咋样)(?:的)?(?=$)")
_YEARS = re.compile(r"(?<!\d)20\d\d(?!\d)")


def _trend(text: str) -> str:
    """2023、2024、2025年的某项放在一起，趋势怎么样: how it went, which is a matter of figures and not of prose."""
    return _TREND.sub("趋势如何", text) if len(set(_YEARS.findall(text))) > 1 and _TREND.search(text) else ""


_SUCH_AS = re.compile(
    rf"^{_HEAD}(?P<of>[^,，?？]{{2,20}}?)(?:的?(?:总数|总额|合计数?|金额|数))[,，](?:也)?就是(?:说)?(?:像|比如)?(?:[\u4e00-\u9fff]{{1,6}}(?:、|和|与))+[\u4e00-\u9fff]{{1,6}}?(?:这些|这类|这种|之类的?|等等?)[^,，?？\d多少几]{{0,6}}?(?:开支|支出|费用|花销|的钱)$"
)


def _such_as(text: str) -> str:
    """我想看某项的总数，就是办公、水电这些开支: how much that is; the examples only say what it is."""
    m = _SUCH_AS.match(text)
    return f"{m['of'].rstrip('的')}总数是多少" if m is not None else ""


_BY_WHICH_RULE = re.compile(
    rf"^{_HEAD}(?:单位|部门|所里)?(?:给|向|为)?(?:职工|员工)?(?:发放?|安排|列)?的?(?P<of>[^,，?？多少几呢]{{2,16}}?)[,，]?(?:凭|依据?|根据|按照?|参照)(?:的)?(?:是)?(?:哪(?:一)?[个份项条部些]|什么|啥)(?:政策|文件|规定|通知|法规|条例)+(?:来?(?:发|安排|列|定)的?)?$"
)


def _by_which_rule(text: str) -> str:
    """某项，凭的是哪个政策文件: on what grounds it is paid."""
    m = _BY_WHICH_RULE.match(text)
    return f"{m['of'].rstrip('的')}的政策依据是什么" if m is not None else ""


_DOUBTED = re.compile(
    rf"^(?:我|我们)?(?:怀疑|觉得|感觉|担心|认为|怕)?(?:编制|文字|情况)?说明(?:里面?|中|上)?的?(?P<of>[^,，()?？\d]{{2,16}}?)(?:\([^()]*\)|(?:是|为)?{_NUMBER})?(?:可能|好像|似乎|是不是|恐怕|写|算|印|填|给|得)*(?:有误|错了?|不对|不准|有问题)[,，]"
    rf"(?:请|麻烦|帮我?|给我)*(?:实际|正确|真实|准确|应有)?的?(?:金额|数额|数字?|值)?(?:应该?|请|麻烦)*(?:按|以|照|看|查)(?:照)?(?P<table>(?:预算|决算)表)(?:里面?|上|中)?(?:的)?(?:数字?|金额)?(?:为准)?[,，]?(?:{_ASKING}|(?:应该?)?(?:是|为)多少)?$"
)


def _doubted(text: str) -> str:
    """说明里的某项有误，实际金额请按预算表告诉我: what the tables have of it."""
    m = _DOUBTED.match(text)
    return f"{m['table']}里{m['of'].rstrip('的')}是多少" if m is not None else ""


_OF_INCOME = re.compile(
    r"(?:(?<=[,，:：道问查])|^)(?P<when>20\d\d年(?:度)?|今年|本年)?的?收入(?:里面?|当?中|里头)[,，]?的?(?P<of>[\u4e00-\u9fff]{2,10}收入)(?P<asks>的?(?:预算数?|金额|数额?)?(?:填|列|写|印|是|有|为|安排)*(?:了|的)?(?:多少|几)(?:钱|[万亿]?元)?)$"
)


def _of_income(text: str) -> str:
    """2025年收入里某项收入的预算数填了多少: how much that is."""
    m = _OF_INCOME.search(text)
    return f"{text[: m.start()]}{m['when'] or ''}{m['of']}{m['asks']}" if m is not None else ""


_OTHER_TABLE = re.compile(
    r"^(?:那么?|再|那就)?(?:改|换|转)(?:看|查|成|为|到|去|用|按)+(?P<table>[^,，?？多少几]{2,16}?)(?:的?口径|的话|来看)?[,，](?:这个?数字?|它|这一?[项笔]|结果|数字?|金额)?(?:又|会|就|要)?(?:变成|变为|成了?|变|是)(?:了)?(?:多少|几)(?:钱|[万亿]?元)?$"
)


def _other_table(text: str) -> str:
    """改看某表，这个数变成多少: the same of that."""
    m = _OTHER_TABLE.match(text)
    return f"换成{m['table']}呢" if m is not None else ""


_SUM_AND_OWN = re.compile(
    r"^(?:核对|核|看|查)?(?P<table>[^,，:：?？\d]{2,16}?表)(?:时|里面?|中|上)?(?:我)?(?:发现)?(?P<code>\d{3,7})(?:类|款)?(?:的数)?(?:对不上|不平|有问题)?[:：,，](?:它|其)?(?:下属|下面|所属|名下|底下)的?各?(?P<level>[款项])(?:级)?(?:之和|合计|加起来|总和)(?:等于|是|为)?多少[?？,，](?:和|与|跟|同|比)(?P=code)(?:类|款)?(?:自己|本身)?的?数?(?:相?差|差额?)(?:是|了)?多少$"
)


def _sum_and_own(text: str) -> str:
    """某类对不上：它下属各款之和等于多少？同某类的数相差多少: whether the sum is as much, which tells both and how far they are apart."""
    m = _SUM_AND_OWN.match(text)
    return f"{m['table']}里{m['code']}下面各{m['level']}之和等于{m['code']}吗" if m is not None else ""


_OPENED = re.compile(
    r"^(?:请|麻烦|帮我|帮忙)?(?:翻到|翻开|翻看|翻出|翻|打开|看到|查到|找到)(?P<table>[^,，?？]{2,24}?(?<![年报])表)(?:格)?[,，](?=.*(?:多少|几|哪|什么))"
)
"""翻到某表: the table that is meant."""
_THAT_TABLE = re.compile(r"(?P<of>(?:基本|项目)支出|三公经费|政府性基金|财政拨款|收入|支出)(?:的)?(?:那|这)(?:一)?张表")
_WHAT_NUMBER = re.compile(
    r"(?:写|填|列|印|登|标|记|(?<=到底)是|(?<=究竟)是)(?:了|的|着)*(?:是)?(?:个|一个)?(?:什么|啥)(?:数字?|数目|金额|数额)(?=[?？。,，]?$)"
)
"""What number is written, which asks for the amount and not for words."""


_SAID_TRUE = re.compile(
    r"[,，](?:那么?)?(?:这|那|此|该)(?:一)?(?:个|句|种|条)?(?:话|说法|讲法|结论|判断|论断|传言|消息)(?:到底|究竟|说得|讲得|是否|是不是|能不能|能否|是|还)*(?:准不准|对不对|真不真|属不属实|靠不靠谱|可不可信|站不站得住脚?|站得住脚?(?:吗|么|不)?|(?:准确?|属实|正确|成立|可信|靠谱|没错|真实)(?:吗|么|不)?)(?:呢|啊)?$"
)
"""Whether what was said before is so."""


def _of_places(text: str) -> str:
    """翻到某表，某行写的什么数; 某行，某表合计栏写了什么数: how much that is."""
    told = _THAT_TABLE.sub(r"\g<of>表", text)
    if (opened := _OPENED.match(told)) is not None:
        told = f"{opened['table']}里{told[opened.end() :]}"
    return _SAID_TRUE.sub(",对吗", _WHAT_NUMBER.sub("是多少", told))


_WAYS = (
    _sum_and_own, _by_blanks, _indicators, _topic_first, _cut_into, _between, _there_or_not, _buys_cars, _trend, _such_as,
    _by_which_rule, _doubted, _of_income, _other_table, _amount_told, _turned_to, _kinds_listed,
)  # fmt: skip


def in_plain_words(text: str) -> str:
    """A folded question of one of these sorts in plain words; empty where it is none."""
    bare = _FOR_WHAT_USE.sub("", _OUT_LOUD.sub("", text.rstrip("?？。.!！")))
    placed = _of_places(bare)
    return next((plain for way in _WAYS if (plain := way(placed))), placed if placed != bare else "")


def without_words_of_asking(text: str) -> str:
    """A folded question in plain words; any that has none of these words as it is."""
    return in_plain_words(text) or _FOR_WHAT_USE.sub("", _OUT_LOUD.sub("", text))
