"""A question read into a plan: what is to be done, with which words. Rules or a model may make it; it runs on figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pydantic import ConfigDict

from extract.text import folded
from prompts import Answer
from qa.english import in_chinese, is_english
from qa.lexicon import plainly_said, same_words, scopes_in, without_noise
from qa.numerals import in_digits, value_of


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
    TEXT = "text"  # answered from prose
    REVERSE = "reverse"  # what is this amount
    FAULTS = "faults"  # what does not add up
    CLAIM = "claim"  # an accusation, to be answered with what is there


class Plan(Answer):
    """`first` and `second` are stretches of the question's own words; `second` is what a share is of, what a difference
    is against, the money that a complement leaves out."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    operation: Operation = Operation.LOOKUP
    first: str = ""
    second: str = ""
    unit: str = ""
    year: int | None = None
    measures: tuple[str, ...] = ()
    lowest: bool = False
    wants: str = ""  # of lists: blank or filled; of shares: the percentage that is claimed, and over or under


@dataclass(frozen=True, slots=True)
class Asked:
    """A question taken apart: its plan, the folded words without year and institute, and whether it leans on the one before."""

    text: str
    plan: Plan
    follows: bool = False


TOGETHER = re.compile(
    r"加(?:在|到)?一(?:起|块)|一块儿|合(?:到)?一起|拢共|统共|合起来|合在一起|合计|一共|总共|加起来|相加|之和|总和|共计|加总|(?<![增附参添追])加上?(?![油班强工固入减时])"
)
"""Words that want several amounts as one."""

