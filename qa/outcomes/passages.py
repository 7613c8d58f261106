"""Passages that answer a question by where such documents put them: an entry of the glossary, what stands under a heading,
what a project's form aims at, the sentence after an item that says what it is for or why it moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from extract.model import Kind, Paragraph, Project
from qa.answer import NOWHERE, Outcome, Quote, Status
from qa.documents.figures import View
from qa.documents.names import in_order
from qa.outcomes.texts import BECAUSE, CONTENTS, bare, core_of, heading_of, is_title
from qa.terms.forms import doubted, quote_of
from qa.terms.terms import spot
from qa.words.lexicon import scopes_in

_MOST = 240  # characters of a passage that is quoted whole
_UNDER = 24  # paragraphs that are told of what stands under one heading
_COUNTS = re.compile(
    r"多少|几(?!类部门|家单位)|占|比重|比例|百分|最[多高大小低少]|超过|是否|是不是|有没有|[吗吧]$|相差|哪个项目|哪一?[项年]"
)
"""Words that want figures."""
_ENTRY = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]?)?(?P<name>[^,，。:：;；]{2,24}?)(?:\([类款项]\))?[:：],?(?P<says>是?指|是|反映|包括|.)"
)
_GLOSSARY = re.compile(r"名词解释|名词说明|术语")
_LEAD = r"(?:请|请问|解释|说明|一下)*(?:名词解释(?:里面?|中)?的?)?"
_WHAT = r"(?:哪|什么|何|啥)"
_AFTER_NAME = r"(?:这)?(?:一|个)?(?:[项款类]|词|名词|支出|科目|费用|经费|资金|的钱)*(?:里面?|中)?"


def narrated(words: str, view: View, *, sure: bool = False) -> Outcome | None:
    """The passages that answer, quoted; None where the words ask for nothing of the sort, or the document does not say it.
    `sure`: only by words that cannot ask for a figure."""
    asked = bare(words)
    rules = _SURE if sure else _RULES
    for rule in rules:
        if (quotes := rule(asked, view)) is not None:
            text = "；".join(f"“{q.text}”" for q in quotes)
            return Outcome(Status.ANSWERED, f"原文：{text}", quotes=list(quotes))
    return None


def reasons(words: str, view: View) -> Outcome | None:
    """Why something moved, quoted; None where the words do not ask that, or no sentence beside its name says it."""
    quotes = _reasoned(bare(words), view)
    if quotes is None:
        return None
    return Outcome(Status.ANSWERED, f"原文：{'；'.join(f'“{q.text}”' for q in quotes)}", quotes=quotes)


def goals_of(words: str, view: View) -> Outcome | None:
    """What a project is to reach, from its form; None where the words ask for no such thing, or for that of no one project."""
    asked = bare(words)
    if not _AIMS.search(asked) or _COUNTS.search(asked):
        return None
    project = _project(asked, view)
    if project is None or not project.goals:
        return None
    own = quote_of(project, view)
    quotes = [Quote(own.page, own.box, g, own.table) for g in project.goals]
    text = f"{project.name}的目标：{'；'.join(project.goals)}"
    return Outcome(Status.ANSWERED, text, quotes=quotes, notes=doubted(project, goals=True))


_AIMS = re.compile(
    r"(?:解决|攻克|突破|实现|达到|做到|做成|做出|完成|产出|取得|形成|开展|实施|研究|干成)(?:了|出)?(?:什么|哪|些|怎)|(?:什么|哪)(?:样|些|种)?的?(?:成果|任务|目标|问题|程度|效果|成效|产出|开发|工作)|目标|实施内容|主要内容|怎么(?:开展|实施)|(?:做|干|搞|研究|聚焦|针对|围绕)(?:些|的)?(?:是)?(?:什么|啥|嘛)|成果"
)
_GENERIC = re.compile(
    r"年度|总体|绩效|目标|项目|专项|经费|课题|工作|技术|研究|建设|服务|管理|创新|20\d\d年?|主要|内容|任务|成果|开展|实施"
)


def _project(asked: str, view: View) -> Project | None:
    """The one project that words name, by the longest stretch that is in its name; by a short one only where it is in no other's."""
    best: list[tuple[int, Project]] = []
    for project in view.disclosure.projects:
        names = (bare(project.name), bare(project.title))
        best.append((max(_stretch(asked, name) for name in names), project))
    best.sort(key=lambda s: -s[0])
    if not best or best[0][0] < _SHORT_NAME or (len(best) > 1 and best[1][0] == best[0][0]):
        return None
    length = best[0][0]
    return best[0][1] if length >= _LONG_NAME or re.search("项目|专项|课题", asked) else None


