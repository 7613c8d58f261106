"""The page in a browser, as a person uses it: upload, ask, see the proof, correct a figure, download, compare.

No dialog opens but the one that asks before a document is removed, nothing is asked of another host, nothing is logged.
"""

from __future__ import annotations

import csv
import json
import os
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pymupdf
import pytest

from eval.make_library import index
from extract.render import Renderer
from tabs import cards
from tabs.compares import HUES
from tests import model_server
from tests.browser import GENOME, IMAGE, MARINE, RELICS, make_hostile, sample_library, serving
from tests.pdfs import Draft

CHROMIUM = Path("/usr/bin/chromium")
WAIT = 90_000  # milliseconds: a busy machine is no failure
SETTLED = 5.0  # seconds in which a page that is drawn has its answers
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
QUIET = (
    r"^AbortError: (signal is aborted without reason|BodyStreamBuffer was aborted)\n",
    r"Connection errored out\. $",
)
"""What gradio itself logs as errors where a page is left while it waits for something."""

if not CHROMIUM.exists() and not os.environ.get("GOUJI_NEEDS_CHROMIUM"):
    pytest.skip(f"no {CHROMIUM}: these tests need Debian's chromium", allow_module_level=True)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("page")]


class Watch:
    """What a page must not do: dialogs, requests to other hosts, errors."""

    def __init__(self) -> None:
        self.dialogs: list[str] = []
        self.elsewhere: list[str] = []
        self.errors: list[str] = []
        self.agreed = False
        """Whether a dialog is expected, and agreed to."""
        self.waiting: set[Any] = set()
        """Events that the page has asked for and that are not answered yet."""

    def on(self, context: Any) -> None:
        """Watch a browser session."""
        context.on("dialog", self._dialog)
        context.on("request", self._request)
        context.on("requestfinished", lambda r: self.waiting.discard(r))
        context.on("requestfailed", lambda r: self.waiting.discard(r))
        context.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        context.on("weberror", lambda e: self.errors.append(str(e.error)))

    def _dialog(self, dialog: Any) -> None:
        if self.agreed:
            dialog.accept()
            return
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        if not re.match(r"http://127\.0\.0\.1:\d+/|data:|blob:", request.url):
            self.elsewhere.append(request.url)
        if request.is_navigation_request():
            self.waiting.clear()  # the page that asked is left
        if "/gradio_api/queue/" in request.url or "/gradio_api/run/" in request.url:
            self.waiting.add(request)

    def quiet(self) -> None:
        """Raises AssertionError where something happened that must not."""
        assert self.dialogs == []
        assert self.elsewhere == []
        told = [e for e in self.errors if not any(re.search(q, e) for q in QUIET)]
        assert told == [], "\n".join(told)