_COUNTERS = "批次|人次|分(?!之|钱)|平方米|公里|个|项(?!目)|辆|台|套|人|名|家|件|批|次|篇|份|张|户|间|栋|平方米|类|款|种"
_ASKS_COUNT = re.compile(rf"(?:多少|几)(?P<unit>{_COUNTERS})(?!月|百分点|元|科目)")
_ASKS_SHARE = re.compile(
    r"占.{0,30}多大|份额|占比|比重|(?<!执行)比例|百分比|所占|占.{0,40}(?:多少|几成|百分之)|占了?多少"
)
_ASKS_PERCENT = re.compile(r"百分之|百分比|幅度|增幅|降幅|几成|%|增长率|下降率")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年|预算|决算|财年)(?:年(?:度|初|末)?)?")
_AS_OF = re.compile(r"(?:截至|截止|asof).{0,2}20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?", re.IGNORECASE)
_COMPARED = r"(?:上年度?|去年|上一年|前一年|往年|20\d\d年?(?:度)?(?:预算|决算|执行)?(?:数)?)"
_MOVES = r"(?:增加|减少|增长|下降|降低|上升|提高|上涨|增减|变化|变动|多|少|高|低|持平|涨|降|增|减)"
_CHANGE = re.compile(
    rf"(?:比|较|与|和|同|跟|相比){_COMPARED}.*{_MOVES}|(?:与|和|同|跟){_COMPARED}.{{0,6}}(?:相比|比较)|同比|变化趋势|(?:变化|增减|变动)(?:情况|多少|如何)|是增是减|增还是减"
    rf"|(?:增加|减少|增长|下降|降低)了?(?:多少|百分之|几)"
)
_DIFFERENCE = re.compile(
    r"^(?P<a>.+?)比(?P<b>.+?)(?:增加|减少|多出?|少|高出?|低|大|小)了?(?:多少|几|些?什么)?(?:万?元|个百分点)?"
)
_GAP = re.compile(
    r"^(?P<a>.+?),?(?:与|和|跟|同|减去?|、)(?P<b>.+?)(?:的|之间)?(?:的)?(?:差额|差距|相差|差值|之差|差多少|差了?多少)"
)
_SHARE = re.compile(
    r"^(?P<a>.*?)(?:分别|各|所|大概)*占(?:了|到)?(?P<b>.*?)(?:的)?(?:比例|比重|百分比|百分之|份额|几成|多少|$)"
)
_AGAINST = re.compile(
    r"^(?:那么?|它|这)?(?:跟|与|和|同|比|较)(?P<b>(?!上年|去年|上一年|20)[^,，]+?)(?:相?比(?:较)?|来说)?(?:,)?(?:差|相差|多出?|少|高|低|超|省|节约|结余)了?(?:多少|几).*$"
)
_WITHOUT = re.compile(
    r"^(?P<a>.+?)(?:里面?|中)?,?(?:去掉|剔除|刨除|撇开|扣除|扣掉|减掉|减去|除去|除掉|除了|除开|抛开|不算|刨去|刨掉)(?P<b>.+?)(?:以?后|之后|以外|之外|,|还|剩|等于|是多少|$)"
)
_IN = re.compile(r"^(?P<part>.+?)(?:在|于)(?P<whole>.+?)(?:里面?|中|当中|内)(?:所)?(?:的)?(?:占|占比|比例|比重)")
_WITHIN = re.compile(
    r"^(?P<whole>.+?)(?:里面?|中|当中|之中),?(?P<part>.+?)(?:分别|各|所|大概)*占(?:比)?(?:了|到)?(?:总额|总数|全部|其中|总量)?(?:的)?(?:百分之|多少|几成|(?:多大)?的?(?:比例|比重))"
)
_COMPLEMENT = (
    re.compile(r"^(?P<n>.*?)(?P<x>一般公共预算|财政拨款|政府性基金(?:预算)?)(?:资金|收入)?(?:以外|之外)的?(?P<a>.+)"),
    re.compile(r"^(?P<a>.+?)(?:里|中|当中)?(?:有|的)?(?:多少)?(?:钱|资金)?(?:不是|不由|并非)(?:由|来自|用|从)?(?P<x>.+?)(?:安排|负担|承担|支付|出|来源|资金|的)"),
    re.compile(r"^(?P<a>.+?)(?:由|用|来自)非(?P<x>.+?)(?:资金)?(?:负担|安排|承担|支付|的|出)"),
    re.compile(r"^(?P<n>.*?)非(?P<x>一般公共预算|财政拨款|政府性基金(?:预算)?)(?:资金|安排|来源)?的(?P<a>.+)"),
    re.compile(r"(?:扣除|除去|除了|除|剔除|不算|不含|减去)(?P<x>.+?)(?:以?外|之外|后|,)(?P<a>.+)"),
)  # fmt: skip
_CHILDREN = re.compile(
    r"^(?P<a>.+?)(?:类|款)?(?:以下|之下|下面?|项下|里面?|中|所属|包含)的?(?:各|所有|全部|每个)?(?:个)?(?:款|项|科目|明细|子项)(?:级|级科目)?(?:的)?(?:数)?(?:加起来|之和|合计|相加|总和|加总|求和)"
)
_FAULT = re.compile(
    r"对不上|对得上|对不对得上|不平|算错|写错|印错|填错|错算|出错|有错|错误|错处|差错|错(?:的|了)|矛盾|不一致|不相符|不符|有问题|问题|毛病|漏洞|勾稽关系|勾稽|加不起来|不对(?:的|劲)?|有误"
)
_ANYTHING = re.compile(
    r"有没有|有无|是否|是不是|存在|发现|列出|列举|哪[些里儿个几]?|什么|几|多少|处|个|条|地方|之处|这|那|份|本|该|全|里面?|中|上|都|全部|所有|一共|总共|自己|原文|文件|文档|预算|决算|公开|报告|说明|材料|表格|表|数字|数据|数目|金额|数|单位|部门|前后|互相|相互|之间|的|地|得|有|是|在|与|和|吗|呢|么|请|请问|帮我|我|看看|看|查查|查一下|查|检查|核对|审核|一下|能|会|被|把|了|出来|出|它|关系|情况|[,，、:：\"“”]"
)
_REVERSE = re.compile(r"\d[\d,]*(?:\.\d+)?(?:亿元|万元|元).{0,8}(?:对应|属于|指的?是|是)(?:的是)?(?:哪|什么|谁)")
_CLAIM = re.compile(r"挪用|贪污|造假|舞弊|腐败|虚报|套取|侵占|私分|洗钱|违法|违纪|违规|作弊|小金库")
_COMPARE = re.compile(r"一致|相符|吻合|对得上|对不上|相同|相等|一样|不同|矛盾|出入|差在|(?:等|同)于")
_RELATION = re.compile(r"(?:有|是)?什么(?:样的)?(?:关系|联系)|如何构成|怎么(?:得|算)(?:来|出)")
_RATIO = re.compile(
    r"^(?P<a>.+?)(?:大概|大约|相当于|差不多|能)?(?:是|为|有|等于|达到?|抵)了?(?P<b>.+?)的?(?:多少|几)(?:点几)?倍|^(?P<x>.+?)(?:与|和|跟|同|除以)(?P<y>.+?)(?:相比|之间)?的?(?:倍数|几倍|多少倍|是几倍)"
)
THRESHOLD = re.compile(
    r"(?:(?P<least>不低于|不少于)|(?P<under>不超过|没有?超过|不足|不到|没到|低于|小于|少于)|(?P<over>超过了?|超出|突破|大于|高于|多于|达到|[过破上]了?|在))?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?|[十百千])(?P<unit>亿元?|万元?|元)(?P<tail>\(含\)以上|以上|以下|以内|开外)?"
)
"""An amount that others are to be held against (超过300万元, 一百万以上)."""

