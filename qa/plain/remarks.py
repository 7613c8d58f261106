"""What a person says around a question: why it is asked, who claims it, where the answer is to go. None of it is asked.

Such a clause names nothing that the document has and speaks of people, purposes or the answer itself. Clauses that leave
something out, set a condition or name a year stay, and so does whatever is not known to be talk: a thing that the document
does not have is not to be passed over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.text import folded
from qa.documents.figures import View
from qa.plain.words_of_asking import in_plain_words
from qa.terms.terms import spot
from qa.words.lexicon import scopes_in

_CUT = re.compile(r"([,，。;；!！:：]|——|--)")
_QUOTED = re.compile(r"[“\"「『]([^”\"」』]*)[”\"」』]")
_TALK = re.compile(
    r"我|咱|俺|您|你|本人|有人|有的人|网友|网上|群里|邻居|同事|同学|朋友|领导|老板|老师|家长|媒体|记者|客户|供应商|老乡|老百姓|大家|人家|问一[句下]|问问|[缺差要用]一?个数|听说|据说|传言|听闻|风闻|据传"
    r"|论文|报告|稿|专题|作业|功课|发言|方案|论证|调研|调查|研究(?!所|院|中心|生|费|与)|审计|台账|课题|材料|汇报|对账|标书|投标|报价|求证|核实|核对|核查|复核|确认|查证|了解|参考|准备|好奇|勾稽|比对|核账|行情|怀疑|担心|怕|纠结|搞混|弄混|弄错|写错|看错|说错"
    r"|想|请|麻烦|劳烦|拜托|帮|谢|劳驾|急|列明|列示|报(?:一?下|个数|给我|上来)|告诉|说说|给(?:个|出)(?:数|答案)|查(?:一?下|得到|到|询)|(?:能|可以|可否|能否)(?:查|给|告诉|算|说)"
)
_KEPT = re.compile(
    r"不(?:含|算|包括|包含|计|要|看|管|关心)|除(?:了|去|开|外)|扣|剔|刨|减去|去掉|抛开|以外|之外|只(?!减|增|是|想|好|不过|要知)|仅|光看|光算|单看|单算|如果|假如|假设|要是|若|加上|算上|连同|包括"
    r"|另(?:外|行)?(?:单独)?(?:计?算|计|列)|20\d\d|去年|前年|上年|明年|\d|[一二三四五六七八九十]成|一半|倍|平均|每"
)
"""What changes a question though it names nothing."""
_SAYS = re.compile(
    r"^(?:最近|昨天|今天|前几天|刚才)?(?:[\u4e00-\u9fff]{0,4}群里|有人|有的人|有网友|网友|网上|网帖|帖子|群里|有?(?:个|位|些)?(?:邻居|同事|同学|朋友|领导|老板|老师|家长们?|媒体|记者|客户)|大家|人家|听说|据说|传言|我(?:听|看到|听到)?)(?:有人|都|老|总|一直|在|爆料|吐槽|跟我|给我|家)*(?:断言|声称|宣称|坚称|咬定|说|讲|称|传|爆料|质疑|议论|觉得|以为|认为|怀疑|猜|听说)(?:是|道|过|着)?[:：,，]?"
    r"|^(?:听说|据说|传言|据传|听闻|风闻|盛传|坊间传)(?=[^,，]{3,}$)"
)
_LEAD = re.compile(
    r"^(?:所以|因此|于是|就是|那么?|但是?|可是?|不过|而且|并且|顺便|另外|因为|我们?|咱们?|本人|也|就|只|先|再|还|很|特别|主要)*"
    r"(?:想(?:要)?|要|得|需要?|打算|准备|希望|请(?!款)|麻烦|劳烦|帮(?:我|忙|着)?|烦请|能不能|能否|可否|可不可以|可以)(?:您|你|你们|您们)?(?:帮我|帮忙|帮着|给我|替我)?(?:再|先|也|就)?"
    r"(?:知道|了解|弄清楚?|搞清楚?|弄明白|搞明白|看看|看一?下|问问|问一?下|确认一?下?|核对一?下?|核实一?下?|复核一?下?|核一?下|查一?下?|查查|算一?下?|算算|算出|求证|证实|列出|列一?下|列示|给出|告诉我?|告知|说明|说说|说一?下|报一?下|找出|找一?下|挑出|填(?:报|写)?(?:一个|个)?)(?:[:：,，])?(?:的是)?"
)
_THEIRS = re.compile(r"^(?:他们|它们|她们|你们|贵方|对方|人家)(?:单位|那边|这边|那里|这里|家)?的?(?=..)")
_ABOUT_IT = re.compile(
    r"^(?:我|想|请|麻烦|帮我|帮忙|你)*(?:核实|求证|确认|核对|问)?(?:一?下)?(?:这|该|此|以上|上述)(?:一|个|句|种|项)?(?:说法|结论|判断|话|讲法|表述|观点|传言|提法|数字|数)(?:是否|是不是|能否|能不能|到底|究竟)?(?:成立|正确|属实|准确|对|站得住脚?|没错|有错|真的|可信|真|准)(?:不对|不成立|不准)?(?:吗|么|吧|嘛)?$"
    r"|^(?:我)?(?:没|有没有)(?:看错|记错|说错|写错|弄错|搞错|算错)(?:吗|吧|么)?$|^(?:这样|这么)(?:说|讲|写|理解)?(?:是)?(?:对不对|对吗|行吗|对吧|没问题吧|可以吗|准确吗|正确吗)$"
)
_ANSWERABLE = re.compile(
    r"^(?:能|可以|可否|能否|你)?(?:不能|知道|查得?到?|给出?|算得?出?来?|告诉我|找得?到)(?:吗|么|不)?$"
)
_NOT_THAT = re.compile(r"^(?:我|我们)?(?:不关心|不问|先不问|先不说|先不管)")
_UNSURE = re.compile(
    r"^(?:但|可|我|俺|咱们?|也|还|又|一直|实在)*(?:不知道|不清楚|不明白|不了解|[没看搞弄]{1,2}[不没]?(?:懂|明白|清楚?)|不太?懂|弄不清|不确定|吃不准)(?:它|这)?(?:是|叫|指|代表)?"
)
"""A clause that says what one does not know, before the one that asks it."""
_WROTE = re.compile(r"^(?:我|我们|他|她|有人)[^,，]{0,14}?(?:写|讲|说|提|注明)(?:了|到|过|着)*(?:一句)?")
_PURPOSE = re.compile(
    r"^(?:(?:我们?|咱们?|本人)?(?:最近|现在|正在|在|正|要|想|得|打算|准备|负责|需要)*(?:写|做|搞|卖|比较|对比|统计|调查|关注|教|办|填|准备|整理|核|查|审|研究|申请|编)(?!了?多少))|^(?:我们?|咱们?|本人)(?:是|家是)|^上面要求|^领导(?:让|要|叫)"
)
_ENDS = re.compile(
    r"[,，]?(?:请|烦请)?(?:予以?|给予|逐项|据实)?(?:列示|列明|示下|告知|核实|复核|确认|报一?下|报个数|报上来)(?:一?下)?(?=[。.!！]?$)|后(?=[。.]?$)"
)


def without_remarks(question: str, view: View) -> str:
    """A question without the talk around it, for one that was not understood with it; the question where there is none, or
    where nothing that the document has would be left."""
    text = _QUOTED.sub(lambda m: m[1] if _claims(m[1]) else m[0], question.strip())
    clauses = [c for c in _CUT.split(text) if c.strip()]
    parts = [c for c in clauses if _CUT.fullmatch(c) is None]
    if not parts or in_plain_words(folded(text)):
        return question  # what is said first is what is asked about (我关心某项: 为它列了多少)
    named = [_names(part, view) for part in parts]
    claims = any(_ABOUT_IT.match(folded(p).rstrip("?？")) for p in parts)
    last = max((i for i, own in enumerate(named) if own), default=-1)
    if last < 0 and not _ASKS_WHAT_IT_IS.search(parts[-1]):
        return question
    own_item = any(t.names or t.code for t in spot(folded(parts[last]), view).terms)
    kept: list[str] = []
    for i, part in enumerate(parts):
        plain = folded(part).rstrip("?？")
        if _ABOUT_IT.match(plain) or _ANSWERABLE.match(plain):
            continue
        if i < last and _NOT_THAT.match(plain):
            continue
        if i < len(parts) - 1 and not named[i] and _UNSURE.match(plain) and _asks(parts[-1]):
            continue
        begins = any(t.start == 0 and (t.names or t.code) for t in spot(plain, view).terms)  # 教育支出 is no purpose
        if (
            i < last
            and own_item
            and not begins
            and _PURPOSE.match(part)
            and not _KEPT.search(part)
            and not _scoped(part, view)
        ):
            continue
        if i < last and own_item and _SAYS.match(part) and not claims and _asks(parts[last]) and not _KEPT.search(part):
            continue
        if not named[i] and _TALK.search(part) and not _KEPT.search(part) and not _asks(_LEAD.sub("", part)):
            continue
        part = _WROTE.sub("", part) if claims else part
        kept.append(_ENDS.sub("", _THEIRS.sub("", _LEAD.sub("", _SAYS.sub("", part)))))
    kept = [p for p in kept if p]
    if len(kept) < len(parts) and (_POINTS_BACK.search("".join(kept)) or _is_called_it(parts, named, kept)):
        return question
    if not kept or (last >= 0 and not any(_names(p, view) for p in kept)):
        return question
    told = "，".join(kept)
    return told.rstrip("?？") + "，对吗？" if claims else told


def opens_with_talk(question: str) -> bool:
    """Whether a question begins with what others say, or with oneself, before it asks something."""
    first, *rest = re.split("[,，]", question.strip(), maxsplit=1)
    talks = (_SAYS.match(first) or _OF_ONESELF.match(first)) is not None
    return talks and len("".join(rest)) > _SHORT_ASK


_SHORT_ASK = 6
_OF_ONESELF = re.compile(r"^(?:我们?|为了?)(?!单位|局|所|院|校)")
_POINTS_BACK = re.compile(
    r"(?:这|那|该|此)(?:个|一|一个)?(?:科目|项目|专项|类|款|项|行|笔|块)|它的|其(?=[\u4e00-\u9fff]{2}[^余他中])"
)
"""Words for what a clause before them names."""
_BODY = re.compile(r"[局院馆校站]|所(?!有)|单位|部门|机[构关]|中心|街道|参[照考]|对标")
"""Words for a body, which it may stand for too."""
_IT = re.compile(r"(?<!其)(?<!吉)它(?!们)")


def _is_called_it(parts: Sequence[str], named: Sequence[bool], kept: Sequence[str]) -> bool:
    """Whether what is called it (为它列了多少) was named by a clause that would be left out: no clause before it names anything that
    the document has, so that what is left would ask of something else."""
    at = next((i for i, part in enumerate(parts) if _IT.search(part)), 0)
    return (
        at > 0
        and not any(named[:at])
        and not _BODY.search("".join(parts[:at]))
        and any(_IT.search(part) for part in kept)
    )


_ASKS_WHAT_IT_IS = re.compile(r"(?:干|做|负责)(?:些)?(?:什么|啥)|职责|职能|机构")
"""Words that ask what the body is for: of nothing that tables name."""


def _claims(quoted: str) -> bool:
    """Whether what stands between quotation marks is a sentence and no name."""
    return (
        re.search(
            r"不到|超过|不足|不及|低于|高于|大于|小于|多于|少于|占|比|都是|全是|全部|完全|没有|由|增|减|降", quoted
        )
        is not None
        and len(quoted) > 6
    )


def _asks(part: str) -> bool:
    return re.search(r"多少|几|哪|什么|谁|多大|百分|比例|比重|占比|.{4}(?:吗|是否|有没有)", part) is not None


def _scoped(part: str, view: View) -> bool:
    """Whether a clause names a table, or a kind of money that one is of."""
    return bool(scopes_in(folded(part))) or any(t.tables for t in spot(folded(part), view).terms)


def _names(part: str, view: View) -> bool:
    """Whether a clause names something that the document has: an item, a table, a kind of money."""
    text = folded(part)
    return bool(scopes_in(text)) or any((t.names or t.code or t.tables) and not t.fuzzy for t in spot(text, view).terms)