_SHORT_NAME, _LONG_NAME = 2, 6


def _stretch(asked: str, name: str) -> int:
    """The length of the longest piece that both have, without words that any project's name may have."""
    for length in range(min(len(asked), len(name)), 1, -1):
        for start in range(len(name) - length + 1):
            piece = name[start : start + length]
            if piece in asked and len(_GENERIC.sub("", piece)) >= min(_SHORT_NAME, length):
                return length
    return 0


def _body(view: View) -> list[Paragraph]:
    """The paragraphs of prose, without titles and the contents page."""
    return [p for p in view.disclosure.paragraphs if not CONTENTS.search(p.text) and not is_title(p.text, p.section)]


def _quote(paragraph: Paragraph, text: str = "") -> Quote:
    return Quote(paragraph.page, paragraph.box, text or paragraph.text, heading=heading_of(paragraph.section))


def _sentences(paragraph: Paragraph) -> list[str]:
    return re.findall(r"[^。；;]+[。；;]?", paragraph.text)


def _entries(view: View) -> Iterator[tuple[str, Paragraph]]:
    """The glossary: each name that is explained, with its paragraph."""
    for paragraph in _body(view):
        m = _ENTRY.match(bare(paragraph.text))
        if m is not None and (_GLOSSARY.search(paragraph.section) or "指" in m["says"] or m["says"] == "反映"):
            yield m["name"], paragraph


def _names_in(asked: str, view: View, more: Sequence[str] = ()) -> list[str]:
    """The names in a question that the document prints, longest first, none within another."""
    printed = {bare(n) for n in (*view.vocabulary, *more) if len(n) > 2 and bare(n) in asked}
    outer = [n for n in printed if not any(n != other and n in other for other in printed)]
    if not outer:  # as people call it
        outer = [bare(n) for t in spot(asked, view).terms if t.names and not t.fuzzy for n, _ in t.names[:1]]
    return sorted((n for n in outer if len(n) > 2), key=len, reverse=True)


def _defined(asked: str, view: View) -> list[Quote] | None:
    """What an entry of the glossary, or a sentence in one, says that a name means."""
    entries = list(_entries(view))
    named = dict(reversed(entries))  # of two, the first
    inner = [n for n in _names_in(asked, view) if n not in named]
    for name in sorted([n for n in named if n in asked] + inner, key=len, reverse=True):
        if not _asks_meaning(asked, name):
            continue
        if name in named:
            return [_quote(named[name])]
        for _, paragraph in entries:
            if said := _told_inside(name, paragraph):
                return [_quote(paragraph, said)]
    return None


_NAME = "\ue100"
"""Stands for the name whose meaning may be asked, in the patterns for such questions."""
_THINGS = r"(?:的)?(?:内容|东西|方面|费用|开支|活动|钱|资金|支出|工作|事项|部分|意思|补贴|收入|情形|单位|人)*"
_TAIL = r"(?:的|呢|来着)*$"
_MEANING_ASKED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAME}{_AFTER_NAME}[,，]?(?:主要|具体|都|到底|又|一般)*(?:是)?(?:指|反映|针对|核算|涵盖)(?:的)?(?:是)?{_WHAT}",
        rf"{_NAME}{_AFTER_NAME}(?:主要|具体|都|到底)*(?:包括|包含|含)(?:了)?{_WHAT}(?:些|[两二三四五几]个?)?(?:方面)?{_THINGS[:-1]}+{_TAIL}",
        rf"{_WHAT}[^,，]{{0,16}}(?:算|列为|列作|会形成|形成|属于|计入|列入|归入|归为|叫做?|称为)(?:在|到|是|作|进)?{_NAME}{_AFTER_NAME}{_TAIL}",
        rf"{_NAME}{_AFTER_NAME}的?(?:标准|范围|口径|概念)(?:是)?(?:怎么|如何|怎样)",
        rf"{_LEAD}(?:什么是|什么叫做?|何为|何谓){_NAME}{_AFTER_NAME}(?:[,，].*)?$",
        rf"^(?:那么?)?{_LEAD}{_NAME}{_AFTER_NAME}(?:到底|究竟)?(?:是(?:个)?{_WHAT}(?:意思|概念|东西)?|(?:怎么|如何|怎样)(?:定义|理解|解释|界定)|的?(?:定义|含义|意思))",
        rf"{_NAME}{_AFTER_NAME}(?:主要)?安排(?:的是)?{_WHAT}(?:些)?支出",
        rf"怎么(?:定义|理解|解释){_NAME}{_AFTER_NAME}(?:一词)?的?{_TAIL}",
    )
)


