"""Which of a document's spending is the largest or smallest, in everyday words that name no row (花得最多的三样东西是什么，各多少; 钱主要
花到哪儿去了，最大的一笔是啥), put as plans know it: 支出最多的三个科目是哪些.

Such a question has no name of the document in it; each of its words must have a place here, or it stays as it is.
"""

from __future__ import annotations

import re

from qa.documents.figures import View
from qa.words.numerals import number_of

_SPENT = r"(?:花费|花销|花|用|支出|开支|开销|费钱|烧钱|钱|资金|经费|预算)"
_MOST = r"最(?P<way>多|大|高|贵|凶|猛|狠|厉害|费钱|烧钱|少|小|低|省)(?:钱)?"
_N = r"(?P<n>\d+|[一二两三四五六七八九十])"
_THINGS = r"(?:个|项|样|笔|块|件|种|桩)"
_CALLED = r"(?:支出|开支|开销|花费|花销|费用|科目|东西|事情?|用途|名目|去处|地方|款项?|的|钱)*"
_WHERE = r"(?:(?:钱|资金|经费|预算|大头)*(?:都|主要|大多|大部分|多半|到底|究竟)*(?:是)?(?:[花用投]|流)(?:到|在|给|往|向)?了?(?:哪(?:儿|里|些|块|边|一?[块项])?(?:地方|方面|去处)?|什么(?:地方|东西|上面)?)(?:上|去)?了?,)?"
_LEAD = r"(?:今年|本年度?|全年|当年|一年|单位|部门|你们|咱们?|他们|的|里面?|里头|在|所有|全部|各项|各种|请|帮我|列出?|说说|说出|看看|想知道|到底|究竟|按金额|把)*"
_ASKS = r"(?:都|又|分别|是|有|为|列|[花用投]?在|[花用投]?到|用于|,)*(?:哪(?:里|儿|些|一?[个项样笔块件种]|几[个项样笔块件种])|什么|啥|谁)?(?:科目|支出|项目?|东西|用途|地方|名字)?(?:上|去)?了?"
_EACH = r"(?:,?(?:金额|数额|各自|各|分别|每[个项样笔]|又|都|花了?|用了?|是|有|为|给|列)*(?:多少|几)(?:钱|万元?|元)?)?"
_FRAMES = tuple(
    re.compile(frame)
    for frame in (
        rf"{_LEAD}{_WHERE}{_LEAD}(?:{_SPENT}|得|金额|数额|的|在)*{_MOST}的?(?:前)?(?:{_N}|那)?(?:大|{_THINGS})?{_CALLED}{_ASKS}{_EACH}",
        rf"{_LEAD}{_WHERE}{_LEAD}(?:{_SPENT}|得|金额|数额|的)*(?:排(?:名|在)?)?[前头]{_N}(?:大|名|位|{_THINGS})?{_CALLED}{_ASKS}{_EACH}",
        rf"{_LEAD}(?:{_SPENT}|科目|的|里|中)*(?:居|排|位列|位居)?(?:榜首|头名|首位|第一名|头一名|老大)的?{_CALLED}{_ASKS}{_EACH}",
        rf"{_LEAD}哪一?{_THINGS}{_CALLED}(?P<way>垫底|排?在?最后|最末|倒数第一)",
        rf"{_LEAD}哪{_N}?{_THINGS}{_CALLED}(?:{_SPENT}|得|金额|数额|的)*{_MOST}的?{_EACH}",
    )
)
_SPENDING = re.compile(rf"{_SPENT}|贵")
_PER = re.compile(r"类|级|款(?!项)|收|项目|采购|表|车|三公|预算安排|比")


def largest_said(text: str, view: View) -> str:
    """A folded question of this kind in plain words; empty for any other."""
    if _SPENDING.search(text) is None or _PER.search(text):
        return ""
    m = next((m for frame in _FRAMES if (m := frame.fullmatch(text)) is not None), None)
    if m is None:
        return ""
    way = "少" if (m.groupdict().get("way") or "多")[0] in "少小低省垫排最倒在" else "多"
    said = m.groupdict().get("n")
    count = number_of(said) if said else 1
    told = f"支出最{way}的{count}个科目是哪些" if count > 1 else f"支出最{way}的科目是哪个"
    return "" if told == text or _PLAIN.fullmatch(text) else told


_PLAIN = re.compile(r"支出最[多少高低大小]的(?:科目是哪[个些]|\d+个科目是哪些)")
