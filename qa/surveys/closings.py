"""What a question over bodies says of how it wants its answer (保留两位小数; 请摆出两个数字; 给我一张清单), which asks for nothing more, and the
table that it says beside its item (看一般公共预算基本支出), which belongs to the item."""

from __future__ import annotations

import re

from qa.documents.catalog import Catalog
from qa.surveys.asides import without_asides
from qa.surveys.bodies import BODY, masked, unmasked
from qa.surveys.words import ALL

_N = r"(?:[一两二三四五六七八九十]|\d+)"
_LEAD = re.compile(
    r"^(?:请问|请|麻烦|帮我)*(?:我?[想要]?(?:做|列|填|拉|出)(?:一)?(?:张|个|份)(?:表格?|清单|对照表)|(?!.{0,2}(?:谁|哪))[\u4e00-\u9fff]{2,8}(?:想|要)(?:知道|了解|弄清楚?|问)(?:一下)?)[:：,，]"
)
_WHOSE = r"(?:这|那|各自|各家|两家|双方|单位|具体|相应|对应|它们|每家|逐家|分别|[两几]个|其|、|和|及|与|它|的|都|也|一并|一下)*"
_WHAT = r"(?:数字|数据|数额|数目|金额|数量|数|名称|名字|名单|单位|比例|百分比|百分数|占比|比重|倍数|清单|(?:台|辆|台套|套)数)"
_TELLS = r"(?:摆|列|写|报|给|附|说|亮|点|注|标|拿|交代|讲)(?:出来|出|上|明|清|举|一?下|个)*(?:来)?"
_CLOSING = re.compile(
    rf"[,，。;；?？:：]+(?:请|并|也|再|最好|麻烦)*(?:"
    rf"(?:结果|答案|比例|比值|倍数|得数)?(?:请)?(?:都)?(?:保留|精确到?|四舍五入到?|取)(?:到)?(?:小数点后)?{_N}位(?:小数)?"
    rf"|(?:给|帮)?我?(?:给|列|拉|做|出)(?:我)?(?:一)?(?:张|个|份)(?:清单|表格?|名单|单子|对照表)"
    rf"|{_TELLS}{_WHOSE}{_WHAT}(?:{_WHOSE}{_WHAT})*(?:来|出来)?"
    rf"|(?:把|将){_WHOSE}{_WHAT}(?:{_WHOSE}{_WHAT})*{_WHOSE}{_TELLS}"
    rf"|(?:并|请|再)+(?:写|标|注|列|报)(?:明|出|上)[^,，?？多几]{{1,10}}?(?:数|金额|数额)"
    rf"|(?:连同|连带|附带|连着)?(?:{_WHOSE}{_WHAT})+(?:也|都|一并|一起|请)*{_TELLS}"
    rf"|(?:都|分别|各自?)*叫(?:什么|啥)(?:名字|名称)?"
    rf"|(?:若|如果?|要是)(?:真|确)?有(?:例外|不是的|不符的)[,，]?(?:的话[,，]?)?(?:请)?(?:{_TELLS}|指(?:明|出))(?:是)?(?:谁|哪[家几些](?:单位)?)?(?:[、,，和])?(?:各|分别)?(?:多少|几何)?"
    rf")[?？。!！]*$"
)
"""A clause at the end that says how the answer is to be given."""
_LIST_THEM = re.compile(
    r"(?<=的)(?P<who>单位|部门|机构)(?:请|麻烦|帮忙)*(?:点|列|说|报|数|写)(?:一下|出来|出|个|一?点)*(?:名|名字|名单|名称)*(?:来|出来)?[?？。]*$"
)
_NO_WHO = re.compile(r"^(?P<said>(?!.*(?:存不存在|有没有|有无|是否|是不是|存在)).*的)(?P<who>单位|部门|机构)[?？。]*$")
"""A condition or a place of which the bodies are to be named, without who they are."""
_PLACE_NAMED = re.compile(
    rf"(?P<place>(?:位列|排名?|排在|名列|位居|居)?(?:倒数)?第{_N}(?:名|位)?)的(?P<who>单位|部门|机构|那?一?家)(?:及其?|和|与|、|连同)?(?:其|它的|相应的?)?(?:{_WHAT})?[?？。]*$"
)
"""The body that has a place in a ranking, with its amount (位列第三的单位及其金额)."""
_FOR_A_FORM = re.compile(
    r"^(?:请问)?(?:(?:汇总|统计|对照|对比)?(?:表格?|报表|台账|材料|报告)(?:里面?|中|上)?|我们?)(?:还)?(?:要|需要?|得|须)(?:填写?|填报|列|写|用)(?:的是|到)?(?=(?:各|每|所有|全部|六|五|四|三|两)[家个单部机])"
)
"""What the answer is wanted for (汇总表要填各单位的…)."""
_RESULT = re.compile(
    r"(?<=[^,，])[,，](?:得数|结果|答案|差值|差额|差|得到?|等于|算下来)+(?:是|为|有|等于|得)*(?=(?:多少|几何|几))"
)
"""What the difference comes to, asked once more after a subtraction."""
_ASKS_WHO = re.compile(r"哪|谁|几|多少|吗|是不是|是否")
_MINUS = re.compile(r"减(?!少|幅|税|免|负)|扣除|扣掉")
_TABLE = r"[“\"]?(?:[\u4e00-\u9fff“”]{2,18}表|一般公共预算(?:财政拨款)?(?:基本)?支出(?:明细)?|(?:财政拨款)?基本支出(?:明细)?)(?:[(（][^()（）]*[)）])?"
_BEHIND = re.compile(
    rf"[,，。;；?？]+(?:都|统一|请|只|就|一律)*(?:看|按照?|以|用|取|根据|依据|参照)(?P<t>{_TABLE})(?:里面?|中|上)?(?:的)?(?:数|口径)?(?:为准|为据|来?算|来?看|计算|统计|计)?[?？。]*$"
)
_AHEAD = re.compile(
    rf"^(?:请问|请)?(?:只|就|都|单)*(?:在|看|按照?|以|根据|从)?(?P<t>{_TABLE})(?:里面?|中|上面?|口径)?(?:来看|来算|看|算|为准)?[,，:：](?={BODY})"
)
_OF_BODY = re.compile(
    rf"(?P<body>{BODY}(?:20\d\d年(?:度)?)?(?:的?(?:预算|决算)(?=的))?)的(?=[\u4e00-\u9fff]{{2}})(?!多少|几|百分)"
)
_NAMES_TABLE = re.compile(r"表|基本支出|一般公共预算")


