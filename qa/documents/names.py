"""How institutes are called: by their names, by what stands in brackets, by parts, by abbreviations.

An abbreviation's characters stand in the name in their order; each stretch of them begins where a word of the name does,
and its last is the name's last (基因组所 is 中国科学院北京基因组研究所, 市财政局 is 上海市财政局, 人社局 is 人力资源和社会保障局).
A word that only says what sort of body it is (中心, 研究所, 本单位) names none.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from extract.codes import classification
from extract.text import folded
from qa.search.lexical import _tokenizer

_LONGEST = 40  # characters of a name in a question
_SHORTEST = 3
_TAILS = ("街道办事处/街道", "委员会/委", "办公室/办", "人民政府/政府", "镇人民政府/镇", "乡人民政府/乡", "联合会/联", "大学/大",
          "有限责任公司/公司", "有限公司/公司", "中学/中", "小学/小", "管理局/局")  # fmt: skip
_SHORT = {"残联": "残疾人联合会", "妇联": "妇女联合会", "科协": "科学技术协会", "文联": "文学艺术界联合会", "侨联": "归国华侨联合会",
          "工商联": "工商业联合会", "团委": "共产主义青年团", "贸促会": "国际贸易促进委员会"}  # fmt: skip
_SCHOOLS = {"幼儿园": "幼", "小学": "小", "中学": "中", "人民医院": "院"}
_NUMBERED = re.compile(rf"(?<=.)第(?P<number>[一二三四五六七八九十]+)(?P<sort>{'|'.join(_SCHOOLS)})$")
_SORT = re.compile(
    r"(?:中国|全国|国家|中央|地方|我|本|该|贵|这个?|那个?|各|某|每个?|哪个?|省|市|区|县|镇|乡|级|直属|下属|所属|附属)*"
    r"(?:科学|工作|研究|管理|服务|事业|行政|预算|主管|业务|财务|信息|技术|发展|办事|监督|执法|综合|人民|公办|公立)*"
    r"(?:研究)?(?:所|院|局|厅|委员?会?|办公?室?|中心|馆|站|校|学校|大学|学院|中学|小学|街道|街道办事处|镇|乡|村|队|总队|支队|大队"
    r"|部|部门|单位|处|室|科|台|社|库|园|场|厂|公司|医院|法院|检察院|政府|机关|学会|协会|基金会|联合会|委员会|基地|党校|总站|分局)"
)
_ORGANS = frozenset("院省市部委局区县州盟旗")  # within a name, the end of the body or place it belongs to
_CLAUSE = frozenset(
    "的和与跟同及或、,，。.;；:：?？!！()（）[]【】“”\"'‘’《》<>/|-—~ \t\n在对问查看比给把让从据向请是有说要求找年月份份当将为被由到至"
)
_BEFORE = re.compile(
    r"(?:知道|告诉我|告诉|列出|列一下|查询|查一下|一下|了解|显示|统计|比较|对比|关于|以及|还有|其中|就|那么|那|帮我|我想问|想问|请问|今年|去年|前年"
    r"|年度|预算|决算|例如|比如|包括|除了|除|只|只看|那边|分别|按|所有|全部|我们|我|介绍|说说|谈谈|讲讲|列举|计算|算算|对于|上年|本年|超过了?|高于|低于|大于|小于|多于|少于|不如|不及|相当于|等于|抵得?上|高出|低于|占|是|超出|多出|高过|低过|不如|没有?|离|减去?|除以|赶上|追上|加上?|[项笔块]|(?<=这)(?:项|笔)钱|(?<=[这那]笔)钱|(?<=[费出入助金贴资休房险])上|方面|里头?|[当之]?中|还|拿|用|替|(?<![对占])比)$"
)
_PLACE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:市|县|区|镇|乡|州|盟|旗)")
_A_HEAD = 5
_FEW_SO_CALLED = 3  # bodies that one first word may mean: the question does not say which
_CALLED = {
    "环保局": "生态环境局",
    "环保厅": "生态环境厅",
    "卫计委": "卫生健康委员会",
    "工商局": "市场监督管理局",
    "国土局": "自然资源局",
}
_OLD = re.compile("|".join(_CALLED))
_OF_PLACE = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,5})的(?P<kind>[\u4e00-\u9fff]{0,4}?(?:局|所|站|院|中心|馆|校|园|厅|委|处|队))(?![\u4e00-\u9fff]{0,2}(?:长|费))"
)
_ANY_BODY = frozenset(("单位", "部门", "机构", "家", "地方"))
_DESCRIBED = re.compile(
    r"(?P<run>[\u4e00-\u9fff]{0,14}?)(?:那|这|有)(?:一)?(?:个|家|座)(?P<kind>(?:[\u4e00-\u9fff]{0,4}?(?:所|局|站|院|中心|馆|校|园|厅|委|处|队)|单位|部门|机构|地方|家))(?!长)"
)
_DOING = re.compile(r"(?:专门|主要|专)?(?:管|搞|做|负责|弄|干|从事|研究)(?=[\u4e00-\u9fff]{2})")
_AFTER_HEAD = re.compile(
    r"(?P<body>那个?单位|那家|这家|那边|他们|那个)?(?:的|那|这|家|一家|和|与|跟|同|比|是|超过|高于|低于|多于|少于|[两三四五六七八九几]家|[两三四五六七八九几]个单位|,|，|、|[:;?？]|呢|[多少高低大小](?=[多少几]|还是|[出了的吗一些点于过收花用拿列支付安]|$|[?？,，])|谁|哪|各(?=是|自|有|花|多)|分别|相[比差当对较加]|对比|之间|还(?:[有要差]|是(?=[\u4e00-\u9fff]{2}))|都(?=[多高大少低小]|[没有超比])|[有没](?![限机色线])|列(?!车)|排(?=在|第|名|老|几|前)|占(?!地)|能(?=有|排|拿|收|花)|[花用收付拿掏给](?![卉园鸟样溪水地电藏费])|安排|账上|公开的|准备|打算|[一全]年|在|超[过出了]|不[如及]|减去|除以|要(?=比|再|加|花)|加[上起在一总]|加(?=[^速工强快大州拿入班减重价权盟密])|合[计起在到]|才(?=能|赶|够)|平均|当[初年时](?![\u4e00-\u9fff]{0,2}[所局院站馆校])|年[初末底](?![\u4e00-\u9fff]{0,2}[所局院站馆校])|原[先本](?=[\u4e00-\u9fff])|原来|起初|最[后终初](?=[^的]{2})|到底|究竟|实际|(?:给|为|把|将|从|往)(?=[\u4e00-\u9fff“\"]{2})|自己|名下|手[里上头]|账面|[这那]边|(?:之|以)外|除外|(?:里面?|里头|之中|当中)(?=谁|哪|[,，])|总共|一共|共(?=[有计花列安])|(?:预算|决算)(?=里|中|安排)|\)|$|(?=20\d\d年|(?:(?:财务)?收支|支出|收入)(?:预算|决算)?总?(?:表|计)|财政拨款|一般公共预算|政府性基金|政府采购|三公|[“\"]三公|公务|公用经费|人员经费|(?:基本|项目)支出))"
)
_JOINED_BEFORE = re.compile(r"(?:[和与跟同及、比加]|以及|超过了?|高于|低于|多于|少于)$")
_JOINED_AFTER = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:[和与跟同及、加]|以及|比(?![例重]))")
_OF_A_SORT = re.compile(
    r"(?<=[\u4e00-\u9fff])(?=的|那[份家个]|这[份家个]|[和与跟同]|、|还是|都(?=[多高大少低小]|[没有超比])|里面?(?=谁|哪)|[两三四五六]家(?=的|[,，])|谁|哪[个家]|占|各[是自有花]|分别|今年|去年|20\d\d年?|一年|全年|本年|比|是(?!的)|超过|高于|低于|多于|少于|减去?|除以|不如|不及|相比|[多高大少低小](?=[多少几]|还是|[出了吗]|[?？,，]|$)|[,，]|加[上起在]|合[计起在]|[,，]?(?:是不是|对吗|对不对|吗)|[?？]?$)"
)
_COMMON = re.compile(r"(?:中国|全国|国家|中央|中共|上海|北京|天津|重庆|[\u4e00-\u9fff]{2}省|人民|科学|研究)")
_SPENDING = re.compile(r"^(?:支出|经费|科目|\((?:类|款|项)\)|预算支出|的?支出)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text (start, end) that names institutes, by their numbers."""

    start: int
    end: int
    institutes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Flat:
    """A text with full-width forms folded and white space and quotation marks out, and where each character stood."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Flat:
        """Fold a text."""
        made = [(c, i) for i, whole in enumerate(text) for c in folded(whole)]
        return cls("".join(c for c, _ in made), tuple(i for _, i in made))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the folded text, in the text itself."""
        return self.places[start], self.places[end - 1] + 1