_ASKS_WHICH = re.compile(
    r"哪|谁|有没有|有无|是否有|列出|列举|几个|几项|多少(?:个|项|类|款)|什么(?:科目|项目)|吗|是否|是不是|没有$"
)
_VERSUS = re.compile(
    r"^(?P<both>.+?)(?:相比|比一比|比起来|里面?|之中|之间)?,?(?:到底|究竟|相比)?(?:是)?(?:哪(?:一)?(?:个|项|边|块|头|样|类|种|笔|部分)?|谁)(?:的)?(?:钱|金额|预算|支出|数|占比)?(?:花得|用得|花的|用的|更|比较|要)*(?:多|大|高|少|小|低)(?!.*(?:科目|项目))"
)
_LIST = re.compile(
    r"哪[一二两三四五六七八九十](?:个|类|项|款|种|家)|末级|最底层|(?:几|多少)(?:个|项|条|类|款|级|张)?.{0,4}(?:科目|指标(?!表)|绩效目标表)|哪些|哪几|列出|列举|清单|分别(?:是|有)什么|(?:都|各)有什么|包括什么|有什么(?:科目|项目|指标)"
)
_EXTREME = re.compile(
    r"最(?P<way>高|多|大|贵|低|少|小)(?!的?(?:是)?不)|排名|排第|前(?:\d+|[一二三四五六七八九十])名|排序"
)
_RANKED = re.compile(
    r"前(?:\d+|[一二两三四五六七八九十])(?:名|位|大|个|项)?(?!个?季度|年|期)|排名|排第|最[高多大贵低少小]的(?:前)?(?:\d+|[一二两三四五六七八九十])[个项笔类]"
)
_TEXT = re.compile(
    r"为什么|为何|原因|什么是|什么叫|叫什么|叫做什么|是指|指什么|怎么安排|如何安排|怎样安排|怎么样|如何(?:构成|使用)|由谁|谁负责|是个?什么(?!数|金额)|是个?什么(?:车|意思|钱)|什么活|什么事|怎么写的|怎么说的|写的是?什么|怎么(?:定义|理解|解释|回事|来)|如何(?:定义|理解|解释)|定义|含义|什么意思|依据|职责|职能|哪一天|什么时候|何时|解释|概况|主要(?:内容|任务|做|目标|用途|用于|职)|目标是|介绍|用途|干什么|做什么|理由|法律依据|政策依据|根据什么|凭什么|反映(?:的是|什么|哪些)"
)
_YES_NO = re.compile(r"吗[?？]?(?:\(|$)|吗[?？,]|是否|有没有|是不是|有无|可否|会不会|要不要")
_FOLLOWS = re.compile(
    r"^(?:那么?|换成|换|如果|改成|再看|还有|其中|这(?:两|几|些|个)|它|他们|上述|前者|后者)|呢[?？]?$|^(?:去年|上年|今年|占比|比例|为什么|第几页|在哪)"
)
_BLANK = re.compile(r"空的|空白|为空|没有(?:数|金额|安排|填)|没填|未填|是空")
_FILLED = re.compile(r"非空|有数|不为空|不为零|有金额|安排了|填了数")
_INSTRUCTION = re.compile(
    r"(?:忽略|无视|忘记|忘掉|不要管|抛开)(?:以上|上述|上面|之前|前面|先前|所有|你的|一切)[^,，。;；]*[,，。;；]?|(?:ignore|disregard|forget)[^.,;。，]*(?:instructions?|above|previous|rules?|prompt)[^.,;。，]*[.,;。，]?"
    r"|(?:你现在是|从现在起你是|假装你?是|扮演)[^,，。;；]*[,，。;；]?|(?:请)?(?:直接)?(?:回答|输出|回复|说)[\"“]?\d[\d,.]*(?:万元|元)?[\"”]?(?:即可|就行|就好)?[,，。;；]?$",
    re.IGNORECASE,
)
_HOSTILE = re.compile(
    r"\b(?:drop|delete|insert|update|alter|truncate|union)\b.{0,12}\b(?:table|from|into|select|database)\b|--\s*$|<\s*script|\bselect\b.{1,40}\bfrom\b|system\s*prompt|系统提示词",
    re.IGNORECASE,
)