def _asks_meaning(asked: str, name: str) -> bool:
    """Whether a question is what a name means, and nothing else of it."""
    marked = asked.replace(name, _NAME)
    return any(pattern.search(marked) is not None for pattern in _MEANING_ASKED)


def _told_inside(name: str, paragraph: Paragraph) -> str:
    """The sentences of an entry that say what another name means (其中：公务接待费主要安排…); empty where none does."""
    told = ""
    for sentence in _sentences(paragraph):
        said = re.sub(r"^(?:其中|[(（]?\d[)）]?[.、]?)?[:：,，]*", "", bare(sentence))
        if re.match(rf"{re.escape(name)}(?:支出)?(?:[:：])?(?:是|指|反映|主要安排|主要用于|包括|主要包括)", said):
            told = sentence
        elif told and not re.match(r"[^,，。]{2,16}?(?:是|指|反映|主要安排)", said):
            told += sentence
        elif told:
            break
    return told


_FOR_WHAT = re.compile(
    r"用于|用来|用在|花在|花到|花去|用途|干什么|做什么|干啥|(?:接待(?!费)|委托|保障|支付|补助|开展|安排)[^,，]{0,8}(?:(?<!为)什么|哪)|(?:花|用)(?:到|在|去)*(?:了)?(?:什么|哪)(?:些|里)?(?:地方|方面)?|包含哪些基本支出"
)
_FOR = re.compile(r"用于|用来|主要是|主要安排|主要包括|主要支付|安排用作")


def _used(asked: str, view: View) -> list[Quote] | None:
    """What an item's money is for, as the explanation says right after its name, else the glossary."""
    if (
        not _FOR_WHAT.search(asked)
        or _REASON.search(asked)
        or _COUNTS.search(asked)
        or re.search("(?:哪|什么)[^,，]{0,3}(?:项目|科目)", asked)
    ):
        return None
    for name in _names_in(asked, view, [n for n, _ in _entries(view)])[:1]:
        for paragraph in sorted(_body(view), key=lambda p: _GLOSSARY.search(p.section) is not None):
            sentences = _sentences(paragraph)
            for at, sentence in enumerate(sentences):
                said = bare("".join(sentences[at : at + 2]))
                if name not in bare(sentence):
                    continue
                if (m := re.search(rf"{re.escape(name)}.{{0,36}}?({_FOR.pattern})", said)) is not None:
                    once = bare(sentence)
                    text = sentence if len(once) >= m.end() else "".join(sentences[at : at + 2])
                    whole = len(paragraph.text) <= _MOST and not _GLOSSARY.search(paragraph.section)
                    return [_quote(paragraph, "" if whole else text)]
        for own, paragraph in _entries(view):
            if own == name and _FOR.search(paragraph.text):
                return [_quote(paragraph)]
    return None


_FOR_SURE = re.compile(
    r"(?:用于|用来|拿来|用在|花在|花到)(?:做|干|的是|了)?(?:什么|啥|哪些?(?!科|项目))|(?:租|买|修|印|建|请|订)的(?:到底|究竟|具体)?是(?:些|个)?(?:什么|啥|哪些)|用途(?:是|有)?(?:什么|哪)|的用途$"
)


def asks_use(words: str) -> bool:
    """Whether words ask what money is for, and for no amount."""
    return _FOR_SURE.search(bare(words)) is not None and not _COUNTS.search(bare(words))


def tells_use(text: str, names: Sequence[str]) -> bool:
    """Whether words of a document say what something is for, behind one of its names."""
    own = "|".join(map(re.escape, names))
    return re.search(rf"(?:{own}).{{0,36}}?(?:{_FOR.pattern})" if own else _FOR.pattern, bare(text)) is not None


def _used_for_sure(asked: str, view: View) -> list[Quote] | None:
    """As `_used`, by words that say outright that a use is asked for."""
    return _used(asked, view) if _FOR_SURE.search(asked) else None


