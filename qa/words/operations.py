"""What a question asks to have done, and with which of its words: one rule an operation, tried in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

from qa.words.bounds import SHARE_CLAIMED, limits_in
from qa.words.lexicon import scopes_in, without_noise


class Operation(StrEnum):
    """What a plan does with its parts."""

    LOOKUP = "lookup"
    DIFFERENCE = "difference"
    SHARE = "share"
    CHANGE = "change"  # against another year
    COMPLEMENT = "complement"  # what of a whole is not from one kind of money
    COMPARE = "compare"  # do two places agree, and why not
    RELATION = "relation"  # how amounts make up one another
    CHILDREN = "children"  # the sum of what stands under a row
    EXTREME = "extreme"  # largest, smallest
    FILTER = "filter"  # which rows are over or under an amount
    VERSUS = "versus"  # which of two is more
    RATIO = "ratio"  # how many times another
    MONTHLY = "monthly"  # the year's amount by twelve
    LIST = "list"
    YES_NO = "yes_no"
    NAMED = "named"  # what a code stands for
    TEXT = "text"  # answered from prose
    REVERSE = "reverse"  # what is this amount
    FAULTS = "faults"  # what does not add up
    CLAIM = "claim"  # an accusation, to be answered with what is there


Told = tuple[Operation, str, str]
_MONEY = re.compile(r"公共预算|财政|基金|国有资本|专户|单位资金|自有|经营收入|事业收入")
_COMPARED = (
    r"(?:上年度?(?!结转)|去年|上一年|前一年|大?前年|往年|(?<!\d)20\d\d(?!\d)年?(?:度)?(?:预算|决算|执行)?(?:数)?)"
)
_MOVES = r"(?:增加|减少|增长|下降|降低|上升|提高|上涨|增减|变化|变动|缩减|压缩|扩大|下滑|多|少|高|低|持平|涨|降|增|减)"
_CLAIM = re.compile(
    r"挥霍|指认|大吃大喝|公款吃喝|坐实|挪用|贪污|贪(?:掉|走|去)?了|造假|舞弊|腐败|虚报|套取|侵占|私分|洗钱|违法|违纪|违规|作弊|小金库"
    r"|浪费(?:掉|了)*\d[\d,.]*(?:亿|万)?元|私藏|私吞|私占|侵吞|吞掉|中饱私囊|截留|瞒报|隐瞒|骗取|克扣|黑钱|吃回扣|行贿|受贿|敛财|乱花钱|(?:拒不|拒绝|(?<!可以)(?<!能)(?<!是)(?<!要)不)上[交缴](?=$|[,，。的了])"
)
_REVERSE = re.compile(
    r"\d[\d,]*(?:\.\d+)?(?:亿元|万元|元).{0,8}(?:对应|属于|指的?是|是)(?:的是)?(?:哪|什么(?!原因|缘)|谁)"
)
_RELATION = re.compile(
    r"(?:有|是)?什么(?:样的)?(?:关系|联系)|(?:之间)?的(?:勾稽|数量)?关系$|如何构成|怎么(?:得|算)(?:来|出)"
)
_COMPARE = re.compile(
    r"同一个?(?:数|金额)|同一笔(?:钱|款项?|支出|费用|数)?(?=[吗么?？]|$)|是(?:不是|否)同一个(?:吗|么)?$|是(?:不是)?一个数|一致|相符|吻合|对得上|对不上|(?<!针)(?<!面)(?<!应)对上(?:号)?(?:了)?(?:吗|么|没有?)?$|相同|相等|一样|不同|矛盾|出入|差在|(?:等|同)于(?!多少|几)|(?:有|存在)(?:没有|什么|任何)?(?:差异|差别)"
)
_CHANGE = re.compile(
    rf"(?:比|较|与|和|同|跟|相比){_COMPARED}.*{_MOVES}|(?:比|较|与|和|同|跟|相比){_COMPARED}(?:相?比)?,?(?:有没有|有无|是否|是不是)?(?:发生|什么|有)?(?:变|不同|动)|(?:比|较|与|和|同|跟){_COMPARED}(?:相?比(?:较)?)?(?:呢|的?情况|如何|怎么样|怎样)?$|(?:与|和|同|跟){_COMPARED}.{{0,6}}(?:相比|比较)|同比|变化趋势|(?:变化|增减|变动)(?:情况|多少|如何)|(?:增加?|上?涨|上?升|多)了?(?:还)?是(?:减|下?跌|下?降|少)|增还是减|(?:变动|变化|增长|下降|增减)的?(?:率|幅度|百分比)|[增降涨跌]幅"
    rf"|(?:增加|减少|增长|下降|降低|上升|提高|上涨|压减|削减)了?(?:约|大约|近|将近|超过|不到|至少)?\d[\d,]*(?:\.\d+)?(?:万|亿|元|%)"
    rf"|(?:增加|减少|增长|下降|降低)了?(?:多少|百分之|几)|变了(?:多少|百分之|几)|(?:增加|减少|增长|下降|上升|变化|变动|变|涨|降)了?[,，]?(?:没有|吗|么|没|对吗|对不对|对吧|是吗|是吧)$"
    r"|(?:有没有|有无|是否|是不是)(?:再|又|发生|出现)?(?:增加|减少|增长|下降|上升|变化|变动|改变|变|涨|降)(?:了|过)?[,，]?$"
)
_LIST = re.compile(
    r"哪[一二两三四五六七八九十](?:个|类|项|款|种|家)|(?:下面?|之下|以下|项下|里面?|包括|包含|分成?|设)(?:一共|总共|都|又)?(?:有|分|含|设|列)?(?:成|了)?(?:几|多少)个?[款项](?!目)|[\u4e00-\u9fff]{2}有(?:几|多少)个?[款项]$|末级|最底层|(?:几|多少)(?:个|项|条|类|款|级|张)?.{0,4}(?:科目|指标(?!表)|绩效目标表)|哪些|哪几|列出|列举|清单|几个?栏|几列|科目(?:一共|总共|共)*(?:有|是)?(?:几|多少)个$|每(?:一)?(?:类|种)(?:各|有|是)?(?:几|多少)(?:辆|台|个)|分别(?:是|有)什么|(?:都|各)有什么|包括什么|有什么(?:科目|项目|指标)"
)
_PROJECTS_NAMED = re.compile(
    r"项目[^,，]{0,4}[,，]?(?:的)?(?:名字|名称|名)(?:分别|都|各)*(?:叫|是)(?:做)?(?:什么|哪些)|项目(?:分别|都|各)+叫(?:做)?什么"
)
_RANKED = re.compile(
    r"第(?:\d+|[二三四五六七八九十])(?:大|多|高|小|少|低|贵)|哪(?:\d+|[二两三四五六七八九十])[个项笔类款].{0,8}最[高多大贵低少小]|前(?:\d+|[一二两三四五六七八九十])(?:名|位|大|个|项)?(?!个?季度|年|期)|排名|排第|最[高多大贵低少小]的(?:前)?(?:\d+|[一二两三四五六七八九十])[个项笔类样]"
)
EXTREME = re.compile(
    r"最(?P<way>高|多|大|贵|低(?!工资|生活|收购|限价)|少|小)(?!的?(?:是)?不|得[\u4e00-\u9fff]{0,3}(?:多少|几)|要|应|需)|排名|排第|前(?:\d+|[一二三四五六七八九十])名|排序"
)
_TEXT = re.compile(
    r"(?:选址|位于|坐落|地址|地点).{0,4}(?:哪|什么)|为什么|为何|原因|什么是|什么叫|叫什么|叫做什么|是指|指什么|怎么安排|如何安排|怎样安排|怎么样|如何(?:构成|使用)|由谁|谁负责|是个?什么(?!数|金额)|是个?什么(?:车|意思|钱)|什么活|什么事|怎么写的|怎么说的|写(?:的|了|着)?(?:是)?些?什么|怎么(?:定义|理解|解释|回事|来)|如何(?:定义|理解|解释)|定义|含义|什么意思|依据|职责|职能|哪一天|什么时候|何时|解释|概况|主要(?:内容|任务|做|目标|用途|用于|职)|目标是|介绍|用途|干什么|做什么|(?:聚焦|围绕|针对)(?:的是)?(?:什么|哪)|理由|法律依据|政策依据|根据什么|凭什么|反映(?:的是|什么|哪些)"
)
_YES_NO = re.compile(
    r"(?:安排|列|有|花|用|收|编|买|设)了[^,，]{2,}没有$|(?<![什怎这那多])么$|吗[?？]?(?:\(|$)|吗[?？,]|是否|有没有|是不是|有无|可否|会不会|要不要|[,，](?:对|是|没错)(?:吧|不对)$|没有?[^,，多少几怎什哪]{2,}吧$"
)


def operation_of(text: str) -> tuple[Operation, str, str]:
    """What is asked for, by the first rule that knows the words; a look-up where none does."""
    return next((told for rule in _RULES if (told := rule(text)) is not None), (Operation.LOOKUP, text, ""))


def _whole(operation: Operation, pattern: re.Pattern[str]) -> Callable[[str], Told | None]:
    """A rule for an operation that takes all of the words."""
    return lambda text: (operation, text, "") if pattern.search(text) else None


def _is_thing(words: str) -> bool:
    """Whether words name something to be a part of."""
    return (
        bool(without_noise(re.sub("[()]", "", words)))
        or re.search(r"收入|支出|经费|预算|总[计额数]|合计|采购", words) is not None
    )


_FAULT = re.compile(
    r"对不上|对得上|对不对得上|不平|算错|写错|印错|填错|错算|出错|有错|错误|错处|差错|错(?:的|了)|矛盾|不一致|不相符|不符|有问题|问题|毛病|漏洞|勾稽关系|勾稽|加不起来|不对(?:的|劲)?|有误"
)
_ANYTHING = re.compile(
    r"有没有|有无|是否|是不是|存在|发现|列出|列举|哪[些里儿个几]?|什么|几|多少|处|个|条|地方|之处|这|那|份|本|该|全|里面?|中|上|都|全部|所有|一共|总共|自己|原文|文件|文档|预算|决算|公开|报告|说明|材料|表格|表|数字|数据|数目|金额|数|单位|部门|前后|互相|相互|之间|的|地|得|有|是|在|与|和|吗|呢|么|请|请问|帮我|我|看看|看|查查|查一下|查|检查|核对|审核|一下|能|会|被|把|了|出来|出|它|关系|情况|[,，、:：\"“”]"
)


def _faults(text: str) -> Told | None:
    """What does not add up, where nothing in particular is named."""
    if not _FAULT.search(text):
        return None
    left = _ANYTHING.sub("", _FAULT.sub("", re.sub(r"20\d\d年?度?", "", text)))
    return None if left else (Operation.FAULTS, "", "")


_CODE_NAMED = re.compile(
    r"(?<![\d.,])\d{3,7}(?!\d|[.,]\d|年|万|元|%)[^\d,，]{0,8}?(?:是|对应|代表|叫|指|属于|表示|[写列印填](?=[的着了什哪]))(?:的|着|了)?(?:是)?个?(?:什么|哪(?:一)?个|哪些?)"
)


_CODE_OF = re.compile(
    r"^(?P<it>[^,，\d]{2,24}?)的?(?:功能|经济)?(?:分类)?(?:科目)?的?(?:编码|代码|编号)(?:是|为)?(?:什么|多少|几|哪一?个)?$"
)


_CODE_SAID = re.compile(
    r"^(?:(?P<it>[^,，\d]{2,24}?)的?(?:功能|经济)?(?:分类)?(?:科目)?的?(?:编码|代码|编号|号码)(?:是不是|是否是?|就?是|为)(?:科目)?(?P<code>\d{3,7})|(?:科目|编码|代码)?(?P<first>\d{3,7})(?:这个(?:编码|代码|科目))?(?:(?:是不是|是否是?|就?是)(?P<of>[^,，\d]{2,24}?)的?(?:功能|经济)?(?:分类)?(?:科目)?的?(?:编码|代码|编号|号码?)|(?:是不是|是否|就?是)?(?:对应|代表|指|表示)的?(?:是不是|就?是)?(?P<stands>[^,，\d]{2,24}?)))(?:的)?[,，]?(?:对|是)?(?:吗|么|吧|对不对|不)?$"
)
CODE_CLAIMED = "编码"
"""Of a plan that asks for the code of a row: that the question says which it is."""


def _code_named(text: str) -> Told | None:
    """2210202是什么: the row of a code, by its name; 购房补贴的科目编码是什么: the code of a row; whether it is the one that is
    said."""
    if (said := _CODE_SAID.match(text)) is not None and re.search(r"[吗么吧不]$|是不是|是否", text):
        return (
            Operation.NAMED,
            f"{CODE_CLAIMED}{said['code'] or said['first']}",
            (said["it"] or said["of"] or said["stands"]).rstrip("的"),
        )
    if (of := _CODE_OF.match(text)) is not None:
        return Operation.NAMED, text, of["it"]
    named = _CODE_NAMED.search(text) is not None and EXTREME.search(text) is None
    return (Operation.NAMED, text, "") if named else None


_CHILDREN = re.compile(
    r"^(?P<a>.+?)(?:类|款)?(?:以下|之下|下面?|项下|里面?|中|所属|下属|下辖|底下|包含)的?(?:那?几个|各个?|所有|全部|每个)?(?:个)?(?:款|项|科目|明细|子项)(?:级|级科目)?(?:的)?(?:金额|数额|数)?(?:加起来|之和|合计|相加|总和|加总|求和)"
)


def _children(text: str) -> Told | None:
    m = _CHILDREN.search(text)
    return (Operation.CHILDREN, m["a"], "") if m else None


_DUTIES = re.compile(
    r"^(?:请问|那么?|这|该|本|贵|咱们?)*[\u4e00-\u9fff]{0,14}?(?:平常|平时|日常|主要|到底|究竟|具体)*(?:都|是|要)*(?:做|干|管|负责|管理|承担|从事)(?:的是)?(?:些|点)?(?:什么|哪些|什么样)的?(?:事情?|工作|活|业务|方面)?(?:的|呀|啊|呢|吗)*(?:[,、]?(?:主要|具体)?(?:职能|职责|任务|工作)[^,]{0,8}|、内部怎么(?:设置|安排)的?)?$"
)


DUTIES = "主要职能"
_SETUP = re.compile(
    r"(?:下属|所属|下级|预算)(?:的)?(?:预算)?单位(?:都|具体)?(?:有|包括|是|包含|分别是)(?:了)?(?:哪些|哪几[家个]|什么)|(?:包括|包含|有)(?:哪些|哪几[家个])(?:下属|所属|下级|预算)(?:的)?(?:预算)?单位|(?:单位|部门|机构|预算单位)(?:构成|组成|设置)|组织(?:架构|结构)|内设(?:机构|部门|处室|科室)"
)


_NATURE = re.compile(
    r"^(?:请问|那么?|它|这|该|本|贵|家|个|单位|咱们?)*(?:是|属于|算)(?:一?个)?(?:什么|哪[一种类]?)(?:类型?|性质|样|种)?的?(?:单位|机构|部门)?(?:性质)?的?[,，](?=.*(?:做|干|管|职|工作))"
)
"""What sort of body it is, which is told where it is told what it does."""
_DUTIES_TOLD = re.compile(
    r"(?:主要)?(?:职能|职责)(?:在[^,，]{0,6}里)?(?:一共|总共|都|具体)?(?:有|是|包括|讲|分)?(?:了)?(?:多少|几|哪些|哪几|什么)[条项个点]?$"
)


def _duties(text: str) -> Told | None:
    """这单位平常是做什么的: its duties."""
    if _SETUP.search(text) and not re.search(r"多少|(?<!哪)几|费|钱|支出|收入", text):
        rest = "" if re.search(r"哪|什么", text) else _SETUP.sub("", text)
        return Operation.TEXT, f"机构设置{rest}", ""
    if _DUTIES_TOLD.search(text):
        return Operation.TEXT, DUTIES, ""
    text = _NATURE.sub("", text)
    asked = _DUTIES.match(text.split(",")[0]) is not None and not re.search(
        r"项目|车|钱|费|经费|资金|支出|收入|款|结转|结余|补助|\d{3}", text
    )
    return (Operation.TEXT, DUTIES, "") if asked else None


def _why(text: str) -> Told | None:
    """A reason is told in prose, unless it is why two places differ."""
    asked = re.search(r"为什么|为何|原因|为啥", text) is not None and not _COMPARE.search(text)
    return (Operation.TEXT, text, "") if asked else None


_RATIO = re.compile(
    r"^(?P<a>.+?)(?:大概|大约|相当于|差不多|能)?(?:是|为|有|等于|达到?|抵)了?(?P<b>.+?)的?(?:多少|几)(?:点几)?倍|^(?P<x>.+?)(?:与|和|跟|同|除以)(?P<y>.+?)(?:相比|之间)?的?(?:倍数|几倍|多少倍|是几倍)"
)


def _times(text: str) -> Told | None:
    m = _RATIO.search(text)
    if m is None:
        return None
    return (Operation.RATIO, m["a"], m["b"]) if m["a"] else (Operation.RATIO, m["x"], m["y"])


_MONTHLY = re.compile(
    r"(?:折算|换算|摊|算)?(?:下来|到)?[,，]?(?:平均)(?:下来|到|算)?(?:每个?|一个?)月|(?:每个?|一个?)月(?:大概|大约)?(?:平均|均摊|摊)|月均|按月(?:平均|均摊)|(?:摊|折算|换算|算)(?:下来|到|成)(?:每个?|一个?)月(?:大概|大约)?(?:得|要|是)?"
)


def _monthly(text: str) -> Told | None:
    return (Operation.MONTHLY, _MONTHLY.sub("", text), "") if _MONTHLY.search(text) else None


_ASKS_WHICH = re.compile(
    r"哪|谁|有没有|有无|是否有|列出|列举|几个|几项|多少(?:个|项|类|款)|什么(?:科目|项目)|吗|是否|是不是|没有$"
)


ROWS_ASKED = re.compile(
    r"哪些|哪几[个项类款]|(?:有)?(?:几|多少)(?:个|项|类|款)?[类款项]?级?(?:的)?(?:科目|支出项|项目)|哪(?:一)?(?:个|项|类|款)(?:(?:类|款|项)?级)?(?:的)?(?:支出)?(?:科目)?|什么(?:支出)?科目|科目(?:又)?(?:是)?(?:哪|什么|有)|科目$|(?:列出|找出)"
)
"""Words that ask which rows of a table."""
_MOVES_MOST = re.compile(
    r"(?:科目|项目|支出|类|款|项)(?:都|是)?(?:增加|增长|上升|上涨|减少|下降|降低)了?$|(?:增加|增长|上升|上涨|减少|下降|降低|缩减|压减|压缩|缩水|涨|跌|降|减)(?:得|的|了|幅度?|比例|金额|数额|额|速度)*(?:最|超过|高于|大于|不到|低于|在?\d)|(?:增|降|涨|跌|减)(?:幅|速)(?:最|超过|高于|大于|不到|低于|在|达到)"
)


def _rows_moved(text: str) -> Told | None:
    """哪个科目减少最多, 增长超过30%的科目有哪些: of changes, not of amounts."""
    return (Operation.CHANGE, text, "") if _MOVES_MOST.search(text) and ROWS_ASKED.search(text) else None


def _over_an_amount(text: str) -> Told | None:
    """Which are over or under an amount, or whether one is; 单价100万元以上设备 is the name of a thing."""
    if _CHANGE.search(text) and not re.search(r"哪|几[个项类款]|谁|科目|列出|列举", text):
        return None  # 比上年增加超过20万元吗: of one thing
    m = limits_in(text)
    return (Operation.FILTER, text, "") if m is not None and _ASKS_WHICH.search(text) else None


_VERSUS = re.compile(
    r"^(?P<both>.+?)(?:相比|比一比|比起来|里面?|之中|之间)?,?(?:到底|究竟|相比)?(?:是)?(?:哪(?:一)?(?:个|项|边|块|头|样|类|种|笔|部分)?|谁)(?:的)?(?:钱|金额|数额|数目|规模|费用|开支|花销|预算|支出|数|占比|采购)?(?:花得|用得|花的|用的|更|比较|要)*(?:多|大|高|少|小|低)(?!.*(?:科目|项目))"
)


def _which_is_more(text: str) -> Told | None:
    """Two things set against one another, without saying which is more."""
    m = _VERSUS.match(text)
    return (Operation.VERSUS, m["both"], "") if m is not None and _is_thing(m["both"]) else None


_SAID_MORE = re.compile(
    r"^(?P<a>.+?)(?P<whether>(?:是不是|是否)(?:还|要)?)?比(?P<b>.+?)(?:还要?|要|更|花得|用得)*(?P<way>多|高|大|少|低|小)(?:,(?P<where>(?!是这样|对|是吗|是不是).*?))?(?P<asks>,?(?:是这样|是|对)?(?:吗|么|吧|不是))?$"
)


_SAID_LESS = re.compile(
    r"^(?P<a>[^比占,，]{2,}?)(?:是不是|是否)?(?:低于|小于|少于|不及)了?(?P<b>(?!上年|去年|上一年|预算|平均|全部|20)[^\d,，]{2,}?),?(?:是这样|是|对)?(?:吗|么|吧|不是)$"
)


def _is_it_more(text: str) -> Told | None:
    """Whether one thing is more than another, as somebody says."""
    if (below := _SAID_LESS.match(text)) is not None and _is_thing(below["a"]) and _is_thing(below["b"]):
        return Operation.VERSUS, f"{below['a']}比{below['b']}", "少"
    m = _SAID_MORE.match(text)
    if (
        m is None
        or not (m["whether"] or m["asks"])
        or re.search(rf"比{_COMPARED}", text)
        or not (_is_thing(m["a"]) and _is_thing(m["b"]))
    ):
        return None
    return Operation.VERSUS, f"{m['a']}比{m['b']}", m["way"]


_WITHOUT = re.compile(
    r"^(?P<a>.+?)(?:里面?|中)?,?(?:去掉|剔除|刨除|撇开|扣除|扣掉|减掉|减去|除去|除掉|除了|除开|抛开|不算|刨去|刨掉)(?P<b>.+?)(?:以?后|之后|以外|之外|,|还|剩|等于|是多少|$)"
)
_THE_REST = re.compile(
    r"(?:除去?了?|扣除|扣掉|减去|去掉|不算|抛开)(?P<b>[^,，]+?)(?:以?外|之外)?[,，]?(?P<rest>(?:其余|其他|其它|剩下|剩余|别的|余下)的?(?:几|各|所有|全部|那些)?(?:个|类|项|款|部分|支出|收入|科目)*(?:合|加|总|一|共|还|是|有|为|支出|收入|的)*(?:多少|几).*)$"
)
_COMPLEMENT = (
    re.compile(r"^(?P<n>)(?:不是|不属于?|不来自|并非)(?:由|来自|靠|用)?(?P<x>一般公共预算|财政拨款|政府性基金(?:预算)?)(?:安排|出|给|拨付)?的(?P<a>(?:收入|支出).*)"),
    re.compile(r"^(?P<a>.+?)(?:里面?|当中|中),?(?:有)?多少(?:钱|资金)?不(?:在|属于|列在|列入|算在)(?:20\d\d年)?的?(?P<x>一般公共预算|财政拨款|政府性基金)(?:财政拨款|预算)?(?:支出|收支)?(?:总?表)?(?:里面?|中|内)?$"),
    re.compile(r"^(?P<a>.+?)(?:里面?|当中|中|内)?,?(?:有多少)?(?:是)?(?:由|(?<![公费使信专])用|靠|来自)(?P<x>[^,，]+?)(?:以外|之外)的?(?:资金|钱|来源)?(?:安排|负担|承担|支付|来|的|(?<!支)出)"),
    re.compile(r"^(?P<n>.*?)(?P<x>一般公共预算|财政拨款|政府性基金(?:预算)?)(?:资金|收入)?(?:以外|之外)的?(?P<a>.+)"),
    re.compile(r"^(?P<a>.+?)(?:里|中|当中)?(?:有|的)?(?:多少)?(?:钱|资金)?(?:(?<!是)不是|不由|并非|不属于?|不来自|不归|不靠|没走|不走|未走|没用(?![完掉光过了上])|没靠)(?:由|来自|用|从)?(?P<x>.+?)(?:安排|负担|承担|支付|(?<!支)出(?![的有是])|来源|资金|的|$)"),
    re.compile(r"^(?P<a>.+?)(?:由|用|来自)非(?!财政拨款(?:结余|结转))(?P<x>.+?)(?:资金)?(?:负担|安排|承担|支付|的|出)"),
    re.compile(r"^(?P<a>.+?)(?:里面?|当中|中),?非(?P<x>一般公共预算|财政拨款|政府性基金(?:预算)?)(?:财政拨款|拨款|资金)?(?:负担|安排|承担|支付|出)"),
    re.compile(r"^(?P<a>.+?)(?:里面?|当中|中|的)?,?(?<!用)非(?P<x>一般公共预算|财政拨款|政府性基金(?:预算)?)(?:财政)?(?:拨款|资金|部分|来源)*的?(?:是|有|为|共)?多少"),
    re.compile(r"^(?P<n>.*?)非(?P<x>财政拨款)的?(?P<a>(?:收入|上年结转|年初结转).*)"),
    re.compile(r"^(?P<n>.*?)非(?!财政拨款(?:结余|结转))(?P<x>一般公共预算|财政拨款|政府性基金(?:预算)?)(?:资金|安排|来源)?的(?P<a>.+)"),
    re.compile(r"^(?:那么?|这)?(?<!\()不(?:包括|包含|含|计|算)(?P<x>[^,，()]{2,12}?)的(?P<a>(?!(?:钱|资金|部分)[,，])[^,，]+)"),
    re.compile(r"(?:扣除|除去|除了|除|剔除|不算|不含|不包括|刨去|刨掉|去掉|扣掉|拿掉|减去)(?P<x>.+?)(?:以?外|之外|后|,)(?P<a>.+)"),
)  # fmt: skip


_NAMED_LAST = re.compile(r"(?:多少|几)[^,，()]{0,4}\((?P<it>(?![^()]*(?:不|除))[\u4e00-\u9fff]{2,10})\)$")


_OTHER_CARS = re.compile(r"^除了?(?P<b>[^,，]+?用车)(?:以外|之外)?[,，]?(?:还|一共还)有(?:几|多少)辆(?:车)?$")


_OTHER_MONEY = re.compile(
    r"^(?P<a>(?!.*项目)[^,，]{2,}?)(?:里面?|中|的)[,，]?其他资金(?:安排|负担|承担|出)了?(?:多少|几)"
)


_ALL_OTHER_MONEY = re.compile(
    r"(?:除去?了?|扣除|不算|抛开|不含|不包括)财政(?:拨款|给的?|拨的?)?(?:收入|支出|资金|钱)?(?:以外|之外|外|后)?[,，的]*(?:其[他它余]|剩下|别)的?(?:各项|几项|所有|全部)?(?P<side>收入|支出)[,，]?(?:一共|总共|合计|共|加起来|还|预算数|决算数|金额)*(?:是|有|为|剩)?(?:多少|几何)[^,，]*$"
)
"""除财政拨款以外的其他收入: all that is no fiscal money, and not the row of that name alone."""


_RANKED_WITHOUT = re.compile(
    r"^(?:除(?:去|掉|了|开)?|不算|不含|扣除|撇开)[^,，]{2,24}?(?:以外|之外|外)?[,，][^,，]*最[高多大低少小](?!得)|仅次于"
)


_ALL_OF_A_SIDE = r"(?:其[他它余]|剩下|别)?的?(收入|支出)(?:一共|总共|合计|共)?(?:是|有|为)?(?:多少)?"


_THAT_PART = re.compile(
    r"(?:那|这)?一?(?:部分|资金|钱|块)(?:来)?(?:支付|承担|负担|安排|解决|出|花|给)?的?(?:一共|总共|合计|共)?(?:是|有|为|占)?(?:多少(?:钱|[万亿]?元)?)?"
)
_PAID_BY = re.compile(r"(?<=[款金算])(?:来)?(?:支出|支付|出|花|给|掏|付|供)(?:钱)?$")
_HAS_SOME = re.compile(
    r"(?:里面?|当中|之中|中|内)?[,，]?的?(?:一共|总共|还)?(?:有|是)?(?:多少(?:钱|[万亿]?元)?)?[,，]?(?:是|由|靠|用)?$"
)


def _of_what_part(before: str, part: str, money: str) -> str:
    """What stands before the part of it that is of no such money (支出里有多少非财政拨款的部分); empty where a part is not asked for."""
    if _THAT_PART.fullmatch(part) is None or _MONEY.search(money) is None:
        return ""
    of = re.sub(r"^(?:今年|全年|当年)的?(?=支出$)", "本年", _HAS_SOME.sub("", before))
    return "本年支出合计" if of == "支出" else of


_IN_A_SIDE = re.compile(
    r"^(?:20\d\d年(?:度)?|今年|全年|当年|本年)(?:度)?的?(?:总)?(收入|支出)(?:里面?|里头|当中|之中|中|内)?[,，]$"
)
"""All that a year brings, or costs, with a part of it to come (2024年的收入中，不是财政拨款的)."""


def _complement(text: str) -> Told | None:
    if _RANKED_WITHOUT.search(text) is not None:
        return Operation.EXTREME, text, ""
    if (m := _OTHER_MONEY.match(text)) is not None:
        return Operation.COMPLEMENT, m["a"], "财政拨款"
    if (m := _ALL_OTHER_MONEY.search(text)) is not None:
        whole = "本年收入" if m["side"] == "收入" else "本年支出合计"
        return Operation.DIFFERENCE, whole, f"财政拨款{m['side']}"
    if (m := _OTHER_CARS.match(text)) is not None:
        return Operation.DIFFERENCE, "车辆", m["b"]
    if (last := _NAMED_LAST.search(text)) is not None and re.search(r"除|不算|扣", text):
        return Operation.LOOKUP, last["it"], ""  # 除了财政给的钱，靠业务收进来多少(事业收入): what is meant is named
    if (m := _WITHOUT.search(text)) and _is_thing(m["a"]) and (_is_thing(m["b"]) or "算" in m["b"]):
        return Operation.DIFFERENCE, m["a"], m["b"]
    if (m := _THE_REST.search(text)) is not None:
        return Operation.DIFFERENCE, m["rest"], m["b"]
    m = next((m for pattern in _COMPLEMENT if (m := pattern.search(text))), None)
    if m is None:
        return None
    alone = not m.groupdict().get("n")
    income = re.fullmatch(
        r"(?:本年|全年|总|所有|全部)?(?:其[他它余]|剩下|别)?的?收入(?:一共|总共|合计|共)?(?:是|有|为)?(?:多少.*)?",
        _IN_A_SIDE.sub(r"本年\1", m["a"]),
    )
    if alone and income is not None and _MONEY.search(m["x"]):
        return Operation.DIFFERENCE, "本年收入", f"{m['x']}收入"
    if alone and (side := re.fullmatch(_ALL_OF_A_SIDE, m["a"])) is not None:
        if side[1] == "支出" and _MONEY.search(m["x"]):
            return Operation.DIFFERENCE, "本年支出合计", f"{m['x']}支出"
        return Operation.DIFFERENCE, f"{side[1]}总计", m["x"]
    item = m.groupdict().get("n") or ""
    if not item and (place := text[: m.start()].rstrip(",")) and scopes_in(place):  # 某表里，除…外，某项
        return Operation.COMPLEMENT, f"{place}里{m['a'].lstrip(',')}", m["x"]
    if not item and not _MONEY.search(m["x"]) and _is_thing(m["x"]) and _is_thing(m["a"]):
        left = re.search(r"剩|其余|其他的|还有多少钱|余下", m["a"]) is not None
        return (Operation.DIFFERENCE if left else Operation.COMPLEMENT), m["a"], m["x"]
    of = _of_what_part(item, m["a"], m["x"]) or (item if without_noise(item) else _IN_A_SIDE.sub(r"本年\1", m["a"]))
    return Operation.COMPLEMENT, of, _PAID_BY.sub("", m["x"])


def _since_january(text: str) -> Told | None:
    """年末结转比年初: two items of one document."""
    m = re.search(r"(?:比|较)年(?P<end>[初末])(?:数)?", text)
    before = text[: m.start()] if m else ""
    first, second = ("年末", "年初") if m is not None and m["end"] == "初" else ("年初", "年末")
    return (Operation.DIFFERENCE, before, before.replace(first, second)) if first in before else None


COMPLETED = re.compile(
    r"预算完成了(?:多少|几)|完成了?(?:多少|几成|百分之几)(?:的)?(?:年初)?预算|(?:花|用)(?:掉|去|完)?了?(?:年初|全年)?(?:的)?预算的?(?:多少|几成|百分之几|百分之多少)|(?:实际|决算|花掉|花出去).{0,8}(?:相当于|是|为|占|抵)(?:了)?(?:年初)?的?预算数?的?(?:百分之|比例|几成|多少%)|占(?:了)?(?:年初|当初|原来|原先)的?预算数?的?(?:百分之|比例|几成|多少%)|(?:完成|执行|达到).{0,8}(?:预算|计划)(?:.{0,4}(?:百分之|百分比|比例|几成|多少%|率)|的?(?:多少|几)$)|(?:预算)?(?:完成|执行)率|预算(?:完成|执行)了?(?:百分之|几成|多少%)"
)


def _completed(text: str) -> Told | None:
    """How much of a budget was carried out is no share of anything."""
    return (Operation.LOOKUP, text, "") if COMPLETED.search(text) else None


_AGAINST = re.compile(
    r"^(?:那么?|它|这)?(?:跟|与|和|同|比|较)(?P<b>(?!上年|去年|上一年|20)[^,，]+?)(?:相?比(?:较)?|来说)?(?:,)?(?:差|相差|多出?|少|高出?|低|超|省|节约|结余)了?(?:多少|几).*$"
)
_GAP = re.compile(
    r"^(?P<a>.+?),?(?:与|和|跟|同|减去?|、)(?P<b>.+?)(?:的|之间)?(?:的)?(?:差额|差距|相差|差值|之差|差了?(?:多少|几))"
)


_LESS = re.compile(
    r"^(?P<a>[^,，]{2,24}?)减(?:去|掉)?(?!少|值|免|税|排)(?P<b>[^,，]{2,24}?)(?:是|等于|得|为|还剩)*(?:多少|几)?(?:钱|万元|元)?$"
)


def _gap(text: str) -> Told | None:
    if (m := _LESS.match(text)) is not None and _is_thing(m["a"]) and _is_thing(m["b"]):
        return Operation.DIFFERENCE, m["a"], m["b"]
    if (m := _AGAINST.match(text)) is not None:
        return Operation.DIFFERENCE, "", m["b"]
    m = _GAP.search(text)
    return (Operation.DIFFERENCE, m["a"], m["b"]) if m else None


_ASKS_SHARE = re.compile(
    r"占[^,，吗么是有无]{2,16}$|占.{0,30}多大|份额|占比|比重(?!点)|(?<!执行)比例|百分比|所占|占.{0,40}(?:多少|几成|百分之|几个?(?:百分)?点)|占了?多少"
)
_SHARE = re.compile(
    r"^(?P<a>.*?)(?:分别|各|所|大概)*占(?:了|到)?(?P<b>.*?)(?:的)?(?:多大(?:的)?)?(?:比例|比重(?!点)|百分比|百分之|份额|几成|几个?(?:百分)?点|多少|$)"
)
_IN = re.compile(r"^(?P<part>.+?)(?:在|于)(?P<whole>.+?)(?:里面?|中|当中|内)(?:所)?(?:的)?(?:占|占比|比例|比重(?!点))")
_WITHIN = re.compile(
    r"^(?P<whole>.+?)(?:里面?|中|当中|之中),?(?P<part>.+?)(?:分别|各|所|大概)*占(?:比)?(?:了|到|是|为|有)*(?:总额|总数|全部|其中|总量)?(?:的)?(?:百分之|多少|几成|几个?(?:百分)?点|(?:多大)?的?(?:比例|比重(?!点))|(?<=占比)$)"
)


def _share_claimed(text: str) -> Told | None:
    """占了八成以上，对吗: a share that is claimed, to be held against the computed one."""
    m = SHARE_CLAIMED.search(text)
    if m is None or not re.search(r"吗|么|是不是|是否|有没有|有无", text):
        return None
    text = re.sub(
        r"(?:对|是)?(?:吗|么)$|是不是|是否|有没有|有无", "", f"{text[: m.start()]}占{m['whole']}多少{text[m.end() :]}"
    )
    told = _share(text)
    return (told[0], told[1], told[2]) if told is not None else None


YEAR_BEFORE = re.compile(r"(?:它)?(?:上一?年|去年|前一年)度?的?(?:预算|决算|执行)?(?:数|额)?")
"""Words that name no more than the amount of the year before."""
_PER_CENT_OF = re.compile(
    r"^(?P<a>.+?)(?:大概|大约)?(?:是|为|相当于|等于)了?(?P<b>.+?)的?(?:百分之(?:几|多少)|几成|多大(?:的)?比例|多少%)$"
)


_DIVIDED = re.compile(
    r"^(?P<a>[^/÷,，=]*[\u4e00-\u9fff)][^/÷,，=]*)(?P<sign>[/÷])(?P<b>[^/÷,，=]*[\u4e00-\u9fff][^/÷,，=]*?)(?P<asks>[=＝]|(?:等于|是)?多少|(?:的)?(?:百分比|百分数|百分之|比值|比例|占比)|[,，]|$).*$"
)
"""A division written as such (公用经费÷基本支出=?)."""


_A_CLASS = re.compile(
    r"(?!.*上的钱$)(?P<table>[^,，]{2,14}表(?:里面?|中|内)?[,，]?的?)?(?:(?:花|用|投入?|使用)(?:在|到|于|给|往)了?)?(?P<of>项目|基本|人员|公用)(?:(?:这|那)一?块|上面?|方面)*的?(?:钱|资金|部分)?"
)


def _share(text: str) -> Told | None:
    """A share, of which a class of spending is called as such (占百分之几的是项目: 项目支出)."""
    told = _share_of(text)
    bare = _A_CLASS.fullmatch(told[1]) if told is not None else None
    if told is None or bare is None:
        return told
    head = bare["table"] or ""
    return told[0], head + bare["of"] + ("支出" if bare["of"] in {"项目", "基本"} else "经费"), told[2]


def _share_of(text: str) -> Told | None:
    divided = _DIVIDED.match(text)
    if (
        divided is not None
        and _is_thing(divided["a"])
        and _is_thing(divided["b"])
        and (divided["sign"] == "÷" or divided["asks"] or re.search("百分|%|比", text))
    ):
        return Operation.SHARE, divided["a"], divided["b"]
    if (
        (m := _PER_CENT_OF.match(text))
        and "占" not in text
        and _is_thing(m["a"])
        and (_is_thing(m["b"]) or YEAR_BEFORE.fullmatch(m["b"]))
    ):
        return Operation.SHARE, m["a"], m["b"]
    if not _ASKS_SHARE.search(text):
        return None
    text = re.sub(r"占(?:了)?(?:大头|多数|一半|主要)(?:吗|么|没有)?[,，]?", "", text)
    if (m := _IN.search(text)) and _is_thing(m["whole"]) and not scopes_in(m["whole"]):
        return Operation.SHARE, m["part"], _of_all_money(m["whole"])
    if (m := _WITHIN.search(text)) and _is_thing(m["whole"]) and (not scopes_in(m["whole"]) or _of_a_table(m["whole"])):
        return Operation.SHARE, m["part"], _of_all_money(m["whole"])
    m = _SHARE.search(text)
    if m and (whole := _of_all_money(m["b"])) != m["b"]:
        return Operation.SHARE, m["a"], whole
    if m and m["a"] and re.fullmatch(r"(?:其中?|它|这个?|那个?)(?:里面?|中)?的?", m["b"]):
        return Operation.SHARE, m["a"].rstrip("的"), "其中"
    if m and not m["a"] and _is_thing(m["b"]):
        return Operation.SHARE, "", m["b"]  # of what was asked before
    if m and m["a"] and _is_thing(re.sub("^比", "", m["b"])) and not re.search(r"该|其(?![他它余])|本项", m["b"]):
        return Operation.SHARE, m["a"], m["b"]
    return Operation.SHARE, re.split(r"占|(?:的)?比例|(?:的)?比重(?!点)", text)[0] or text, ""


def _of_all_money(whole: str) -> str:
    """The whole of a share that is no more than spending or revenue (支出里), as the total that it is; others as they are."""
    bare = re.fullmatch(r"(?:20\d\d年度?的?|全年|总)?(收入|支出)(?:里|中)?", whole)
    return whole if bare is None else f"{'' if bare[0].startswith('总') else WHATEVER_MONEY}{bare[1]}总计"


def _of_a_table(words: str) -> bool:
    """Whether words name something of a table, and not the table alone."""
    for start, end, _ in reversed(scopes_in(words)):
        words = words[:start] + words[end:]
    return bool(without_noise(words))


_DIFFERENCE = re.compile(
    r"^(?P<a>.+?)比(?P<b>.+?)(?:增加|减少|多出?|少|高出?|低|大|小)了?(?:多少|几|些?什么)?(?:万?元|个百分点)?"
)


def _more_than(text: str) -> Told | None:
    m = _DIFFERENCE.search(text)
    return (Operation.DIFFERENCE, m["a"], m["b"]) if m and not re.search(rf"比{_COMPARED}", text) else None


_LARGEST_AND_SHARE = re.compile(
    r"^(?P<which>.+?哪一?(?:类|项|个|种|款)[^,，]{0,8}最[大多高小少低])[,，]?(?:它|又|各)?占(?:了)?(?P<whole>总额|总数|全部|总支出|总的|合计|其中)?(?:的)?(?:多少|几成|百分之几|(?:多大)?比(?:例|重).*)$"
)


_LARGEST_WHICH_AND_SHARE = re.compile(
    r"^(?P<which>[^,，]+?最[大多高小少低]的(?:那|是|一?[个项类款种笔])*(?:明细|款级?|项级?)?(?:科目|支出|开支|费用)?(?:是|叫|为)*(?:哪(?:一)?[个项类款种笔]|什么|谁|啥)(?:科目|支出)?)[,，]"
    r"(?:它|又|各)?(?:占(?:了)?(?:总额|总数|全部|合计|其中)?的?(?:多少|几成|百分之几|(?:多大)?的?比[例重].*)|占比(?:是)?(?:多少|多大)?|比[例重](?:是)?(?:多少|多大))$"
)


def _largest_and_share(text: str) -> Told | None:
    """哪一类最大，占总额多少; 最大的科目是什么，占比多少: the largest, and its part in the whole."""
    m = _LARGEST_AND_SHARE.match(text) or _LARGEST_WHICH_AND_SHARE.match(text)
    return (Operation.EXTREME, m["which"], WITH_SHARE) if m is not None else None


WITH_SHARE = "占比"
INCOMES_ASKED = re.compile(
    r"收入来源|哪一?(?:项|种|类|笔|个)(?:的)?收入|收入(?:来源)?(?:里面?|中|当中)?[,，]?(?:哪一?(?:项|种|类|笔|个)|最[大多高少小低]的(?:是)?(?:一项|哪))|最[大多高少小低]的(?:一[项笔])?收入(?:来源|项目)?(?=是)|(?:钱|资金)[^,，]{0,6}(?:从哪|哪儿?来)[^,，]*[,，].*最"
    r"|^(?:本年|今年|全年|总|全部|单位|部门|的)*收入(?:来源)?(?:里面?|中|当中)?[,，]?(?:金额|数额|钱|预算|决算)*最[大多高少小低]的?(?:是)?(?:哪|什么|谁)"
)
"""Words that ask which source of income."""
WHATEVER_MONEY = "全部"
"""Before a total that a question names by no more than 收入 or 支出, which may be of all money or of one kind."""


def _largest_income(text: str) -> Told | None:
    return (Operation.EXTREME, text, "") if INCOMES_ASKED.search(text) and EXTREME.search(text) else None


_CALLED = re.compile(
    r"^(?P<most>[^,，]*最[大多高少小低]的[^,，]*?(?:科目|项目|[类款项]|一[笔项个块]))(?:的?(?:名字|名称))?(?:是|叫)(?:做)?(?:什么|谁)(?:名字|名称)?$"
)


def _largest_called(text: str) -> Told | None:
    """最大的支出科目叫什么: which it is, and no text about it."""
    m = _CALLED.match(text)
    return (Operation.EXTREME, f"{m['most']}是哪个", "") if m is not None else None


def _one_of_them(text: str) -> Told | None:
    """项目支出最大的是哪一项: one of a list, not the list."""
    one = re.search(r"哪一?(?:个|类|项|款|种|笔)(?![些几])", text) is not None
    return (Operation.EXTREME, text, "") if one and EXTREME.search(text) else None


_AGAINST_BUDGET = re.compile(r"(?:比|较|与|和|同|跟)(?:年初|全年|调整后?的?|当初)?预算(?!执行)")


def _change(text: str) -> Told | None:
    """A change against another year; less than budgeted is a difference of one year."""
    return (Operation.CHANGE, text, "") if _CHANGE.search(text) and not _AGAINST_BUDGET.search(text) else None


_RULES: tuple[Callable[[str], Told | None], ...] = (
    _whole(Operation.CLAIM, _CLAIM),
    _faults,
    _whole(Operation.REVERSE, _REVERSE),
    _code_named,
    _children,
    _whole(Operation.RELATION, _RELATION),
    _duties,
    _why,
    _times,
    _monthly,
    _rows_moved,
    _over_an_amount,
    _which_is_more,
    _is_it_more,
    _complement,
    _whole(Operation.COMPARE, _COMPARE),
    _since_january,
    _change,
    _completed,
    _gap,
    _largest_and_share,
    _share_claimed,
    _share,
    _more_than,
    _whole(Operation.EXTREME, _RANKED),
    _whole(Operation.LIST, _PROJECTS_NAMED),
    _largest_income,
    _largest_called,
    _whole(Operation.TEXT, _TEXT),
    _one_of_them,
    _whole(Operation.LIST, _LIST),
    _whole(Operation.EXTREME, EXTREME),
    _whole(Operation.YES_NO, _YES_NO),
)