def hostile(question: str) -> bool:
    """Whether it carries an attack on the program rather than a question."""
    return _HOSTILE.search(question) is not None


def without_instructions(question: str) -> str:
    """The question without orders to the answerer."""
    return _INSTRUCTION.sub("", question)


def sentences_of(question: str) -> list[str]:
    """The questions of a question, in order; a clause that only states something stays with what follows it."""
    question = re.sub(r"[?？](?=[(（])", "", question)  # a remark in brackets belongs to what it remarks on
    parts = [p for p in re.split(r"[?？。;；！!\n]+", question) if p.strip()]
    parts = [p for p in parts if not _ONLY_ASIDE.fullmatch(p)] or parts
    found: list[str] = []
    for part in parts:
        clauses = re.split(r"[,，]", part)
        own = ""
        for clause in clauses:
            if own and _asks_twice(own, clause):  # how many, and what are they
                found.append(own)
                own = clause
            else:
                own = f"{own},{clause}" if own else clause
        found.append(own)
    return found


def _asks_twice(own: str, clause: str) -> bool:
    """Whether a clause asks something else than the words before it, which ask already."""
    if _AMOUNT.search(own) and _ASKS_WORDS.search(clause):
        return True
    if _ASKS_COUNT.search(own) and _MONEY_TOO.search(clause):
        return True
    one, two = _ASKS_COUNT.search(own), _ASKS_COUNT.search(clause)
    return one is not None and two is not None and one["unit"] != two["unit"]


_MONEY_TOO = re.compile(r"多少(?:亿|万)?元|多少钱|几(?:万|亿)?元")
_AMOUNT = re.compile(rf"(?:多少|几)(?:钱|万|元|{_COUNTERS})|(?:是|为|有|各|分别|安排了?)多少$")
_ASKS_WORDS = re.compile(
    r"^前者|^后者|^(?:这)?(?:两者|二者|两个|两项)|^(?:它们)?(?:相)?差(?:额|多少|了)|^(?:都|分别|各自?)?(?:是|叫|有)(?:做)?(?:什么|哪些)|^(?:是)?(?:为什么|为何|什么原因|怎么回事|原因是)|^(?:都|分别|主要)?(?:是)?(?:用来|用|做|干)(?:什么|啥)|^主要(?:用|做|干)"
)