class Names:
    """The names of institutes, ready to be found in a text: a set of names for each character, as the bits of a number."""

    def __init__(self, institutes: Sequence[str]) -> None:
        """Institutes by number."""
        self._forms: list[tuple[str, int]] = [
            (form, number) for number, name in enumerate(institutes) for form in forms(name)
        ]
        self._whole = {form for form, _ in self._forms}
        self._with: dict[str, int] = _bits(((set(form)) for form, _ in self._forms), len(self._forms))
        self._ending: dict[str, int] = _bits(({form[-1]} for form, _ in self._forms), len(self._forms))

    def described(self, text: str) -> list[Mention]:
        """The institutes that a folded text describes, or calls by the first word of their names alone: 管航道的那个单位,
        澄江那个湿地站; 比远岚的多. Only where that leaves one."""
        found: list[Mention] = []
        for mention in (
            *self._by_what_they_do(text),
            *self._by_place(text),
            *self._by_old_name(text),
            *self._by_head(text),
            *self._by_tail(text),
        ):
            if all(mention.end <= k.start or mention.start >= k.end for k in found):
                found.append(mention)
        return sorted(found, key=lambda k: k.start)

    def _by_what_they_do(self, text: str) -> Iterator[Mention]:
        """管航道的那个单位, 澄江那个湿地站, 那家幼儿园."""
        for m in _DESCRIBED.finditer(text):
            kind = "" if m["kind"] in _ANY_BODY else m["kind"]
            for run in dict.fromkeys((m["run"], m["run"][m["run"].rfind("的", 0, -1) + 1 :], m["run"][-2:], "")):
                meant = self._in_order(_DOING.sub("", run).rstrip("的") + kind)
                at = m.start() + len(m["run"]) - len(run)
                if len(meant) == 1 and (_begins(text[:at]) or not run):
                    yield Mention(at, m.end(), meant)
                    break

    def _by_place(self, text: str) -> Iterator[Mention]:
        """麦湾市的文旅局."""
        for m in _OF_PLACE.finditer(text):
            for start in range(m.start(), m.end("place") - 1):
                meant = self._in_order(text[start : m.end("place")] + m["kind"])
                if len(meant) == 1 and _begins(text[:start]):
                    yield Mention(start, m.end(), meant)
                    break

    def _by_old_name(self, text: str) -> Iterator[Mention]:
        """环保局, which is 生态环境局 now."""
        for m in _OLD.finditer(text):
            for start in range(max(0, m.start() - _A_HEAD), m.start() + 1):
                meant = self._in_order(text[start : m.end()])
                if len(meant) == 1 and _begins(text[:start]):
                    yield Mention(start, m.end(), meant)
                    break

    def _by_head(self, text: str) -> Iterator[Mention]:
        """远岚 of 远岚极端材料研究所, where it stands alone."""
        for head, numbers in sorted(self._heads.items(), key=lambda h: -len(h[0])):
            for m in re.finditer(re.escape(head), text) if len(numbers) <= _FEW_SO_CALLED else ():
                after = _AFTER_HEAD.match(text, m.end())
                if len(numbers) > 1 and not text.startswith("的", m.end()):
                    continue
                if after is not None and _begins(text[: m.start()]):
                    yield Mention(m.start(), after.end("body") if after["body"] else m.end(), numbers)

    def _by_tail(self, text: str) -> Iterator[Mention]:
        """血站的物业费, where one body alone is called so."""
        for m in _OF_A_SORT.finditer(text):
            stretch = text[: m.start()]
            starts = (i for i in range(max(0, len(stretch) - _LONGEST), len(stretch) - 1) if _begins(stretch[:i]))
            for start in starts:
                numbers = self._tails.get(stretch[start:], ())
                if len(numbers) == 1:
                    yield Mention(start, m.start(), numbers)
                    break

    @cached_property
    def _tails(self) -> dict[str, tuple[int, ...]]:
        """By the words that a name ends with, where they are not what many are called: which institutes."""
        tails: dict[str, set[int]] = {}
        for form, number in self._forms:
            for start in word_starts(form):
                tail = form[start:]
                if start and len(tail) >= _LEAST and not _SORT.fullmatch(tail) and not is_spending(tail):
                    tails.setdefault(tail, set()).add(number)
        return {tail: tuple(sorted(numbers)) for tail, numbers in tails.items()}

    def beside(self, text: str, taken: Sequence[tuple[int, int]]) -> str:
        """The first word of a name that stands beside another in a folded text (汀南和…的), where it is in none of the stretches
        that are `taken`: several may be called so, or it is not read whom it names. Empty where there is none."""
        for head in sorted(self._heads, key=lambda h: -len(h)):
            for m in re.finditer(re.escape(head), text):
                joined = _JOINED_BEFORE.search(text[: m.start()]) or _JOINED_AFTER.match(text, m.end())
                if joined and all(m.end() <= start or end <= m.start() for start, end in taken):
                    return head
        return ""

    def _in_order(self, short: str) -> tuple[int, ...]:
        """The institutes whose names have all characters of a description in their order, the last one last."""
        if len(short) < _SHORTEST:
            return ()
        for said, meant in _CALLED.items():
            short = short.replace(said, meant)
        return tuple(sorted({n for form, n in self._forms if in_order(short, form)}))

    @cached_property
    def _heads(self) -> dict[str, tuple[int, ...]]:
        """By the word that a name begins with, where it is no common word: which institutes."""
        heads: dict[str, set[int]] = {}
        for form, number in self._forms:
            cut = [0]
            for word in _tokenizer().cut(form, HMM=False):
                cut.append(cut[-1] + len(word))
            place = _PLACE.match(form)
            for end in {*cut[1:3], *((place.end("name"), place.end()) if place else ())}:
                head = form[:end]
                if _LEAST <= end <= _A_HEAD and head != form and not (_SORT.fullmatch(head) or _COMMON.match(head)):
                    heads.setdefault(head, set()).add(number)
        return {head: tuple(sorted(numbers)) for head, numbers in heads.items() if not is_spending(head)}

    def find(self, text: str) -> list[Mention]:
        """The institutes that a folded text names, longest stretch first where several overlap, in order of place."""
        found = [m for end in range(2, len(text) + 1) if (m := self._ending_at(text, end)) is not None]
        found.sort(key=lambda m: (m.start - m.end, m.start))
        kept: list[Mention] = []
        for mention in found:
            if all(mention.end <= k.start or mention.start >= k.end for k in kept):
                kept.append(mention)
        return sorted(kept, key=lambda m: m.start)

    def _ending_at(self, text: str, end: int) -> Mention | None:
        left = self._ending.get(text[end - 1], 0)
        stretches: list[tuple[int, int]] = []
        for start in range(end - 2, max(-1, end - 1 - _LONGEST), -1):
            left &= self._with.get(text[start], 0)
            if not left:
                break
            stretches.append((start, left))
        for start, left in reversed(stretches):
            if institutes := self._meant(text[start:end], left, text[:start], text[end:]):
                return Mention(start, end, institutes)
        return self._short(text, end)

    def _meant(self, stretch: str, left: int, before: str, after: str) -> tuple[int, ...]:
        whole = stretch in self._whole
        if not whole and (len(stretch) < _SHORTEST or not _begins(before) or _SORT.fullmatch(stretch)):
            return ()
        if is_spending(stretch) and _SPENDING.match(after):
            return ()
        found = {self._forms[i][1] for i in _numbers(left) if _abbreviates(stretch, self._forms[i][0])}
        if whole:  # the name of one is not an abbreviation of another
            exact = {n for form, n in self._forms if form == stretch}
            found = exact or found
        return tuple(sorted(found))

    def _short(self, text: str, end: int) -> Mention | None:
        for short, long in _SHORT.items():
            if text.endswith(short, 0, end) and _begins(text[: end - len(short)]):
                found = {number for form, number in self._forms if long in form}
                if found:
                    return Mention(end - len(short), end, tuple(sorted(found)))
        return None