_REASON = re.compile(r"为什么|为何|原因|怎么会|怎么回事|因为|导致|有关$|缘由|缘故|理由")
_UP, _DOWN = re.compile(r"增|多|涨|升|高"), re.compile(r"减|少|降|低|跌")


def _reasoned(asked: str, view: View) -> list[Quote] | None:
    """The sentence that says why an item moved: of its own paragraph, in the sentence that names it or the next one."""
    if not _REASON.search(asked):
        return None
    ways = {w for w, p in (("up", _UP), ("down", _DOWN)) if p.search(asked)}
    for name in _names_in(asked, view)[:1]:
        paragraphs = view.disclosure.paragraphs
        for place, paragraph in enumerate(paragraphs):
            if is_title(paragraph.text, paragraph.section) or _ENTRY.match(bare(paragraph.text)):
                continue
            sentences = _sentences(paragraph)
            for at, sentence in enumerate(sentences):
                if name not in bare(sentence):
                    continue
                told = "".join(sentences[at : at + 3])
                why = re.search(r"原因|由于|因为|所致|导致|是因", told)
                if why is None or re.search(r"[。；;][^。；;]*\d[^。；;]*[。；;]", told[: why.start()]):
                    continue
                said = {w for w, p in (("up", _UP), ("down", _DOWN)) if p.search(bare(told[: why.start()]))}
                if len(ways) == 1 and said and not ways & said:
                    continue
                after = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
                own = [_quote(paragraph, "" if len(paragraph.text) <= _MOST else told)]
                return [*own, _quote(after)] if told.rstrip().endswith(("：", ":")) and after is not None else own
    for name, paragraph in _entries(view):
        if name in asked and BECAUSE.search(paragraph.text) and "会" in asked:
            return [_quote(paragraph)]
    return None


_EMPTY = re.compile(
    r"空|没有?数|(?:全部?|都|均|全都)(?:是|为)?(?:0|零)|没填|没有填|未填|看不到|看不见|查不到|无数据|没有(?:数据|金额|内容)|没数|(?:注释?|备注|表注)(?:里|中|是|上)*(?:怎么|如何|写|说|讲|是)"
)


def _left_empty(asked: str, view: View) -> list[Quote] | None:
    """The note below a table without figures, where the question asks why it has none, or what the note says."""
    if not _EMPTY.search(asked) or not re.search(r"为什么|为何|原因|怎么|如何|什么|说明", asked):
        return None
    kinds = {Kind(n) for _, _, n in scopes_in(asked) if n in set(Kind)}
    kinds |= {k for t in spot(asked, view).terms for k in t.tables[:1]}
    for table in view.disclosure.tables:
        if table.kind not in kinds or not table.notes or not table.pages:
            continue
        if not any(f.value for f in view.figures if f.ref[0] == table.id) or "注" in asked:
            return [Quote(table.pages[-1], table.box or NOWHERE, "".join(table.notes), table.kind.value, table.title)]
    return None


_CITES = re.compile(
    r"引用|依据|(?:根据|按照|依照|遵照)(?:的是|了)?(?:什么|哪)|(?:什么|哪)[份个些]?(?:文件|批复|通知|规定|办法|条例|方案)|文号|批复"
)
_CITED = re.compile(r"《[^》]+》|[〔【\[(]20\d\d[〕】\])]\d*号?|号文|批复")


def _based(asked: str, view: View) -> list[Quote] | None:
    """The sentence that names a document, in what speaks of the thing that is asked about."""
    if not _CITES.search(asked):
        return None
    core = bare(core_of(_CITES.sub("", asked)))
    names = _names_in(asked, view)[:1]
    best: tuple[float, Quote] | None = None
    for paragraph in _body(view):
        for sentence in _sentences(paragraph):
            if not _CITED.search(sentence):
                continue
            said = bare(heading_of(paragraph.section) + sentence)
            pairs = {core[i : i + 2] for i in range(len(core) - 1)}
            share = sum(p in said for p in pairs) / len(pairs) if pairs else 0.0
            share += 0.3 if names and names[0] in said else 0.0
            if share >= _ENOUGH and (best is None or share > best[0]):
                best = share, _quote(paragraph, "" if len(paragraph.text) <= _MOST else sentence)
    return [best[1]] if best is not None else None


_ENOUGH = 0.5
_MANNER = re.compile(
    r"原则|厉行节约|紧日子|压减了?(?:什么|哪)|减少了?(?:什么$|(?:什么|哪)些?(?:支出|开支|费用|经费))|保障了?(?:什么|哪)|遵循"
)
_MANNERED = re.compile(r"紧日子|厉行节约|压减|原则|从严|勤俭")