def read_plan(text: str) -> Asked:
    """The plan of one folded question, by rules."""
    text = _asked_of(text.rstrip("?？。.!！"))
    years = [int(y) for y in _YEAR.findall(_AS_OF.sub("", text))]
    operation, first, second = _operation(text)
    if operation is not Operation.CHANGE and re.search(
        r"去年(?!没|未|结|剩)|上年(?!度?(?:末|底)?(?:没|未|结|剩))|上一年", text
    ):
        years = [-1]
    measures = tuple(
        dict.fromkeys(
            "final" if "决算" in m or "执行" in m or "实际" in m else "budget"
            for m in re.findall(
                r"决算|实际(?:支出|执行|发生|花|用|开支|(?=各|分别|是多少|$))|预算执行数|执行数|年初预算|预算数|(?:年初|原本|原先|原来|当初|本来)(?:就|是)?(?:打算|计划|准备|安排|定|批)|预算(?!拨款|总额|单位|收入|支出|绩效|财政|资金|口径|表|里|中|说明|数?一致)",
                text,
            )
        )
    )
    extreme = _EXTREME.search(text)
    plan = Plan(
        operation=operation,
        first=first,
        second=second,
        unit=_unit(text, operation),
        year=years[0] if years else None,
        measures=measures,
        lowest=bool(extreme and extreme["way"] in {"低", "少", "小"}),
        wants=_claim_of(text)
        if operation is Operation.SHARE
        else "filled"
        if _FILLED.search(text)
        else "blank"
        if _BLANK.search(text)
        else "",
    )
    return Asked(text, plan, _FOLLOWS.search(text) is not None)


def _claim_of(text: str) -> str:
    """What a question claims a share to be (80 over), where it does and asks whether that is so."""
    told = share_claimed(text) if re.search(r"吗|么|是不是|是否|有没有|有无", text) else None
    return f"{told[0]} {told[1]}".strip() if told is not None else ""


_ASIDE = re.compile(
    r"^(?:要是|如果|假如|万一|我?就?想问(?:一下|问)?)[^,，]*[,，](?=.{6})|"
    r"[^,，]*(?:不用管|不用看|不管它?|别管|先不说|不必管|不关心|不用说|忽略)[,，]|[,，][^,，]*(?:别算|不算|不用算|除外)(?:进去|在内)?$"
)
_HEADED = re.compile(r"^[^:,，?？]{0,6}(?:急|求|问|求助|请教|咨询)[^:,，?？]{0,3}:(?=.{8})")  # 写稿急用：…
_NOT_THAT = re.compile(r"\([^()]*(?:不算|不含|不包括|不光|不只|不是|别算|除外)[^()]*\)")
_ONLY_ASIDE = re.compile(r"[^,，]*(?:别算|不算|不用算|除外)(?:进去|在内)?")
_THOUGH = re.compile(
    r"^(?P<told>[^,，]*(?:写着|写的是|写明|注明|标着|声称|说是?)[^,，]*)[,，](?:可是?|但是?|不过|然而)(?P<asked>.+)$"
)


def _asked_of(text: str) -> str:
    """A question without what it says not to mind, and without what it only quotes, but for the table quoted from."""
    text = _HEADED.sub("", _NOT_THAT.sub("", text))
    text = re.sub(r"摊[到在](?!每|一个月|十二|12)(?=.*(?:几成|多大|多少|百分|比|份))", "占", _ASIDE.sub("", text))
    if (m := _THOUGH.match(text)) is not None:
        named = "".join(m["told"][s:e] for s, e, _ in scopes_in(m["told"])[:1])
        text = named + (re.sub(r"^表?(?:里|中|内)面?", "", m["asked"]) if named else m["asked"])
    return text


def _operation(text: str) -> tuple[Operation, str, str]:
    """What is asked for, by the first rule that knows the words; a look-up where none does."""
    return next((told for rule in _RULES if (told := rule(text)) is not None), (Operation.LOOKUP, text, ""))


Told = tuple[Operation, str, str]