def forms(name: str) -> list[str]:
    """What an institute is called in full: its name, without and within its brackets, with its last word cut short."""
    whole = folded(name)
    outside = re.sub(r"\([^()]*\)", "", whole)
    inside = [part for part in re.findall(r"\(([^()]*)\)", whole) if len(part) >= 4 and part not in {"本级", "汇总"}]
    made = list(dict.fromkeys(form for form in (whole, outside, *inside) if form))
    for form in list(made):
        for tail in _TAILS:
            long, short = tail.split("/")
            if form.endswith(long) and len(form) > len(long) + 1:
                made.append(form[: -len(long)] + short)
        if (numbered := _NUMBERED.search(form)) is not None:  # 第三幼儿园, 三幼
            made.append(f"{form[: numbered.start()]}{numbered['number']}{_SCHOOLS[numbered['sort']]}")
    return [form for form in dict.fromkeys(made) if len(form) >= 2]


def _bits(sets: Iterator[set[str]], count: int) -> dict[str, int]:
    """By character, the numbers of the sets that have it, as the bits of an integer."""
    places: dict[str, array[int]] = {}
    for number, characters in enumerate(sets):
        for character in characters:
            places.setdefault(character, array("l")).append(number)
    made = {}
    for character, numbers in places.items():
        field = bytearray(count // 8 + 1)
        for number in numbers:
            field[number >> 3] |= 1 << (number & 7)
        made[character] = int.from_bytes(field, "little")
    return made


def _numbers(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _begins(before: str) -> bool:
    """Whether a name can begin after these words: not in the middle of another's."""
    return not before or before[-1] in _CLAUSE or not _is_han(before[-1]) or _BEFORE.search(before) is not None


def _is_han(character: str) -> bool:
    return unicodedata.category(character) == "Lo"


@lru_cache(maxsize=1)
def _spending_names() -> frozenset[str]:
    return frozenset(n for c in ("functional", "economic") for names in classification(c).names.values() for n in names)


def is_spending(stretch: str) -> bool:
    """Whether it is what a kind of spending is called by the classifications (博物馆)."""
    return stretch in _spending_names()


@lru_cache(maxsize=1)
def _function_names() -> frozenset[str]:
    functional, economic = (
        frozenset(n for names in classification(c).names.values() for n in names) for c in ("functional", "economic")
    )
    return functional - economic


def is_function(stretch: str) -> bool:
    """Whether it is what spending for a purpose is called, and none by nature (社会保障和就业支出): every document lists what it
    spends by purpose, not all of them by nature."""
    return stretch in _function_names()


@lru_cache(maxsize=65536)
def _abbreviates(short: str, form: str) -> bool:
    """Whether a stretch is a form of a name, a part of it to its end, or an abbreviation."""
    if short == form:
        return True
    if not form.endswith(short[-1]):
        return False
    starts = word_starts(form)
    last = len(form) - 1

    def runs(at: int, place: int) -> bool:
        """Whether the rest of `short` from `at` can stand in the form behind `place`, where `at - 1` stands."""
        if at == len(short):
            return place == last
        following = place + 1
        if at and following <= last and form[following] == short[at] and runs(at + 1, following):
            return True
        return any(
            form[p] == short[at] and (p in starts or (p == last and at == len(short) - 1)) and runs(at + 1, p)
            for p in range(following + (1 if at else 0), last + 1)
        )

    return runs(0, -1)


@lru_cache(maxsize=65536)
def word_starts(form: str) -> frozenset[int]:
    """Where words of a name begin; the end of the body or place that it belongs to counts (中科院, 市财政局)."""
    places = {0}
    at = 0
    for word in _tokenizer().cut(form, HMM=False):
        places.add(at)
        if len(word) > 3:
            places.update(range(at + 2, at + len(word) - 1, 2))  # 人力资源 is two words to whoever shortens it
        at += len(word)
    return frozenset(places | {i for i, c in enumerate(form[:-1]) if c in _ORGANS})


def without_short_name(text: str, institute: str) -> str:
    """A folded text without a short name of an institute: three or more of its characters in their order, to the last one
    (防汛物资站, 农机站 of 栖原市农机推广站)."""
    bare = re.sub(r"\([^()]*\)", "", institute)
    for tail in (t for t in KINDS if bare.endswith(t)):
        for m in reversed(list(re.finditer(tail, text))):
            start = m.start()
            while start > 0 and in_order(text[start - 1 : m.end()], bare):
                start -= 1
            whole = bare.endswith(text[start : m.end()]) and re.search(r"(?:^|[,，、。?？])$", text[:start]) is not None
            if m.start() - start >= (1 if whole else _LEAST):
                text = text[:start] + text[m.end() :]
    return text


def kind_words(text: str, institute: str) -> Iterator[tuple[int, int]]:
    """Where a folded text calls an institute by what sort of body it is (拨给研究所多少, 局里的车), without the words that point
    to it; the same word behind another name (水稻研究所) is another body's."""
    bare = re.sub(r"\([^()]*\)", "", institute)
    tails = [t for t in KINDS if bare.endswith(t)]
    for tail in tails:
        inside = r"(?:里面?|内部?|名下|手里|手上|账上|自己|本身)"
        ends = rf"{inside}?" if len(tail) > 1 else inside
        before = r"(?:(?<=^)|(?<=[,，。、:：(给拨由让在到为归靠帮对从问个该本整年是家请]))"
        for m in re.finditer(rf"{before}(?:整个|这个|这家|该|全)?{re.escape(tail)}{ends}的?", text):
            yield m.span()


_LEAST = 2
KINDS = ("研究中心", "中心", "研究院", "研究所", "街道办事处", "街道", "委员会", "学校", "大学", "学院", "医院", "少年宫", "幼儿园", "博物馆", "图书馆", "方志馆", "文化馆", "局", "所", "院", "馆", "站", "校", "厅", "委", "处", "队", "社", "会", "宫", "园", "团", "台", "场")  # fmt: skip


def in_order(piece: str, name: str) -> bool:
    """Whether a name has all characters of a piece, in their order."""
    at = iter(name)
    return all(char in at for char in piece)
