"""Who has the most of something and who the least, asked in one breath (车辆最多的和最少的各是哪家, 只看培训费，六家中谁最高、谁最低):
the item, and which end is named first."""

from __future__ import annotations

import re

from qa.surveys.idioms import SO_MANY

_WHO = r"(?:谁家?|哪(?:一|两|2)?(?:家|个)(?:单位|部门|机构)?|哪(?:些|几家)?(?:单位|部门|机构)|什么(?:单位|部门|机构))"
_ALL = (
    rf"(?:[在从])?(?:{SO_MANY}|这?几家|大家|(?:全|整个)?库里?)(?:单位|部门|机构)?的?(?:里面?|里头|中|当中|之中|之间)?,?"
)
_LED = r"(?:请问|请|列出|找出|说出|(?:只|单|光)(?:看|论|说|算|比)|(?:要)?论|说到|(?:就|按照?)(?!业)|看(?:一下)?)*"
_OF = r"的?(?:台数|辆数|数量|金额|数额|[花用拿安排]+[得的]?|[有收](?:得|到)?|钱)?"
_BODY = r"的?(?:那?一?家|那个)?(?:单位|部门|机构)?"
_ASK = rf"(?:,?(?:又|各自?|分别|都)*(?:是|有)?{_WHO})?"
_BOTH = re.compile(
    rf"^{_LED}(?:{_ALL})?(?:{_WHO}的?)?(?P<item>(?:[^,?最哪谁]{{2,20}}(?:当中|之中|中|里面?),)?[^,?最哪谁]{{1,30}}?)(?:这(?:一)?[项块]|方面|来说|来看|的话|而言|上)?,?(?:{_ALL})?(?:{_WHO}{_OF})?最(?P<one>[高多大低少小]){_BODY}{_ASK}"
    rf"(?:[,?;、和与及跟同]|以及)*(?:又|而|那)?(?:{_ALL})?(?:{_WHO}的?)?(?:(?P=item)的?)?(?:{_WHO}{_OF})?最(?P<two>[高多大低少小]){_BODY}{_ASK}(?P<rest>.*)$"
)
_AGAIN = re.compile(
    r"(?:[,?;、]*(?:各自?|分别|又|都|具体|到底|它们|金额|数额|数量|拥有|共?有|[是为达列的]|花了?|用了?|安排了?)*(?:多少|几|相?差(?:距|额|了|是|有)*(?:多少|几|多大))(?:辆|台|套|个|钱|万元|亿元|元)*(?:\([套台]\))?(?:公务用车|公车|车辆?|设备|钱)?|[,?;、]*(?:请|把|并)*(?:都|各自)?(?:列|说|写|报|给)(?:出|一下)?(?:各自的?|具体的?)?(?:名称|单位|金额|数额|数)*(?:来|出来)?|(?:及其?|和|与)(?:各自的?)?(?:辆数|台数|数量|金额|数额|名称))*[,;?。]*"
)
"""What asks again for the amounts, or how far apart the two are."""
_MOST, _LEAST = re.compile(r"最[高多大]"), re.compile(r"最[低少小]")


def both_ends(text: str) -> tuple[str, int, int] | None:
    """The item of a folded question, and the places asked for in order, 1 the first and -1 the last; None for any other."""
    m = _BOTH.match(text)
    asks = re.search(_WHO, text) or re.match(r"请?(?:列出|找出|说出)", text)
    if m is None or not asks or _AGAIN.fullmatch(m["rest"]) is None:
        return None
    one, two = (1 if said in "高多大" else -1 for said in (m["one"], m["two"]))
    return None if one == two else (m["item"], one, two)


def names_both(text: str) -> bool:
    """Whether a question speaks of the first and of the last: read for one of them it is not answered."""
    return _MOST.search(text) is not None and _LEAST.search(text) is not None