def _whole(operation: Operation, pattern: re.Pattern[str]) -> Callable[[str], Told | None]:
    """A rule for an operation that takes all of the words."""
    return lambda text: (operation, text, "") if pattern.search(text) else None


def _faults(text: str) -> Told | None:
    """What does not add up, where nothing in particular is named."""
    if not _FAULT.search(text):
        return None
    left = _ANYTHING.sub("", _FAULT.sub("", re.sub(r"20\d\d年?度?", "", text)))
    return None if left else (Operation.FAULTS, "", "")


def _children(text: str) -> Told | None:
    m = _CHILDREN.search(text)
    return (Operation.CHILDREN, m["a"], "") if m else None


def _complement(text: str) -> Told | None:
    if (m := _WITHOUT.search(text)) and _is_thing(m["a"]):
        return Operation.DIFFERENCE, m["a"], m["b"]
    if (m := _THE_REST.search(text)) is not None:
        return Operation.DIFFERENCE, m["rest"], m["b"]
    m = next((m for pattern in _COMPLEMENT if (m := pattern.search(text))), None)
    if m is None:
        return None
    item = m.groupdict().get("n") or ""
    if not item and not _MONEY.search(m["x"]) and _is_thing(m["x"]) and _is_thing(m["a"]):
        return Operation.DIFFERENCE, m["a"], m["x"]
    return Operation.COMPLEMENT, item if without_noise(item) else m["a"], m["x"]


_MONEY = re.compile(r"公共预算|财政|基金|国有资本|专户|单位资金|自有|经营收入|事业收入")
COMPLETED = re.compile(
    r"(?:完成|执行|达到).{0,8}(?:预算|计划).{0,4}(?:百分之|比例|几成|多少%|率)|(?:预算)?(?:完成|执行)率|预算(?:完成|执行)了?(?:百分之|几成|多少%)"
)


def _completed(text: str) -> Told | None:
    """How much of a budget was carried out is no share of anything."""
    return (Operation.LOOKUP, text, "") if COMPLETED.search(text) else None


_THE_REST = re.compile(
    r"(?:除去?了?|扣除|扣掉|减去|去掉|不算|抛开)(?P<b>[^,，]+?)(?:以?外|之外)?[,，]?(?P<rest>(?:其余|其他|其它|剩下|剩余|别的|余下)的?(?:几|各|所有|全部|那些)?(?:个|类|项|款|部分|支出|收入|科目)*(?:合|加|总|一|共|还|是|有|为|支出|收入|的)*(?:多少|几).*)$"
)


def _why(text: str) -> Told | None:
    """A reason is told in prose, unless it is why two places differ."""
    asked = re.search(r"为什么|为何|原因|为啥", text) is not None and not _COMPARE.search(text)
    return (Operation.TEXT, text, "") if asked else None


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


def _over_an_amount(text: str) -> Told | None:
    """Which are over or under an amount, or whether one is; 单价100万元以上设备 is the name of a thing."""
    m = threshold_in(text)
    return (Operation.FILTER, text, "") if m is not None and _ASKS_WHICH.search(text) else None


def threshold_in(text: str) -> re.Match[str] | None:
    """The amount that things are to be over or under, with its words; None where there is none."""
    for m in THRESHOLD.finditer(text):
        of_a_thing = re.search(r"(?:单价|价值|单位价值)$", text[: m.start()]) or re.match(
            r"(?:\(含\))?(?:以上)?的?(?:通用|专用|大型)?设备", text[m.end() :]
        )
        if (m["least"] or m["over"] or m["under"] or m["tail"]) and not of_a_thing:
            return m
    return None


def _which_is_more(text: str) -> Told | None:
    """Two things set against one another, without saying which is more."""
    m = _VERSUS.match(text)
    return (Operation.VERSUS, m["both"], "") if m is not None and _is_thing(m["both"]) else None


