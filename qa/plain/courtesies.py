"""What is said around a question only to ask it: whom one greets, who wants to know, where it is to be looked up, thanks, and how the
answer is wished (请问一下，…；领导想知道，…；按公开的材料，…；…，给个准数). None of it is asked, so it is left out before anything else is
read: rules that look at how a question begins or ends are not put off by it.

Only whole openings and endings that are known are left out; one that names something, sets a condition or says whose words it
repeats (听说…，对吗) stays.
"""

from __future__ import annotations

import re

_WHO = r"(?:我们?|俺们?|咱们?|本人|小编|笔者)"
_OTHERS = r"(?:领导|老板|老师|导师|组长|主任|科长|处长|局长|会计|出纳|审计(?:组|员|部门|人员)?|财务(?:科|处|部)?|同事|同学|客户|记者|群众|家长|学生|上级|上面|上头|办公室|人大代表|代表|委员)(?:们)?"
_WANT = r"(?:就|只|也|还|正|又|再|先|一直|特别|很|挺|主要|其实|现在|目前)*(?:想要?|要|需要?|希望|打算|准备|急着要|急需)(?:能)?(?:再|先|来)?"
_YOU = r"(?:您|你|各位|大家)(?![们单部家校所院局馆站的])"
_LEARN = rf"(?:(?:知道|了解|弄(?:清楚?|明白)|搞(?:清楚?|明白)|请教|咨询|打听|问|查询|确认|核实|核对|求证|请问)(?:一下|下|一声|一问|问|清楚)?|(?:看|查|查看)(?:一下|下|一查|一看|看|查))(?:{_YOU})?(?:的是)?"
_TELL = r"(?:告诉|告知|答复|回答|解答)(?:一下|下|我们?|本人|大家|一声|一句)*"
_LOOK = r"(?:(?:查|查看|看|看看|查查|找|问|说|算|翻)(?:一下|下|一查|一看|一找|一算)|查询(?:一下|下)?)"
_HELP = (
    r"(?:麻烦|劳烦|劳驾|烦请|拜托|有劳|辛苦|请|恳请|敬请|谁能|谁可以|谁知道|哪位能|能不能|能否|可不可以|可否|可以|能)"
)
_FOR_ME = r"(?:您|你|大家|各位|帮忙|帮我们?|帮着|帮一?下忙?|给我们?|替我们?|为我们?|为本人|再|先)*"
_PAUSE = r"\s*[,，:：、。!！~～…—]+\s*"
_OPENINGS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        # greetings and fillers, behind which one pauses
        rf"(?:您好|你好|大家好|各位好|早上好|下午好|晚上好|哈喽|嗨|嗯+|额|呃|哎|唉|诶|喂|哦|噢|好的|好|行|对了|话说|那个|这个|是这样的?|急|急问|在线等|求助|求问|提问|另外|还有|此外|顺便|再者|接着|接下来|下一个问题|还有个问题|再问一?(?:句|下|个)|多问一?句|再请问|不好意思|抱歉|打扰(?:一下|了)?|冒昧问一?(?:句|下)|谢谢|多谢|辛苦了?|那么|所以|然后|其实|说实话|老实说|简单来说){_PAUSE}",
        # that one asks
        rf"(?:顺便|顺带|冒昧|想|请|再|还|斗胆)?(?:请问|问一下|问一问|问问|问一句|问下|请教(?:一下|下)?|咨询(?:一下|下)|打听(?:一下|下))(?:{_YOU})?(?:{_PAUSE}|\s*)(?!费|室|业|公司|服务|委)",
        rf"{_WHO}{_WANT}{_LEARN}(?:{_PAUSE}|\s*)(?!费|室|业|公司|服务)",
        rf"(?:想|很想|特别想|就想){_LEARN}(?:{_PAUSE}|\s*)(?!费|室|业|公司|服务)",
        rf"{_HELP}{_FOR_ME}(?:{_TELL}|{_LOOK})(?:{_PAUSE}|\s*)",
        rf"(?:{_HELP}){_FOR_ME}{_PAUSE}",
        rf"(?:(?:帮|替|给|为)(?:我们?|忙|本人|大家))(?:再|先)?(?:{_TELL}|{_LOOK})(?:{_PAUSE}|\s*)",
        rf"(?:{_LOOK}|查询|核实一?下|核对一?下|确认一?下|说说看|说说|讲讲|给我讲讲|看看){_PAUSE}",
        r"(?:查一下|看一下|查查看|帮查|帮忙查一?下|看看)(?=[\u4e00-\u9fff\d“\"]{3})",
        r"那么(?![多少高大低])(?=[^呢]{14,}$)(?!.*(?:换成|要是|如果|光|只算|只看))",
        # who wants to know, and for what
        rf"(?:{_OTHERS})(?:刚才|今天|昨天|现在|那边|这边|这里)?(?:{_WANT}{_LEARN}|(?:让|叫|要求?|催|派)我们?(?:去|来)?(?:{_LEARN}|{_LOOK}|查|核|算|看|问|报|填|交)?|(?:在|来)?问(?:我们?|起|到|道|了)?){_PAUSE}",
        rf"(?:{_WHO})?(?:正在|正|在|要|想|为了?|因为|因)?(?:写|做|编|准备|整理|起草|撰写)(?:一篇|一份|一个|个|篇|份)?(?:材料|报告|论文|稿子|新闻稿|总结|方案|汇报|作业|课题|课件|台账|底稿)(?:要用|用|需要|要|用到|里要用|时要用)?(?:{_PAUSE}(?={_HELP}|请|想|问|麻烦)|{_PAUSE})",
        # where it is to be looked up
        r"(?:请|麻烦)?(?:根据|依据|按照?|依照|参照|对照|从|就|在|看|翻看|查阅|结合)(?:这份|该|此|这个|上述|本|你们的|单位的|这本|所给的?|给出的|提供的|已有的?)?(?:公开的?|披露的?|公布的?|已公开的?)*(?:文件|材料|资料|报告|文档|文本|内容|信息|PDF)(?:里面?|中|上|来看|看|来说|的内容|所述|所载|显示)*" + _PAUSE,
        rf"(?:请|麻烦)?(?:根据|依据|按照?)(?:这份|该|此|上述|所给)?(?:公开|披露)?(?:文件|材料|资料|报告|文档)(?:内容)?(?:回答|作答|告诉我|答复)(?:一下)?(?:{_PAUSE}|\s*)",
    )
)  # fmt: skip
_THANKS = r"(?:谢谢|多谢|感谢|拜谢|谢了|谢啦|麻烦了|辛苦了|拜托了?|有劳了?)(?:您|你|啦|了|大家|各位)*"
_PLEASE_SAY = r"(?:请|麻烦|烦请|劳烦|求|还请|盼|望|恳请)(?:您|你|帮我|帮忙|给我|逐一|如实|尽快|及时)*(?:告知|回答|作答|解答|答复|回复|指教|赐教|核实|核查|查证|查一下|查查|查|看一下|告诉我?(?:一下)?|说明|明示|示下|列示|说一下|指点)(?:一下|下)?"
_ITS_PLACE = r"(?:请|并|麻烦|同时|顺便|最好|要)?(?:给出|说明|注明|标明|写明|附上|附|带上|指出|告诉我|标出|列明|讲明)(?:一下|它的|其|对应的?|具体的?)*(?:出处|(?:数据|数字|信息|引文)来源|页码|依据的页码|所在页|在第几页|哪一页|位置)"
_ITS_FORM = r"(?:请)?(?:简单|简要|简短|直接|干脆|明确|准确|精确)(?:地|点|些|一点|一些)?(?:说|回答|作答|说一下|说说|告诉我|点|一点|些|的)|(?:要)?准确的?(?:数|数字|数据)?|(?:请)?用?一句话(?:回答|说明|概括|说清楚?)?(?:就行|即可|就好|就可以)?|(?:请)?给(?:我)?(?:个|一个)(?:准数|准信|数|数字|答案|准确数|说法|确数)|(?:说|报|给|要)(?:个|一?下)?(?:数|数字|结果|答案)(?:就行|即可|就好|就可以|给我)?|报个数|只要数字?(?:就行)?|数字就行"
_ITS_UNIT = r"(?:请)?(?:以|用|按)万元(?:为单位|计|表示|作答|列示|计算|算|来?说|显示)?(?:即可|就行)?|单位[:：]?万元"
_FOR_WHAT = r"急用?|急需|在线等|等着用|很急|挺急的?|(?:我|我们)?(?:需要|要|得|想)(?:核对|核实|对账|确认|填表|写报告|写材料|汇报)(?:一下|用)?|(?:写|做)(?:材料|报告|论文|方案)(?:要)?用"
_ON_WHICH_PAGE = r"在?(?:第几|哪一?)页(?:上)?(?:能|可以|可)?(?:看|查|找)?(?:到|见|得到)?"
_ENDINGS = tuple(
    re.compile(words)
    for words in (
        rf"[\s,，、;；。.!！?？~～…—]+(?:{_THANKS}|{_PLEASE_SAY}|{_ITS_PLACE}|{_ITS_FORM}|{_ITS_UNIT}|{_FOR_WHAT}|告诉我(?:一下)?|{_ON_WHICH_PAGE})[\s。.!！?？~～]*$",
        rf"\s*[(（](?:{_ITS_UNIT}|{_THANKS}|{_ITS_FORM}|{_ITS_PLACE})[)）][\s。.!！?？]*$",
        r"来着(?:[呢啊呀])?[\s。?？]*$",
        r"(?:[.．]{2,}|…+|[~～]+|[!！?？]*[!！][!！?？]*|[?？]{2,})$",
    )
)
_PARTICLE = re.compile(
    r"(?<!^那)(?P<ask>多少(?:钱|万元|万|元|台|辆|个|人|项|家)?|几[个项家辆台元成倍]?|(?:什么|哪一?[个些里家项类])(?:单位|科目|项目|部门|支出|地方)?|谁|啥|吗|多大|几何)(?:呢|啊|呀|呐|哈|哦|噢|嘛|咧|哩|的呢|的呀|的啊)+(?=[?？。!！\s]*$)"
)
_ASKS_ABOUT = re.compile(r"(?:问一?问|问问|问一下|了解一?下?|打听一?下?|看看|看一下)$")
_TOPIC = re.compile(rf"(?!{_HELP}|问|想|我|麻烦)[^,，多少几哪什谁吗]{{2,8}}[,，]")
"""What is asked about, named first (我想问问生活补助，一共发了多少): it is no part of the courtesy, and what leads to it is left with it."""
_LEANS = re.compile(r"那|要是|如果|若|换|光|只|单|再|其中|这")
"""How questions begin that take up one before them, whose end says so."""
_SO_MUCH = re.compile(r"几多|好多(?![了年人次少]|家都)")
"""How much, in the words of the south."""
_LEAST = 2
"""Characters of a question that must be left."""


def without_courtesies(question: str) -> str:
    """A question without what is said only to ask it, with how much asked in the usual word; with it where nothing else would be
    left."""
    text = _SO_MUCH.sub("多少", question.strip())
    for shorten in (_opened, _ended):
        while (shorter := shorten(text)) != text and len(re.sub(r"\W", "", shorter)) >= _LEAST:
            text = shorter
    return text


def _opened(text: str) -> str:
    """A text without one opening."""
    for opening in _OPENINGS:
        m = opening.match(text)
        if m is not None and m.end() and not (_ASKS_ABOUT.search(m[0]) and _TOPIC.match(text[m.end() :])):
            return text[m.end() :]
    return text


def _ended(text: str) -> str:
    """A text without one ending, asked as before; of several signs at its end one is left."""
    for ending in _ENDINGS:
        if (m := ending.search(text)) is not None and m.start():
            asked = "？" if re.search(r"[?？]", m[0]) else ""
            return text[: m.start()] + asked
    m = _PARTICLE.search(text)
    if m is None or (_LEANS.match(text) and "呢" in m[0]):
        return text
    return text[: m.start()] + m["ask"] + text[m.end() :]
