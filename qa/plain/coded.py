"""What is asked of a code (科目代码2010101核算什么，列支多少), and which code a row has (某项用的哪个编码), in plain words.

The code, or the one row, is masked. Every word beside a code must be one of those that such questions are made of; beside a
row, none may ask anything but its code. Any other question stays as it is.
"""

from __future__ import annotations

import re

from qa.documents.figures import View
from qa.terms.terms import spot
from qa.words.left_out import Masked

_CODE_WORD = r"(?:功能|经济)?(?:支出)?(?:分类|科目)*(?:的)?(?:编码|代码|编号|码)"
_ASKS_CODE = re.compile(
    r"的码(?:呢|$)|科目号(?:码)?(?:呢|是|$)|[哪个么何啥]码|(?:编码|代码|编号)[^,，]*?(?:多少|什么|啥|几|哪|何|(?:为|是|呢)?$)|(?:哪|什么|何|啥|几)[^,，]{0,4}(?:编码|代码|编号)"
)
_ASKS_ELSE = re.compile(
    r"多少(?:钱|万|元)|几(?:万|元)|金额|数额|[列安花预]\w{0,3}多少|最|比|占|第|[下各每]|哪[些几]|合计|一共|[不没无]|页|其[他它中]|\d|[和与及、]|加|科目名|叫|名称"
    r"|(?:合同|发票|文件|项目|单位|机构|部门|信用|账户|账号|证书?|档案|设备|资产|车辆?|车牌|凭证|订单|招标|中标|采购|批文|邮政|区划|税务|组织|批次|立项|课题|备案)的?(?:编码|代码|编号)"
)
"""Words that ask more of a row than its code."""
_CODE = r"\ue2ff"
_NAMED = r"(?:什么|啥|何|哪)(?:一)?(?:个|项|类|种|笔|样)?(?:科目|支出|内容|东西|名称|名目|用途|钱|项目|费用|名字|款项?|事项?)*|(?:科目|名称|名目|名字|叫法)+"
_AMOUNT = r"(?:多少|几)(?:钱|万元|元)?|(?:安排|列支|预算|支出|列示|决算|执行)?(?:数额|金额|数字|数|额度?)"
_JOINS = r"(?:及其?|和|与|以及|并|还有|、|[,，])"
_BESIDE = r"(?:请问|查一?下|告诉我|想知道|是|叫|做|指|代表|核算|反映|对应|表示|管|记|的|又|各|是多少|有|列支?了?|花了?|用了?|安排了?|编了?|拨了?|了|着|为|呢|分别|今年|本年|预算|金额|数额|都|这个?|那个?|它|其|上面?|里面?)*"
_BEFORE = r"(?:[\u4e00-\u9fff]{0,3}?[单表账据票册条证](?:上|里|中)(?:面)?的?(?:科目)?(?:写|印|填|列|标|记|看到)(?:的是|着|的|了|到)?|看到|这个|那个|有个|请问|查一?下|帮我|的|[,，])*"
_OF_CODE = re.compile(
    rf"{_BEFORE}(?:{_CODE_WORD}|(?:功能|经济)(?:支出)?分类(?:科目)?|科目)?(?:是|为|号)?{_CODE}(?:这个?|的|号|那个?|科目|编码|代码)*[,，]?{_BESIDE}"
    rf"(?P<named>{_NAMED}){_BESIDE}(?:{_JOINS}+{_BESIDE}(?P<amount>{_AMOUNT})(?:是|为)?(?:多少|几)?(?:钱|万元|元)?{_BESIDE})?"
)


def coded(text: str, view: View) -> str:
    """A folded question of one of these two kinds in plain words; any other as it is."""
    return _row_of_code(text, view) or _code_of_row(text, view) or text


def _row_of_code(text: str, view: View) -> str:
    codes = [m for m in re.finditer(r"(?<![\d.])\d{3,7}(?![\d.]|[万亿]?元|年)", text) if m[0] in view.codes]
    if len(codes) != 1:
        return ""
    (code,) = codes
    m = _OF_CODE.fullmatch(f"{text[: code.start()]}\ue2ff{text[code.end() :]}")
    if m is None or ("预算" in text and view.disclosure.meta.kind == "final"):
        return ""
    return f"编码{code[0]}是什么科目" + (",多少钱" if m["amount"] else "")


def _code_of_row(text: str, view: View) -> str:
    if re.search(r"[编代][码号]|的码|科目号|[哪个么何啥]码", text) is None:
        return ""
    text = re.sub(r"(?<=费)用的?(?=哪|什么|何|啥)", ",", text)
    rows = [
        t
        for t in spot(text, view).terms
        if t.names and not t.fuzzy and not t.absent and text.startswith(t.text, t.start)
    ]
    masked = Masked.of(text, [(t.start, t.text) for t in rows])
    if len(rows) != 1 or _ASKS_CODE.search(masked.text) is None or _ASKS_ELSE.search(masked.text):
        return ""
    return f"{masked.names[0]}的编码是多少"
