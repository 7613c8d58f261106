"""Questions over many documents that leave their item to the one before them: the other end of its ranking (那最多的呢), what
those that it told of come to (全部加起来多少), or who has the least of what it told of (占比最低的又是谁)."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.plain.sentences import question_text
from qa.surveys.reading import read_survey
from qa.surveys.survey import Act, Bound, Survey

_BARE = (
    (re.compile(r"^(?:那么?)?(?:要是|如果)?(?:反过来|倒过来|掉过头来?|反之)(?:看|说|讲|问|呢)?[,，]?"), ""),
    (re.compile(r"平均(?:下来|起来|算下来|一下|算)+"), "平均"),
    (
        re.compile(
            r"^(?:那么?)?(?:把)?(?:全部|全都|所有|统统|通通|总的|它们|这些|大家|各家)+的?(?:都)?(?=加|合(?!同)|相加|一共|总共|总计|拢共)"
        ),
        "",
    ),
    (re.compile(r"^(?:那么?)?(?:请|帮我|麻烦)?(?:把|给|将)?(?:它们|这些|大家|各家)+的?(?=[从由][高大多低少小]到)"), ""),
)
"""What a question that leans on another says in more words than one needs."""
_THAT_HAVE_IT = r"(?:列|有|安排|编|印|设|填|花)(?:出|列|报|到)?了?(?:这|该|此|那)(?:一)?(?:项|笔|个?科目|块|样)(?:支出|费用|经费|收入|钱|科目|预算|开支)?"
_OF_THOSE_THAT_HAVE_IT = re.compile(
    rf"^(?:那么?|而)?(?:在|从|只看|只算|就)?(?:都|已|实际)?{_THAT_HAVE_IT}的?(?:(?:这|那)?(?:几|些)(?:家|个)?)?(?:单位|部门|机构|文件)?(?:里面?|里头|中|当中|之中|来看|来说)?[,，的]?(?=最|谁|哪|平均|中位|一共|总共|合计|加|共)"
)
"""Those that have an item at all: of others there is nothing to be ranked or added up."""
_WHO_HAVE_IT = re.compile(
    rf"^(?:那么?)?(?:一共|总共|都|又)*有?(?P<ask>几家|多少家|哪几家|哪些)(?:单位|部门|机构)?(?:都|也)?{_THAT_HAVE_IT}(?:呢)?[?？]?$"
)
_THE_OTHER = re.compile(r"^(?:那么?)?(?:另外|另)(?:那)?一?(?:家|个|份)呢?[?？]?$")
_THE_REST = re.compile(
    r"^(?:那么?)?(?P<no>没有?)?有?的(?:单位|部门|机构)?呢?(?:[,，]?(?:是|有)?(?:哪些|哪几家|谁))?[?？]?$"
)
"""Those that have one after those that have none, or the other way round (有的呢)."""
WHO_THEN = re.compile(
    r"^(?:那么?)?(?:它们|他们)?(?:分别|都|各|一共|总共|具体)*(?:是|有)?(?:哪些|哪几家|哪几个|谁|几家|多少家)(?:单位|部门|机构)?(?:呢|来着)?[?？]?$"
)
"""Who they are, or how many, of whom the question before asked how many or who."""
_END_SAID = re.compile(
    r"最(?!后[一二两三四五六\d])|倒数|垫底|末位|榜首|第一(?!产)|冠军|更|[从由][高大多低少小]到|排(?:序|队)"
)
"""Words that say which end of a ranking is meant; without them (第二名呢) it is the one that was asked for before."""
_PLACE = r"(?:最[高多大低少小]|(?:倒数)?第[二三四五六七八九\d])"
_TWO_PLACES = re.compile(rf"{_PLACE}[^,，?？]*?(?:和|与|跟|比|是|同){_PLACE}")
"""Two places of a ranking held against one another (最多的比最少的多几辆)."""
_SHARES = frozenset(("占比", "比重", "比例", "百分比", "份额"))
_OF_A_SHARE = re.compile(r"占|比重(?!点)|比例")
_ADDED = frozenset((Act.SUM, Act.AVERAGE, Act.MEDIAN))


def names_no_item(words: str, *, which: bool = False) -> bool:
    """Whether a question over many documents leaves it to the one before what each of them is asked."""
    if _WHO_HAVE_IT.match(words) is not None:
        return True
    return set(read_survey(question_text(_bare(words)), which=which).asked) <= _SHARES


def survey_of(words: str, earlier: str = "", *, which: bool = False) -> Survey:
    """A question over many documents, with what it leaves to the one before it."""
    if not earlier:
        return read_survey(question_text(words), which=which)
    survey, before = read_survey(question_text(_bare(words)), which=which), read_survey(question_text(earlier))
    if (who := _WHO_HAVE_IT.match(words)) is not None and before.asked:
        count = who["ask"] in {"几家", "多少家"}
        return Survey(Act.COUNT if count else Act.LIST, before.asked, bound=Bound("some"))
    leans = not survey.asked or (set(survey.asked) <= _SHARES and any(map(_OF_A_SHARE.search, before.asked)))
    if not leans:
        return replace(before, asked=survey.asked, said="") if survey.act is Act.EACH else survey
    if _THE_OTHER.match(words) and before.act in {Act.LIST, Act.COUNT}:
        return replace(before, act=Act.EACH, bound=None, moved="")
    if survey.act is Act.GAP and before.act is Act.RANK:
        return replace(before, act=Act.SPREAD, lowest=False, ranks=())
    if (rest := _THE_REST.match(words)) is not None and before.act in {Act.LIST, Act.COUNT}:
        held = before.bound in {Bound("none"), Bound("some")}  # of another bound who else is meant is not said
        bound = Bound("none" if rest["no"] else "some")
        return replace(before, bound=bound, claim="", exists=False) if held else Survey(before.act, ())
    if survey.act in {Act.LIST, Act.COUNT} and WHO_THEN.match(words) and before.act in {Act.LIST, Act.COUNT}:
        return replace(before, act=survey.act, claim="", exists=False)
    if survey.act is Act.EACH and not _TWO_PLACES.search(words):
        return replace(before, ranks=survey.ranks or before.ranks)
    moves = before.moved or any("比上年" in asked for asked in before.asked)
    moved = survey.moved if survey.moved and moves else before.moved
    kept = replace(before, act=survey.act, bound=survey.bound, moved=moved, said="", claim="", exists=False, held=None)
    if _TWO_PLACES.search(words) and before.asked:
        ends = read_survey(question_text(f"{before.asked[0].split('多少')[0]}{_bare(words)}"))
        if ends.act is not Act.SPREAD:
            return Survey(survey.act, ())  # two places are held apart, and how was not read
        return replace(kept, act=Act.SPREAD, ranks=ends.ranks, ratio=ends.ratio, lowest=False, bound=None)
    if survey.act is Act.RANK:
        said = _END_SAID.search(words) is not None
        lowest = survey.lowest if said else survey.lowest or before.lowest
        return replace(kept, ranks=survey.ranks or (() if said else before.ranks), lowest=lowest, bound=None)
    together = survey.act in _ADDED and before.act in {Act.EACH, Act.RANK}  # those that were told of, of whatever sort
    return replace(kept, named=together, ranks=survey.ranks, ratio=survey.ratio)


def _bare(words: str) -> str:
    """A question that leans on another, without the words that say no more than that."""
    words = _OF_THOSE_THAT_HAVE_IT.sub("", words)
    for pattern, plain in _BARE:
        words = pattern.sub(plain, words)
    return words