def _since_january(text: str) -> Told | None:
    """年末结转比年初: two items of one document."""
    m = re.search(r"(?:比|较)年初(?:数)?", text)
    before = text[: m.start()] if m else ""
    return (Operation.DIFFERENCE, before, before.replace("年末", "年初")) if "年末" in before else None


def _gap(text: str) -> Told | None:
    if (m := _AGAINST.match(text)) is not None:
        return Operation.DIFFERENCE, "", m["b"]
    m = _GAP.search(text)
    return (Operation.DIFFERENCE, m["a"], m["b"]) if m else None


def _share(text: str) -> Told | None:
    if not _ASKS_SHARE.search(text):
        return None
    text = re.sub(r"占(?:了)?(?:大头|多数|一半|主要)(?:吗|么|没有)?[,，]?", "", text)
    if (m := _IN.search(text)) and without_noise(m["whole"]) and not scopes_in(m["whole"]):
        return Operation.SHARE, m["part"], m["whole"]
    if (m := _WITHIN.search(text)) and _is_thing(m["whole"]) and not scopes_in(m["whole"]):
        return Operation.SHARE, m["part"], m["whole"]
    m = _SHARE.search(text)
    if m and (bare := re.fullmatch(r"(?:本年|全年|总)?(收入|支出)(?:里|中)?", m["b"])) is not None:
        return Operation.SHARE, m["a"], f"{bare[1]}总计"
    if m and m["a"] and re.fullmatch(r"(?:其中?|它|这个?|那个?)(?:里面?|中)?的?", m["b"]):
        return Operation.SHARE, m["a"], "其中"
    if m and not m["a"] and _is_thing(m["b"]):
        return Operation.SHARE, "", m["b"]  # of what was asked before
    if m and m["a"] and _is_thing(re.sub("^比", "", m["b"])) and not re.search(r"该|其|本项", m["b"]):
        return Operation.SHARE, m["a"], m["b"]
    return Operation.SHARE, re.split(r"占|(?:的)?比例|(?:的)?比重", text)[0] or text, ""


_SHARE_CLAIMED = re.compile(
    r"占(?:了|到|比)?(?P<whole>[^,，]{0,16}?)的?(?P<way>不到|不足|不超过|超过|大约|差不多)?(?P<part>一半|过半|[一二两三四五六七八九]成半?|\d+(?:\.\d+)?%|百分之(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?![一二三四五六七八九十]))(?P<tail>以上|以下|多|左右|不到)?"
)


def _share_claimed(text: str) -> Told | None:
    """占了八成以上，对吗: a share that is claimed, to be held against the computed one."""
    m = _SHARE_CLAIMED.search(text)
    if m is None or not re.search(r"吗|么|是不是|是否|有没有|有无", text):
        return None
    text = re.sub(
        r"(?:对|是)?(?:吗|么)$|是不是|是否|有没有|有无", "", f"{text[: m.start()]}占{m['whole']}多少{text[m.end() :]}"
    )
    told = _share(text)
    return (told[0], told[1], told[2]) if told is not None else None


def share_claimed(text: str) -> tuple[Decimal, str] | None:
    """The percentage that a question claims, and how it is bounded: over, under, or empty."""
    m = _SHARE_CLAIMED.search(text)
    if m is None:
        return None
    said = m["part"]
    if said in {"一半", "过半"}:
        percent = Decimal(50)
    elif said.endswith("%"):
        percent = Decimal(said[:-1])
    elif said.startswith("百分之"):
        percent = Decimal(value_of(said[3:]))
    else:
        percent = Decimal(10 * value_of(said[0]) + (5 if said.endswith("半") else 0))
    way = (m["way"] or "") + (m["tail"] or "")
    over = said == "过半" or (re.search(r"超过|以上|多", way) is not None and "不超过" not in way)
    under = re.search(r"不到|不足|以下|不超过", way) is not None
    return percent, "over" if over else "under" if under else ""


def _is_thing(words: str) -> bool:
    """Whether words name something to be a part of."""
    return bool(without_noise(words)) or re.search(r"收入|支出|经费|预算|总[计额数]|合计|采购", words) is not None