@pytest.fixture(scope="module")
def patched() -> Iterator[None]:
    """Uploads are indexed with vectors by chance: the model for true ones takes long to load, and no test asks it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cards, "update_library", lambda library, progress=None: index(library.root, progress))
        yield


@pytest.fixture(scope="module")
def page_of(tmp_path_factory: pytest.TempPathFactory, patched: None) -> Iterator[Any]:
    """The page of the three samples."""
    with serving(sample_library(tmp_path_factory)) as served:
        served.warming.join(120)
        yield served


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


class Person:
    """Someone at a browser, with a profile of their own."""

    def __init__(self, chromium: Any, url: str, folder: Path, **how: Any) -> None:
        self.watch = Watch()
        settings = {"locale": "zh-CN", "viewport": {"width": 1280, "height": 800}, "accept_downloads": True} | how
        self.context = chromium.new_context(**settings)
        self.context.set_default_timeout(WAIT)
        self.watch.on(self.context)
        self.folder, self.url = folder, url
        self.page = self.context.new_page()
        self.open()

    def open(self) -> None:
        """Open the page, and wait until it can be used."""
        self.page.goto(self.url)
        self.rest()

    def rest(self) -> None:
        """Wait until the page can be used: it is drawn, and what it asks for when it is opened is answered.

        A page that is left may open its stream of answers once more, which then never ends: no wait for that is long.
        """
        self.page.wait_for_selector("#gj-suggested [data-act=ask], #gj-suggested .gj-note", timeout=WAIT)
        quiet, until = 0, time.monotonic() + SETTLED
        while quiet < 3 and time.monotonic() < until:
            self.page.wait_for_timeout(100)
            quiet = 0 if self.watch.waiting else quiet + 1

    def tab(self, name: str) -> None:
        """Turn to a tab."""
        self.page.get_by_role("tab", name=name, exact=True).click()

    def choose(self, name: str) -> None:
        """Choose a document in the list at the top."""
        box = self.page.locator("#gj-document input")
        box.click()
        self.page.get_by_role("option").filter(has_text=name).first.click()

    def ask(self, question: str) -> Any:
        """Ask, and wait for the answer; its element."""
        answers = self.page.locator("#gj-chat .gj-answer")
        before = answers.count()
        box = self.page.locator("#gj-question textarea")
        box.fill(question)
        box.press("Enter")
        self.page.wait_for_function(
            "n => document.querySelectorAll('#gj-chat .gj-answer').length > n", arg=before, timeout=WAIT
        )
        return answers.nth(before)

    def proof(self, page: int) -> Any:
        """Wait until a page of a document is shown, its own mark in sight; the mark."""
        self.page.wait_for_function(
            "n => document.querySelector('#gj-proof .gj-where')?.textContent.includes(n)", arg=f"第 {page} 页"
        )
        self.page.wait_for_function(INSIDE, timeout=WAIT)
        return self.page.locator("#gj-proof .gj-mark-own")

    def download(self, selector: str) -> Path:
        """Click for a download; the file."""
        self.page.wait_for_selector(
            f"{selector}[href], {selector} a[href], a:has({selector}), {selector}:not([disabled])"
        )
        with self.page.expect_download() as got:
            self.page.locator(selector).click()
        path: Path = self.folder / got.value.suggested_filename
        got.value.save_as(path)
        return path

    def close(self) -> None:
        """Nothing happened that must not; end."""
        self.watch.quiet()
        self.context.close()


INSIDE = """() => {
  const mark = document.querySelector('#gj-proof .gj-mark-own'), view = document.querySelector('#gj-proof .gj-window');
  const picture = document.querySelector('#gj-proof img');
  if (!mark || !view || !picture || !picture.complete || !picture.naturalWidth) return false;
  const m = mark.getBoundingClientRect(), v = view.getBoundingClientRect();
  return m.width > 4 && m.height > 4 && m.left >= v.left - 1 && m.right <= v.right + 1
    && m.top >= v.top - 1 && m.bottom <= v.bottom + 1;
}"""


@pytest.fixture
def person(chromium: Any, page_of: Any, tmp_path: Path) -> Iterator[Person]:
    someone = Person(chromium, page_of.url, tmp_path)
    yield someone
    someone.close()


# --- asking ----------------------------------------------------------------------------------------------------------


def test_a_figure_is_asked_for_and_its_line_of_the_page_is_seen(person: Person, page_of: Any) -> None:
    person.choose("基因组")
    answer = person.ask("公务接待费是多少")
    assert answer.locator(".gj-lead").inner_text() == "3.00 万元"
    assert "已核实" in answer.locator(".gj-trust").inner_text()
    assert "第 21 页" in answer.locator(".gj-where").inner_text()
    person.proof(21)

    second = answer.locator(".gj-source").nth(1)
    where = re.search(r"第 (\d+) 页", second.inner_text())
    assert where is not None
    second.click()
    person.proof(int(where[1]))
    steps = person.page.locator("#gj-proof .gj-steps")
    count = answer.locator(".gj-source").count()
    assert f"2 / {count}" in steps.inner_text()
    steps.locator("button").first.click()
    person.page.wait_for_function("document.querySelector('#gj-proof .gj-steps').innerText.includes('1 / ')")
    person.proof(21)
    person.page.locator("#gj-proof .gj-tools [data-by='1.25']").focus()
    person.page.keyboard.press("ArrowRight")
    person.page.wait_for_function("document.querySelector('#gj-proof .gj-steps').innerText.includes('2 / ')")
    person.proof(int(where[1]))

    follow = person.ask("那公务用车呢")
    assert "10.75 万元" in follow.inner_text()
    person.page.get_by_role("button", name=re.compile("Retry|重试", re.IGNORECASE)).last.click()
    person.page.wait_for_timeout(1500)
    assert person.page.locator("#gj-chat .gj-answer").count() == 2

    person.page.get_by_role("button", name=re.compile("^(Like|点赞|喜欢|赞)$", re.IGNORECASE)).last.click()
    kept = page_of.desk.library.root / "feedback.jsonl"
    person.page.wait_for_function("document.body.innerText.includes('已记入资料库')")
    told = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    assert [(t["question"], t["liked"], t["documents"]) for t in told] == [("那公务用车呢", True, [GENOME])]

    person.open()
    person.page.wait_for_function("document.querySelectorAll('#gj-chat .gj-answer').length === 2")
    assert person.page.locator("#gj-chat .gj-lead").first.inner_text() == "3.00 万元"


def test_each_tab_of_a_browser_keeps_its_own_chat(person: Person) -> None:
    answers = "n => document.querySelectorAll('#gj-chat .gj-answer').length === n"
    person.choose("基因组")
    person.ask("公务接待费是多少")
    one = person.page
    with (
        person.context.expect_page() as opened
    ):  # a new tab begins with the newest chat, as a duplicated one does with its own
        one.evaluate("window.open(location.href)")
    two = opened.value
    two.wait_for_function(answers, arg=1)
    person.ask("那公务用车呢")
    person.page = two
    person.choose("文物")
    person.ask("总支出是多少")
    person.ask("人员经费是多少")
    for tab, asked in (
        (one, ["公务接待费是多少", "那公务用车呢"]),
        (two, ["公务接待费是多少", "总支出是多少", "人员经费是多少"]),
    ):
        tab.reload()
        tab.wait_for_function(answers, arg=len(asked))
        assert tab.locator("#gj-chat .gj-q").all_inner_texts() == asked
    one.get_by_role("button", name=re.compile("Clear|清空|清除", re.IGNORECASE)).click()
    one.wait_for_function(answers, arg=0)
    one.reload()
    one.wait_for_selector("#gj-suggested [data-act=ask]")
    one.wait_for_function(answers, arg=0)
    two.reload()
    two.wait_for_function(answers, arg=3)


def test_two_people_do_not_mix(chromium: Any, page_of: Any, tmp_path: Path) -> None:
    one, two = (Person(chromium, page_of.url, tmp_path) for _ in range(2))
    one.choose("基因组")
    two.choose("文物")
    assert one.ask("公务接待费是多少").locator(".gj-lead").inner_text() == "3.00 万元"
    other = two.ask("公务接待费是多少").locator(".gj-lead").inner_text()
    assert other != "3.00 万元"
    assert "10.75 万元" in one.ask("那公务用车呢").inner_text()
    assert one.page.locator("#gj-chat .gj-answer").count() == 2
    assert two.page.locator("#gj-chat .gj-answer").count() == 1
    one.close()
    two.close()


def test_a_suggested_question_is_one_click(person: Person) -> None:
    person.choose("海洋")
    person.page.wait_for_function("[...document.querySelectorAll('#gj-suggested [data-act=ask]')].length >= 3")
    person.page.wait_for_timeout(500)
    person.page.locator("#gj-suggested [data-act=ask]").first.click()
    person.page.wait_for_selector("#gj-chat .gj-lead")
    person.page.wait_for_function(INSIDE)


# --- documents -------------------------------------------------------------------------------------------------------


def test_a_disclosure_is_uploaded_and_told_and_removed(person: Person, page_of: Any, tmp_path: Path) -> None:
    path = Draft().save(tmp_path / "station.pdf")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    person.tab("文件")
    person.page.locator("#gj-upload input[type=file]").set_input_files([str(tmp_path / "broken.pdf"), str(path)])
    card = person.page.locator("#gj-outcome .gj-card", has_text="滨海市水文监测站")
    card.locator(".gj-counts").wait_for(timeout=120_000)
    failed = person.page.locator("#gj-outcome .gj-failed")
    assert "broken.pdf" in failed.inner_text()
    assert "PDF 已损坏或不完整" in failed.inner_text()
    assert re.search(r"已核实 \d+", card.inner_text())
    assert "没有发现对不上的地方" in card.inner_text()
    person.page.wait_for_function(  # the card is there while its text is still being indexed
        "document.querySelector('#gj-document input').value.startsWith('滨海市水文监测站')"
    )
    assert len(page_of.desk.library.ids()) == 4
    card.locator("[data-act=open]").click()
    opened = person.page.locator("#gj-opened")
    person.watch.agreed = True
    opened.locator("[data-act=remove]").click()
    person.page.wait_for_function("document.querySelector('#gj-opened').innerText.includes('已移除')")
    assert len(page_of.desk.library.ids()) == 3
    person.page.wait_for_function("!document.querySelector('#gj-list').innerText.includes('水文')")


def test_a_finding_opens_its_place(person: Person) -> None:
    person.tab("文件")
    person.page.locator("#gj-list [data-act=open]", has_text="基因组").click()
    card = person.page.locator("#gj-opened .gj-card")
    card.wait_for()
    assert "原文不平 16" in card.inner_text()
    finding = card.locator(".gj-finding", has_text="应为 37,819.93，印作 41,354.93")
    finding.click()
    person.proof(9)
    person.page.locator("#gj-filter input, #gj-filter textarea").first.fill("2023")
    person.page.wait_for_function("document.querySelectorAll('#gj-list [data-act=open]').length === 1")


# --- tables, review, comparison --------------------------------------------------------------------------------------


def test_a_table_is_seen_as_printed_and_downloaded(person: Person) -> None:
    person.choose("基因组")
    person.tab("表格")
    person.page.wait_for_selector("#gj-sheet table")
    person.page.locator("#gj-table-choice input").click()
    person.page.get_by_role("option").filter(has_text="“三公”经费支出表").click()
    person.page.wait_for_selector("#gj-sheet th[colspan='6']")
    assert person.page.locator("#gj-sheet th[colspan='6']").inner_text() == "2025年预算数"
    person.page.locator("#gj-sheet [data-act=cell]", has_text="3.00").click()
    person.proof(21)
    path = person.download("#gj-download-xlsx")
    assert path.name == "genome_institute_2025.xlsx"
    book = openpyxl.load_workbook(path)
    assert 3.0 in {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    path = person.download("#gj-download-csv")
    with path.open(encoding="utf-8-sig", newline="") as handle:
        (line,) = [
            r
            for r in csv.DictReader(handle)
            if r["table"] == "three_public" and r["column"] == "2025年预算数/公务接待费"
        ]
    assert (line["value"], line["unit"], line["page"], line["verdict"]) == ("3.00", "万元", "21", "verified")


def test_a_figure_is_corrected_and_the_correction_taken_back(person: Person, page_of: Any) -> None:
    facts = page_of.desk.library.root / "facts.csv"

    def corrected() -> list[tuple[str, str]]:
        with facts.open(encoding="utf-8", newline="") as handle:
            return [(r["row"], r["value"]) for r in csv.DictReader(handle) if r["verdict"] == "corrected"]

    person.choose("基因组")
    person.tab("复核")
    person.page.locator("#gj-needed [data-act=pick]").first.click()
    person.page.wait_for_selector("#gj-picked .gj-crop img")
    assert "41,354.93" in person.page.locator("#gj-picked .gj-picked").inner_text()
    person.page.locator("#gj-correct").click()
    person.page.wait_for_function("document.querySelector('#gj-decided').innerText.includes('请填写复核人')")
    person.page.locator("#gj-who input, #gj-who textarea").first.fill("张三")
    person.page.locator("#gj-value input, #gj-value textarea").first.fill("三万")
    person.page.locator("#gj-correct").click()
    person.page.wait_for_function("document.querySelector('#gj-decided').innerText.includes('不是可用的数值')")
    person.page.locator("#gj-value input, #gj-value textarea").first.fill("37,819.93")
    person.page.locator("#gj-correct").click()
    person.page.wait_for_function("document.querySelector('#gj-decided').innerText.includes('已记下')")
    assert corrected() == [("科学技术支出", "37819.93")]
    person.page.wait_for_function("document.querySelector('#gj-history').innerText.includes('张三')")
    person.page.locator("#gj-withdraw").click()
    person.page.wait_for_function("document.querySelector('#gj-history').innerText.includes('撤回')")
    assert corrected() == []


def test_institutes_stand_side_by_side_with_a_chart(person: Person) -> None:
    person.tab("比较")
    person.page.wait_for_selector("#gj-comparison table")
    told = person.page.locator("#gj-comparison").inner_text()
    for institute in ("基因组", "文物", "海洋"):
        assert institute in told
    person.page.wait_for_selector("#gj-chart svg, #gj-chart canvas")
    person.page.wait_for_timeout(1500)  # drawn, it is drawn once more
    names = person.page.locator("#gj-hues .gj-hue")
    picture = pymupdf.Pixmap(str(person.download("#gj-chart button[aria-label=Export]")))
    below = range(picture.height - 80 * (1 + names.count() // 4), picture.height, 3)
    seen = {"#{:02x}{:02x}{:02x}".format(*picture.pixel(x, y)[:3]) for x in range(0, picture.width, 3) for y in below}
    assert names.count() > 2
    assert set(list(HUES.values())[: names.count()]) <= seen, "a downloaded chart has its legend"
    person.page.locator("#gj-comparison [data-act=show]").first.click()
    person.page.wait_for_function(INSIDE)
    path = person.download("#gj-compare-csv")
    assert path.read_bytes().count(b"\n") > 3


# --- the rest --------------------------------------------------------------------------------------------------------


def test_the_language_is_switched_and_kept(person: Person) -> None:
    person.page.locator("[data-act=language]").click()
    person.page.wait_for_url("**/en")
    person.page.get_by_role("tab", name="Documents", exact=True).wait_for()
    person.rest()
    assert person.page.evaluate("document.documentElement.lang") == "en"
    person.page.goto(person.url)
    person.page.wait_for_url("**/en")
    person.rest()
    person.page.locator("[data-act=language]").click()
    person.page.get_by_role("tab", name="文件", exact=True).wait_for()
    person.rest()


def test_the_language_is_the_browsers(chromium: Any, page_of: Any, tmp_path: Path) -> None:
    someone = Person(chromium, page_of.url, tmp_path, locale="en-GB")
    someone.page.wait_for_url("**/en")
    answer = someone.ask("基因组所的公务接待费是多少")
    assert "verified" in answer.locator(".gj-trust").inner_text()
    someone.close()


def test_a_phone_shows_everything_within_its_width(chromium: Any, page_of: Any, tmp_path: Path) -> None:
    someone = Person(chromium, page_of.url, tmp_path, viewport={"width": 390, "height": 844}, has_touch=True)
    someone.choose("基因组")
    someone.ask("公务接待费是多少")
    someone.proof(21)
    for tab in ("提问", "文件", "表格", "复核", "比较"):
        someone.page.evaluate("window.scrollTo(0, 0)")
        if someone.page.get_by_role("tab", name=tab, exact=True).is_visible():
            someone.tab(tab)
        someone.page.wait_for_timeout(600)
        assert someone.page.evaluate("document.documentElement.scrollWidth") <= 390, tab
        wide = someone.page.evaluate(
            """() => [...document.querySelectorAll('#gj-columns, #gj-tabs, #gj-proof, .gj-proof, .gj-card, .gj-top, #gj-document')]
                 .filter(e => e.offsetParent && e.getBoundingClientRect().right > 391).map(e => e.id || e.className)"""
        )
        assert wide == [], tab
    someone.close()


@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_a_phone_shows_all_tabs_and_what_is_chosen_before_the_arrow(
    chromium: Any, page_of: Any, tmp_path: Path, locale: str
) -> None:
    someone = Person(chromium, page_of.url, tmp_path, viewport={"width": 390, "height": 844}, locale=locale)
    tabs = someone.page.get_by_role("tab")
    assert tabs.count() == 5
    tops = {round(tabs.nth(i).bounding_box()["y"]) for i in range(5) if tabs.nth(i).is_visible()}
    assert len(tops) == 1
    someone.choose("基因组")
    room = someone.page.locator("#gj-document input").evaluate("e => parseFloat(getComputedStyle(e).paddingRight)")
    assert room >= 24
    tabs.nth(4).click()
    someone.page.wait_for_selector("#gj-comparison table")
    someone.page.wait_for_selector("#gj-hues .gj-hue")
    wide = someone.page.evaluate("""() => [...document.querySelectorAll('#gj-hues .gj-hue')]
        .filter(e => e.getBoundingClientRect().right > 390).length""")
    assert wide == 0
    someone.close()


def test_hostile_names_do_nothing_in_any_tab(
    chromium: Any, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, patched: None
) -> None:
    root = sample_library(tmp_path_factory)
    for document in (GENOME, RELICS, MARINE):
        make_hostile(root, document)
    with serving(root) as served:
        someone = Person(chromium, served.url, tmp_path)
        shown = "t => document.querySelector(t[0])?.innerText.includes(t[1])"
        for question in ("总支出是多少", IMAGE, "${7*7} {{value}} 公务接待费是多少", "![x](http://evil.example/x.png)"):
            someone.ask(question)
        someone.page.wait_for_function(shown, arg=["#gj-chat", IMAGE])
        someone.page.wait_for_function(shown, arg=["#gj-chat", "${7*7} {{value}}"])
        someone.choose("2025")
        someone.page.wait_for_timeout(1000)
        someone.tab("文件")
        someone.page.wait_for_function(shown, arg=["#gj-list", IMAGE])
        someone.page.locator("#gj-list tr", has_text="2025").locator("[data-act=open]").click()
        someone.page.wait_for_function(shown, arg=["#gj-opened", IMAGE])
        someone.page.locator("#gj-opened [data-act=show]").first.click()
        someone.page.wait_for_function(shown, arg=["#gj-proof", IMAGE])
        someone.tab("表格")
        someone.page.wait_for_function(shown, arg=["#gj-sheet", IMAGE])
        someone.page.locator("#gj-sheet [data-act=cell]").first.click()
        someone.page.wait_for_function(shown, arg=["#gj-proof", "${7*7}{{value}}"])
        someone.tab("复核")
        someone.page.locator("#gj-needed [data-act=pick]").first.click()
        someone.page.wait_for_function(shown, arg=["#gj-picked", IMAGE])
        someone.tab("比较")
        someone.page.wait_for_function(shown, arg=["#gj-comparison", IMAGE])
        assert someone.page.locator("img[src=x]").count() == 0
        assert someone.page.locator("a[href^=javascript]").count() == 0
        someone.close()


def test_a_page_that_cannot_be_drawn_says_so_and_the_next_works(
    person: Person, page_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extract.errors import LimitError

    true = Renderer.picture

    def broken(self: Renderer, pdf: Path, page: int, *rest: Any) -> Any:
        if page == 21:
            raise LimitError("max_seconds", "第 21 页画了 20 秒还没有画完")
        return true(self, pdf, page, *rest)

    monkeypatch.setattr(Renderer, "picture", broken)
    person.choose("基因组")
    answer = person.ask("公务接待费是多少")
    person.page.wait_for_function("document.querySelector('#gj-proof').innerText.includes('还没有画完')")
    answer.locator(".gj-source").nth(1).click()
    person.page.wait_for_function(INSIDE)


def test_with_a_model_the_answer_of_the_rules_is_seen_before_the_last_one(
    chromium: Any, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    """The model says nothing until the answer of the rules was seen in the browser."""
    seen = threading.Event()
    said = {"sentences": [{"text": "公务接待费预算数比上年减少。", "sources": [1]}]}

    def responder(_: Any) -> Any:
        assert seen.wait(WAIT / 1000)
        return said

    shown = "t => document.querySelector('#gj-chat .gj-said')?.innerText.includes(t)"
    with model_server.serving(responder) as model:
        settings = model.settings(mode="json_schema")
        with serving(sample_library(tmp_path_factory), settings=settings) as served:
            served.warming.join(120)
            someone = Person(chromium, served.url, tmp_path)
            try:
                someone.choose("海洋")
                answer = someone.ask("公务接待费为什么减少？")
                first = answer.locator(".gj-said").inner_text()
                assert first
                assert said["sentences"][0]["text"] != first
                seen.set()
                someone.page.wait_for_function(shown, arg=said["sentences"][0]["text"], timeout=WAIT)
                assert someone.page.locator("#gj-chat .gj-answer").count() == 1
            finally:
                seen.set()
            someone.close()
