"""Questions over several bodies in the order of words that rules know: the item after the bodies, not before them
(购房补贴这个科目，甲和乙差多少), and which bodies a question leaves out (除了甲，其他几家)."""

from __future__ import annotations

import re

from qa.documents.catalog import Catalog, Resolved

BODY = "\0"
"""What stands for a body's name."""
_TOPIC = re.compile(
    r"^(?:请问|那么?|我?想问(?:一下)?[,，]?)?(?:(?:说到|谈到|提到|讲到|论起?(?!文)|关于|单看|只看|光看|单说|光说|就(?!业)|拿|看|同样(?:都)?是|同为|同一个|比较(?:一下)?|对比(?:一下)?))?"
    r"(?P<topic>[^,，:：?？。;；]{2,30}?)(?:这(?:一)?(?:个|项|块|笔)?(?:科目|指标|支出|费用|钱|数|项目)?|方面|(?<!以)上面?|来说|来看|来讲|而言|的话|呢|这件事)*\s*[,，:：]\s*$"
)
_NO_TOPIC = re.compile(
    r"多少|几|哪|谁|什么|吗|是不是|是否|[家份](?!具)|单位(?!价)|部门|机构|文件|库|比|最|听说|据(?!实)|我|(?<!其)他|以下|如下|你|问"
    r"|^(?:按|以)?(?:20\d\d年?度?)?的?(?:预算|决算|实际)?(?:数|口径|公开|情况)?$"
)
_EACH_ALONE = re.compile(
    r"^[,，]?(?:各自?|分别|都|两家|两边)*(?:是|有|为|花了?|安排了?|列了?)*(?:多少|几)[^,，多少差比]{0,6}[?？。]?$"
)
"""What only asks for the amount of each: rules read that with the item before the bodies."""
_YEAR = r"(?:20\d\d年(?:度)?(?:的)?(?:预算|决算)?)?"
_RUN = re.compile(
    rf"{BODY}{_YEAR}(?:(?:[、,，和与跟同及]|以及){BODY}{_YEAR})*(?:[这那]?[两二三四五六七八九十\d]+(?:家|者|所|个单位|个部门)(?:单位|机构)?(?:里面?|中|当中|之间)?)?"
)
_LEFT_OUT = re.compile(
    rf"(?:除了?|除开|除去|不算|不含|不包括|不计|扣除|去掉|刨去|刨掉|抛开|撇开|剔除|排除){BODY}(?:(?:[、,，和与跟同及]|以及){BODY})*(?![的{BODY}])[这那]?(?:[两三四五六]家)?(?:(?:以|之)?外)?[,，]?的?"
    r"(?:其他|其它|其余|剩下|余下|剩余|另外|别的|还有)?的?(?P<number>[两二三四五六七八九十]|\d+)?(?:各|几|哪)?(?:家|个)?(?:单位|机构|部门)?(?:里面?|中|当中)?"
)


def masked(question: str, resolved: Resolved) -> tuple[str, list[str]]:
    """A question with a mark for each body that it names, and the words that the marks stand for."""
    spans = sorted((s for s in resolved.spans if s.what == "institute"), key=lambda s: s.start)
    words = [question[s.start : s.end] for s in spans]
    for span in reversed(spans):
        question = question[: span.start] + BODY + question[span.end :]
    return question, words


def unmasked(text: str, words: list[str]) -> str:
    """A masked question with the words of its marks again."""
    parts = text.split(BODY)
    return parts[0] + "".join(word + part for word, part in zip(words, parts[1:], strict=True))


def bodies_first(question: str, catalog: Catalog) -> str:
    """A question that says its item before two bodies or more, with the item after them; any other as it is."""
    resolved = catalog.resolve(question)
    if len(resolved.mentions) < 2 or BODY in question:
        return question
    text, words = masked(question, resolved)
    at = text.find(BODY)
    topic = _TOPIC.match(text[:at])
    run = _RUN.match(text, at)
    if topic is None or run is None or _NO_TOPIC.search(topic["topic"]):
        return question
    head, rest = run[0], text[run.end() :]
    if _EACH_ALONE.match(rest):
        return question
    head = head[:-1] if head.endswith("的") else head
    rest = rest[1:] if rest.startswith("的") else rest
    return unmasked(f"{head}的{topic['topic']}{rest}", words)


def left_out(question: str, resolved: Resolved) -> tuple[str, frozenset[str], int] | None:
    """A question about all bodies but some that it names: its words without those, who they are, and how many it says
    that are left (0: it does not say). None where it leaves none out."""
    text, _ = masked(question, resolved)
    m = _LEFT_OUT.search(text)
    if m is None or text.count(BODY) != m[0].count(BODY) or any(len(names) != 1 for names in resolved.mentions):
        return None
    number = m["number"] or ""
    asks = "哪家" if "哪" in m[0] else "各家"
    told = f"{text[: m.start()]}{asks}{text[m.end() :]}"
    return told, frozenset(name for names in resolved.mentions for name in names), _count(number)


def _count(number: str) -> int:
    return (
        int(number) if number.isdigit() else "零一二三四五六七八九十".find(number.replace("两", "二")) if number else 0
    )