def without_closings(question: str, catalog: Catalog) -> str:
    """A question over bodies without what it says of how the answer is to be given, and with the table that it says beside
    its item before that item; any other as it is."""
    if len(catalog.documents) < 2:
        return question
    if len(catalog.resolve(question).mentions) < 2 and ALL.search(question) is None and "的单位" not in question:
        return question
    question = without_asides(question)
    lead = _LEAD.match(question)
    question = question if lead is None else question[lead.end() :]
    question = _FOR_A_FORM.sub("", question)
    while (shorter := _CLOSING.sub("？", question)) != question:
        question = shorter
    if not _ASKS_WHO.search(question):
        question = _NO_WHO.sub(r"\g<said>\g<who>有哪些？", _PLACE_NAMED.sub(r"\g<place>的是哪家？", question))
    question = _LIST_THEM.sub(r"\g<who>有哪些？", question)
    if _MINUS.search(question):
        question = _RESULT.sub("是", question)
    return _with_its_table(question, catalog)


def _with_its_table(question: str, catalog: Catalog) -> str:
    """A table that is said beside the item of two bodies, before the item of each (收支总表上，甲的上年结转减去乙的上年结转)."""
    resolved = catalog.resolve(question)
    if len(resolved.mentions) < 2:
        return question
    text, words = masked(question, resolved)
    m = _BEHIND.search(text) or _AHEAD.match(text)
    if m is None:
        return question
    rest = f"{text[: m.start()]}{'？' if m.start() else ''}{text[m.end() :]}"
    if _NAMES_TABLE.search(rest):
        return question
    put, number = _OF_BODY.subn(rf"\g<body>的{m['t']}的", rest)
    return unmasked(put, words) if number else question
