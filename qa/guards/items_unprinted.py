"""What a question names and the document does not print, where an amount of something else is told: an item of spending in everyday words
(出差费用), to which a total of the spending that it would be part of (合计, 基本支出, 公用经费) is no answer; the number of a contract.
"""

from __future__ import annotations

import re

from extract.text import folded
from qa.answer import Outcome
from qa.documents.figures import Figure, View
from qa.words.lexicon import scopes_in

_ITEM = re.compile(
    r"出差|差旅|开会|会议|会务|培训|进修|维修|修缮|修理|租赁|租[房用借金设车场]|房租|印刷|印东西|邮[寄电递]|通讯|电话|快递|劳务|物业|(?<!工资)福利|奖金|绩效(?!目标|评价|指标|自评|管理|表)"
    r"|工会|公积金|年金|养老|医保|医药|退休|离休|抚恤|接待|招待|购[置买]|买(?!了?多少)|办公(?:设备|家具|用品)|专用(?:设备|材料|燃料)|取暖|供暖|暖气|[用交缴]水|[用交缴]电|[水电]费|水电"
    r"|咨询|手续费|耗材|被装|服装|委托业务|税[金费]|利息|津补?贴|伙食|食堂|助学|出国|养车|加油|保险|工资(?!福利)|薪"
)
"""What the economic classification has items for, in everyday words."""
_TOTAL = re.compile(
    r"合计|总计|总额|^(?:安排)?(?:一般公共预算|财政拨款)*(?:基本|项目)支出$|^(?:人员|公用|日常公用)经费$|^本年(?:支出|收入)"
)


def unprinted_item(text: str, outcome: Outcome, view: View) -> str:
    """The item that a question names and nothing printed is called by, where all that is told are totals; empty otherwise."""
    told = [f for s in outcome.stated for f in s.sources]
    if not outcome.found or not told or not all(_is_total(f) for f in told):
        return ""
    said = "".join(f"{f.row}{f.header}" for f in told)
    m = _ITEM.search(_bare(text, told, view))
    return "" if m is None or m[0] in said else m[0]


_NUMBER_OF = re.compile(
    r"(?:合同|发票|账号?|账户|银行|凭证|订单|招标|中标|批文|批复|立项|备案|证书?|身份证|电话|手机|车牌|信用|税务|档案)(?:的)?(?:编号|编码|代码|号码|号(?!文)|文号)"
)


def number_of_something(text: str, outcome: Outcome) -> str:
    """The number that something has (合同编号, 发票号码), where amounts are told for it; empty otherwise."""
    m = _NUMBER_OF.search(text)
    told = "".join(f"{f.row}{f.sentence}" for s in outcome.stated for f in s.sources)
    return m[0] if m is not None and told and m[0] not in told else ""


def _is_total(figure: Figure) -> bool:
    names = figure.names or (figure.row,)
    return not figure.code and figure.unit in {"元", "万元"} and any(_TOTAL.search(name) for name in names)


def _bare(text: str, told: list[Figure], view: View) -> str:
    """A question without the names that the document prints, its tables and its body; empty where the total is what the words before
    it describe (用于培训的公用经费)."""
    if any(
        re.search(rf"的(?:日常)?{re.escape(name)}(?!里|中|当中|内|[,，)）])", text) for f in told for name in f.names
    ):
        return ""
    text = text.replace(folded(view.disclosure.meta.institute), "，")
    for start, end, _ in sorted(scopes_in(text), reverse=True):
        text = f"{text[:start]}，{text[end:]}"
    for name in sorted((n for n in view.vocabulary if n in text), key=len, reverse=True):
        text = text.replace(name, "，")
    return text