def _more_than(text: str) -> Told | None:
    m = _DIFFERENCE.search(text)
    return (Operation.DIFFERENCE, m["a"], m["b"]) if m and not re.search(rf"比{_COMPARED}", text) else None


_DUTIES = re.compile(
    r"^(?:请问|那么?|这|该|本|贵|咱们?)*[\u4e00-\u9fff]{0,14}?(?:平常|平时|日常|主要|到底|究竟|具体)*(?:都|是|要)*(?:做|干|管|负责|管理)(?:的是)?(?:些|点)?(?:什么|哪些|什么样)的?(?:事情?|工作|活|业务|方面)?(?:的|呀|啊|呢|吗)*$"
)


def _duties(text: str) -> Told | None:
    """这单位平常是做什么的: its duties."""
    asked = _DUTIES.match(text) is not None and not re.search(r"项目|车|钱|费|经费|资金", text)
    return (Operation.TEXT, "主要职能", "") if asked else None


def _is_it_more(text: str) -> Told | None:
    """Whether one thing is more than another, as somebody says."""
    m = _SAID_MORE.match(text)
    if m is None or re.search(rf"比{_COMPARED}", text) or not (_is_thing(m["a"]) and _is_thing(m["b"])):
        return None
    return Operation.VERSUS, f"{m['a']}和{m['b']}", m["way"]


_SAID_MORE = re.compile(
    r"^(?P<a>.+?)(?:是不是|是否)?比(?P<b>.+?)(?:还要?|要|更|花得|用得)*(?P<way>多|高|大|少|低|小)(?:,(?P<where>.*))?(?:,?(?:是这样|是|对)?(?:吗|么|吧|不是)|(?<=是否).*|(?<=是不是).*)$"
)


_RULES: tuple[Callable[[str], Told | None], ...] = (
    _whole(Operation.CLAIM, _CLAIM),
    _faults,
    _whole(Operation.REVERSE, _REVERSE),
    _children,
    _whole(Operation.RELATION, _RELATION),
    _duties,
    _why,
    _times,
    _monthly,
    _over_an_amount,
    _which_is_more,
    _is_it_more,
    _complement,
    _whole(Operation.COMPARE, _COMPARE),
    _since_january,
    _whole(Operation.CHANGE, _CHANGE),
    _completed,
    _gap,
    _share_claimed,
    _share,
    _more_than,
    _whole(Operation.EXTREME, _RANKED),
    _whole(Operation.TEXT, _TEXT),
    _whole(Operation.LIST, _LIST),
    _whole(Operation.EXTREME, _EXTREME),
    _whole(Operation.YES_NO, _YES_NO),
)


def _unit(text: str, operation: Operation) -> str:
    if operation in {Operation.SHARE, Operation.LIST, Operation.TEXT}:
        return ""
    if operation is Operation.CHANGE:
        return "%" if _ASKS_PERCENT.search(text) else ""
    if re.search(r"百分之(?:多少|几)|[多少几]个?%", text):
        return "%"
    if (m := _ASKS_COUNT.search(text)) and not (operation is Operation.DIFFERENCE and _MONEY_TOO.search(text)):
        return m["unit"]
    if re.search(
        r"(?:资金|金额|拨款|经费)(?:总额|合计)?(?:是|为|有)?多少(?!个|项|家|辆|台)|多少(?:预算)?(?:资金|经费|拨款)|多少(?:亿|万)?(?:元|块|钱)|几(?:万|亿|百|千)?(?:元|块)|多少钱",
        text,
    ):
        return "money"
    return ""


_IN_UNIT = re.compile(r",?(?:请)?(?:按|以|用)(?:亿|万)?元(?:来)?(?:计算|计|为单位|表示)(?:告诉我)?")


def question_text(question: str) -> str:
    """A question folded for reading: instructions out, English in Chinese terms."""
    said = without_instructions(question)
    text = in_digits(plainly_said(same_words(folded(in_chinese(said) if is_english(said) else said))))
    return _IN_UNIT.sub("", text)
