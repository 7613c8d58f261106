"""The places of a ranking that a question about many documents asks for."""

from __future__ import annotations

import re

from qa.surveys.words import KINDS_OF_BODY

_NUMERALS = "零一二三四五六七八九十"
_PLACE = rf"(?P<rank>\d+|[{_NUMERALS}两])"
RANKED = re.compile(
    rf"(?:金额|规模|数量|数额|总额|比例|幅度)?(?:排|排名|排在|位列|位居|屈居|名列|稳居|列)+(?:在)?(?:第{_PLACE}|前(?P<top>\d+|[{_NUMERALS}两])|老(?P<old>[大一二三四])|(?P<last>末位?|最后|倒数第一))(?:名|位)?(?:的)?"
    rf"|(?:排名?|排在|列)?倒数第(?:[{_NUMERALS}两]|\d+)(?:名|位|高|多|少|低)?(?:的)?|第(?P<bare>[{_NUMERALS}两]|\d+)(?:名|高|多|大|位|低|少|小)+(?:的)?|(?<!排)老(?P<elder>[二三四])(?=是|$|,)|(?P<foot>垫底|倒数第一|末位)(?:的)?|前(?P<few>\d+|[{_NUMERALS}两])(?:名|位|家)(?:的)?|(?:排|排名|排在)?(?:后|末|倒数|垫底的?|最后)(?P<tail>[{_NUMERALS[2:]}两])(?:名|位|家)(?:的)?"
    r"|(?:台数|辆数|台套数|数量|金额)?(?:得|的)?最(?:为)?(?:高|多|大|贵|低|少|小|重|轻|远|凶|舍得|厉害|狠|猛|快|慢|省|抠)(?:花钱|花)?(?:的)?(?!的?(?:不|没))|(?:按照?|依照?)?(?:其|它们的)?(?:数量|金额|数额|总额|规模|辆数|台数)?(?:[从由][高大多]到[低小少]|[从由][低小少]到[高大多])(?:的)?(?:顺序)?(?:依次|来|地)?(?:给)?(?:排|列)(?:列|出)?(?:一个|个|一|了)?(?:下|排|列|队|序|名次?|行|遍|座次)?|[从由][高大多]到[低小少]|[从由][低小少]到[高大多]|按(?:照)?(?:数量|金额|数额|规模)?(?:大小|高低|多少)(?:的)?(?:顺序)?(?:来)?排(?:个|一|排)?(?:名|序|队|下|列)|排(?:个)?(?:名|序|行|队)(?:榜)?|更(?:高|多|大|低|少|小|重)(?:的)?|(?:数量|金额|总额|数额)?(?<![多少])(?:多|大|高|少|低|小)(?:一?些|一?点|得多)?(?=$)"
)
LOWEST = re.compile(
    r"最(?:为)?(?:低|少|小|省|抠|慢|轻)|垫底|倒数|[后末][二三四五六七八九十两](?:名|位|家)|末位|最后[一二三四五两](?:名|位|家)|排末|排最后|[从由][低小少]到|更(?:低|少|小)|第[一二三四五两\d]+(?:低|少|小)|(?:哪(?:一)?[家个]|谁)的?[^,，?？多高大]{0,10}[少低小](?:一?些|一?点)?(?=[?？,，]|$)"
)


_SO_MANY_FIRST = re.compile(
    rf"最(?:高|多|大|低|少|小)的(?:前)?(?P<few>[{_NUMERALS[1:]}两]|\d)(?:家|个(?:{KINDS_OF_BODY}))|哪(?P<of>[二三四五六七八九两])(?:家|个(?:{KINDS_OF_BODY}))(?:的)?[^,，?？]*最(?:高|多|大|低|少|小)"
)
_FROM_TO = re.compile(rf"第([{_NUMERALS}两]|\d+)(?:名|位)?[到至](?:第)?([{_NUMERALS}两]|\d+)(?:名|位)?")
_IN_ORDER = re.compile(
    r"从[高大多]到[低小少]|从[低小少]到[高大多]|由[高大多]到[低小少]|由[低小少]到[高大多]|排(?:个)?(?:序|队)|按(?:照)?(?:数量|金额|数额|规模)?(?:大小|高低|多少)(?:的)?(?:顺序)?(?:来)?排"
)
_FURTHEST = 1000  # place that is looked at
_ALL_PLACES = 24  # of a list in order


def ranks_in(text: str) -> tuple[int, ...]:
    """The places that a question asks for: 第二名, 排老三; 前三名 are the first, second and third."""
    found: list[int] = []
    if re.search(r"^(?:那么?)?(?:另外|另)(?:那)?一?(?:家|个)", text):
        return (2,)
    for m in re.finditer(rf"倒数第([{_NUMERALS}两]|\d+)", text):
        return (place_number(m[1]),)
    for m in RANKED.finditer(text):
        one = m["rank"] or m["bare"] or m["old"] or m["elder"]
        few = m["top"] or m["few"] or m["tail"]
        if one:
            found.append(place_number(one))
        elif few:
            found += range(1, min(place_number(few), _FURTHEST) + 1)
    for m in re.finditer(rf"第([{_NUMERALS}两]|\d+)(?:名|位)?(?:呢|又?是(?:谁|哪)|$)", text):
        found.append(place_number(m[1]))
    if (span := _FROM_TO.search(text)) is not None:
        return tuple(range(place_number(span[1]), min(place_number(span[2]), _FURTHEST) + 1))
    first_few = _SO_MANY_FIRST.search(text)
    if not found and first_few is not None:
        found += range(1, place_number(first_few["few"] or first_few["of"]) + 1)
    if not found and _IN_ORDER.search(text) is not None:
        found += range(1, _ALL_PLACES + 1)
    if re.search(r"最(?:高|多|大|贵|低|少|小|舍得)", text) and found and 1 not in found:
        found.insert(0, 1)
    return tuple(dict.fromkeys(n for n in found if n > 0))


def place_number(written: str) -> int:
    if written.isdigit():
        return int(written)
    return {"两": 2, "大": 1}.get(written) or _NUMERALS.index(written)