def _principled(asked: str, view: View) -> list[Quote] | None:
    """By what principle money was allotted, from the explanation of the table that is named."""
    if not _MANNER.search(asked) or _COUNTS.search(asked):
        return None
    core = bare(asked)
    pairs = {core[i : i + 2] for i in range(len(core) - 1)}
    scored = [
        (sum(p in bare(heading_of(own.section) + own.text[:160]) for p in pairs) - 0.01 * place, own)
        for place, own in enumerate(_body(view))
        if _MANNERED.search(own.text) and not _GLOSSARY.search(own.section)
    ]
    if not scored:
        return None
    best = max(scored, key=lambda s: s[0])[1]
    sentences = [s for s in re.findall(r"[^。]+。?", best.text) if _MANNERED.search(s)]
    return [_quote(best, "" if len(best.text) <= _MOST else "".join(sentences))]


_INNER = re.compile(
    r"(?:内设|内部|下设|组织|职能)的?(?:机构|部门|处室|科室|结构|架构)|机构(?:设置|构成|组成)|(?:设|有|分)(?:了|有|为|成)?(?:哪些|哪几个?|几个?|什么|多少个?)(?:个)?(?:处(?![理罚])|科室?(?!目|技)|部门|机构|研究[室组]|内设)|(?:下面|里面?|内部)有(?:哪些|几个?|什么)(?:处(?![理罚])|科(?!目|技)|部门|机构|研究室)|几类部门"
)
_SCOPE = re.compile(
    r"(?:编制范围|单位(?:的)?构成|(?:纳入|并入|合并|汇总|包括|包含|涵盖)[^,，]{0,12}?(?:哪|几|什么)[^,，]{0,4}(?:单位|机构|部门)|(?:哪|几|什么)[^,，]{0,4}(?:单位|机构)[^,，]{0,4}(?:纳入|并入|合并|汇总))"
)
_SET_UP = re.compile(r"(?:机构|部门|单位|预算单位)(?:设置|构成|组成)")
_SET_UP_TOLD = re.compile(
    r"内设[^。]{0,12}\d|下设|设有?\d+个|现有\d+个|\d+个(?:[^,，。]{0,6})(?:处|科|部门|研究室|机构)|包括[^。]{0,10}(?:处|科|部门|本部|本级)"
)


def _set_up(asked: str, view: View) -> list[Quote] | None:
    """Of which parts a body is made, or whose accounts a document has: under the heading for it, else where it is counted."""
    scope = _SCOPE.search(asked) is not None
    if not (scope or _INNER.search(asked)) or re.search(r"费|钱|支出(?!决算|预算)|经费|目标|绩效", asked):
        return None
    own = [
        p
        for p in _body(view)
        if _SET_UP.search(heading_of(p.section)) and p.page <= _first_page(view) and not re.match(r"\s*注", p.text)
    ]
    if not own and not scope:
        own = [p for p in _body(view) if _SET_UP_TOLD.search(p.text) and re.search("情况|概况|职能", p.section)][:1]
    return [_quote(p) for p in own[:_UNDER]] or None


def _parts_named(asked: str, view: View) -> list[Quote] | None:
    """As `_set_up`, where no number of them is asked for."""
    return None if re.search(r"多少|几", asked) else _set_up(asked, view)


def _first_page(view: View) -> int:
    """The page after the first on which the parts of the body stand."""
    pages = [p.page for p in _body(view) if _SET_UP.search(heading_of(p.section))]
    return min(pages, default=0) + 1


_HOW_TOLD = re.compile(
    r"(?:怎么|如何|怎样)(?:样)?(?:说明|说|讲|写|介绍|表述|解释|安排|交代)|说明(?:里|中)|写了?(?:些)?什么|说了?(?:些)?什么|是什么$|是什么样|是谁$|怎么样$|有哪些$|介绍"
)
_OF_HEADING = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]?)?(?:关于)?(?:20\d\d年度?)?|(?:的)?(?:情况)?(?:的)?(?:说明)?(?:情况)?$"
)


def _under_heading(asked: str, view: View) -> list[Quote] | None:
    """What stands under the innermost heading that a question names, where it asks what is said there."""
    if not _HOW_TOLD.search(asked) or _COUNTS.search(asked):
        return None
    found: dict[str, list[Paragraph]] = {}
    for paragraph in _body(view):
        heading = _OF_HEADING.sub("", heading_of(paragraph.section))
        if len(heading) >= _A_NAME and not re.match(r"\s*注\s*[:：]", paragraph.text):
            found.setdefault(heading, []).append(paragraph)
    asked = _HOW_TOLD.sub("", asked)
    fits = [h for h in found if h in asked]
    if not fits:
        core = re.sub(r"^(?:关于|决算|预算)|[,，].*$|(?:情况)?(?:的|是)*$", "", asked)
        core = core.replace("收支", "收入支出") if not any(core in h for h in found) else core
        loose = sorted((h for h in found if len(core) >= _A_NAME and in_order(core, h)), key=len)
        fits = loose if len(loose) == 1 else []
    if not fits:
        return None
    return [_quote(p) for p in found[max(fits, key=len)][:4]]


_WRITTEN = re.compile(r"^的?(?P<of>[^,，]{4,40}?)写了什么$")
_OF_TITLE = re.compile(
    r"^(?:第[一二三四五六七八九十]+部分|[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．])?(?:20\d\d年度?)?(?:的)?(?:关于)?"
)


def _written_there(asked: str, view: View) -> list[Quote] | None:
    """All that stands under the heading that a question names, where it asks what is written there: under the one that is called just
    so, or that alone ends so."""
    m = _WRITTEN.match(asked)
    if m is None:
        return None
    own = _OF_TITLE.sub("", m["of"])
    found: dict[str, list[Paragraph]] = {}
    for paragraph in _body(view):
        if _REMARK.match(paragraph.text):
            continue
        for level in paragraph.section.split("/"):
            heading = _OF_TITLE.sub("", bare(level))
            if heading == own or (heading.endswith(own) and level == paragraph.section.rsplit("/", 1)[-1]):
                found.setdefault(heading, []).append(paragraph)
    told = found.get(own) or (next(iter(found.values())) if len(found) == 1 else [])
    return [_quote(p) for p in told[:_UNDER]] or None


_REMARK = re.compile(r"\s*注\s*[:：]")
_IN_NOTES = r"(?:(?:20\d\d年(?:度)?)?(?:单位|部门)?(?:收支|决算|预算)?(?:情况|文字|编制)?说明|文字部分|文字)(?:里面?|中|上|当中|部分)*"
_MADE_OF = re.compile(
    rf"^(?:(?P<notes>{_IN_NOTES}(?:所?(?:说|写|讲|列|提|介绍|谈)(?:到|明)?)?的?)[,，:：]?)?(?P<of>[\u4e00-\u9fff]{{2,16}}?)(?:主要|都|具体|一般|是|又)*(?P<verb>包括|包含|涵盖|含|由|指|有)(?:了|的)?(?:是)?(?P<what>(?:些)?(?:哪些|哪几|什么|啥))(?:方面|样|种|项|个)?的?(?P<things>内容|项目|东西|费用|开支|支出|科目|部分)?(?:组成|构成)?(?:呢|的)?$"
)


def _made_of(asked: str, view: View) -> list[Quote] | None:
    """The sentence of the notes that says what an item is made of, where a question asks what they say, or no more than what it
    includes: one that asks for its items otherwise is told them by the tables too."""
    m = _MADE_OF.match(asked)
    if m is None or not (m["notes"] or (m["what"] in _WHATEVER and m["verb"] != "有" and not m["things"])):
        return None
    told = re.compile(
        rf"(?:^|[:：,，。]){re.escape(m['of'])}(?:\d[\d,.]*(?:亿|万)?元)?[,，]?(?:主要)?(?:包括|包含|用于)(?!\d)"
    )
    for paragraph in _body(view):
        if _GLOSSARY.search(paragraph.section):
            continue
        for sentence in _sentences(paragraph):
            if told.search(bare(sentence)):
                return [_quote(paragraph, "" if bare(paragraph.text).startswith(m["of"]) else sentence)]
    return None


_WHATEVER = frozenset(("什么", "啥", "些什么", "些啥"))
_A_NAME = 4
Rule = Callable[[str, View], list[Quote] | None]
_SURE: tuple[Rule, ...] = (_left_empty, _parts_named, _principled, _defined, _used_for_sure, _written_there, _made_of)
_RULES: tuple[Rule, ...] = (_left_empty, _set_up, _principled, _defined, _reasoned, _based, _used, _under_heading)
