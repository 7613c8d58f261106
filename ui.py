"""The page: `python ui.py`, or `gouji chat`. A thin face: what it shows is asked of `extract` and `qa`, in `tabs/`."""

from __future__ import annotations

import hashlib
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.request import urlopen

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gradio as gr
from starlette.middleware import Middleware

from extract.errors import UsageError
from extract.limits import Limits
from prompts import ModelSettings
from tabs.answers import suggestions
from tabs.chat import chat_tab
from tabs.compare import compare_tab
from tabs.desk import Desk
from tabs.documents import documents_tab
from tabs.frame import QUIET, Frame, document_choices
from tabs.guard import Guard
from tabs.markup import attribute, button, esc, places_from
from tabs.proof import empty, panel
from tabs.review import review_tab
from tabs.tables import tables_tab
from tabs.words import EN, ZH, Words

HOST, PORT = "127.0.0.1", 7860
_HERE = Path(__file__).parent / "tabs"
_FONT = ["system-ui", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"]
_LANGUAGE = """<script>
(() => {
  const english = /\\/en\\/?$/.test(location.pathname);
  let wanted = null;
  try { wanted = localStorage.getItem('gouji-language'); } catch (e) { /* not kept */ }
  wanted = wanted || ((navigator.language || 'zh').toLowerCase().startsWith('zh') ? 'zh' : 'en');
  document.documentElement.lang = english ? 'en' : 'zh-CN';
  if (wanted === 'en' && !english) location.replace(location.pathname.replace(/\\/?$/, '/en'));
})();
</script>"""


def build(desk: Desk) -> gr.Blocks:
    """The whole page, Chinese at /, English at /en."""
    with gr.Blocks(title=ZH.title, analytics_enabled=False, delete_cache=(3600, 3600), fill_width=True) as blocks:
        _page(desk, ZH, blocks)
    with blocks.route(EN.language, "/en", show_in_navbar=False):
        _page(desk, EN, blocks)
    return blocks


def _page(desk: Desk, words: Words, blocks: gr.Blocks) -> None:
    gr.Navbar(visible=False)
    top = gr.HTML(_top(desk, words), js_on_load=None)
    document = gr.Dropdown(document_choices(desk, words), value="", label=words.document, elem_id="gj-document")
    changed = gr.State(0)
    with gr.Row(elem_id="gj-columns"):
        with gr.Column(scale=6, min_width=320), gr.Tabs(elem_id="gj-tabs", overflow_behavior="wrap") as tabs:
            chat = gr.Tab(words.tab_chat, id="chat")
            documents = gr.Tab(words.tab_documents, id="documents")
            tables = gr.Tab(words.tab_tables, id="tables")
            review = gr.Tab(words.tab_review, id="review")
            comparing = gr.Tab(words.tab_compare, id="compare")
        with gr.Column(scale=5, min_width=320):
            proof = gr.HTML(empty(words), js_on_load=None, elem_id="gj-proof")
    bridge = gr.HTML("", js_on_load=(_HERE / "bridge.js").read_text(encoding="utf-8"), elem_id="gj-bridge")

    def spent() -> Any:
        return _top(desk, words) if desk.settings.configured else gr.skip()

    frame = Frame(desk, words, document, proof, bridge, tabs, changed, spent, top, blocks.load)
    with chat:
        chat_tab(frame, "gouji-" + hashlib.sha256(str(desk.library.root.resolve()).encode()).hexdigest()[:12])
    with documents:
        documents_tab(frame)
    with tables:
        tables_tab(frame, tables)
    with review:
        review_tab(frame, review)
    with comparing:
        compare_tab(frame, comparing)

    def show(event: gr.EventData) -> Any:
        at = attribute(event, "at")
        try:
            places = places_from(attribute(event, "places"))
        except ValueError:
            return gr.skip()
        return panel(desk, places, at if isinstance(at, int) else 0, words)

    bridge.show(show, None, proof, **QUIET)
    blocks.load(lambda: (gr.update(choices=frame.choices()), _top(desk, words)), None, [document, top], **QUIET)
    blocks.load(lambda: gr.skip() if desk.library.names() else gr.update(selected="documents"), None, tabs, **QUIET)
    changed.change(lambda: _top(desk, words), None, top, **QUIET)


def _top(desk: Desk, words: Words) -> str:
    """Name, mode, cost so far, and the other language."""
    mode = words.no_model
    if desk.settings.configured:
        used = desk.all_spent()
        cost = words.spent_cost.format(cost=f"{used.cost:.4f}") if used.cost else ""
        spent = words.spent.format(
            calls=used.calls, tokens_in=f"{used.prompt_tokens:,}", tokens_out=f"{used.output_tokens:,}", cost=cost
        )
        mode = f"{words.with_model.format(model=desk.settings.model)} · {spent}"
    to, href = ("en", "./en") if words.language == "zh" else ("zh", "./")
    return (
        f'<div class="gj-top"><h1>{esc(words.title)}</h1><span class="gj-small">{esc(words.tagline)}</span>'
        f'<span class="gj-mode">{esc(mode)}</span>{button("language", words.switch, "gj-quiet", to=to, href=href)}</div>'
    )


def theme() -> gr.themes.Base:
    """Fonts that are on the machine (nothing is fetched), and greys that can be read."""
    plain = gr.themes.Default(
        primary_hue="blue", neutral_hue="slate", font=_FONT, font_mono=["ui-monospace", "monospace"]
    )
    return plain.set(  # gradio's own are too pale to be read
        body_text_color_subdued="*neutral_600",
        block_label_text_color="*neutral_600",
        input_placeholder_color="*neutral_500",
        button_primary_background_fill="*primary_600",
        button_primary_background_fill_hover="*primary_700",
    )


@dataclass(frozen=True)
class Served:
    """A page that is being served, at `url`."""

    url: str
    blocks: gr.Blocks
    desk: Desk
    warming: threading.Thread
    """Ends when a first question is answered as soon as any other."""
    drawing: threading.Thread
    """Ends when a first page of a document is drawn as soon as any other; an answer does not wait for it."""
    closing: threading.Event

    def wait(self) -> None:
        """Go on until Ctrl-C."""
        with suppress(KeyboardInterrupt):
            threading.Event().wait()

    def check(self) -> str:
        """Ask the page for what a browser would; what it answered, in words. Raises OSError where it does not."""
        told = []
        for path in ("", "en"):
            with urlopen(self.url + path, timeout=30) as response:  # noqa: S310 - our own address
                told.append(f"/{path} {response.status}，{len(response.read()) / 1000:.0f} kB")
        return "；".join(told)

    def close(self) -> None:
        """End the server and the renderer."""
        self.closing.set()
        self.blocks.close(verbose=False)
        for thread in (self.drawing, self.warming):  # ended within an import, it would have the interpreter complain
            thread.join(timeout=30)
        self.desk.close()


def serve(
    library: str | Path,
    host: str = HOST,
    port: int | None = None,
    auth: Sequence[str] = (),
    settings: ModelSettings | None = None,
) -> Served:
    """Serve the page from threads of this process. `auth` are user:password pairs.

    Raises UsageError for a host that others can reach without `auth`, and where the port is taken.
    """
    pairs = [_pair(a) for a in auth]
    if not _loopback(host) and not pairs:
        raise UsageError(
            f"--host {host} 会让别的机器也能打开这个页面：它能上传、移除文件，也能改数。请加 --auth 用户名:密码；"
            "只在本机用则不必写 --host（默认 127.0.0.1）。"
        )
    desk = Desk(library, settings)
    blocks = build(desk)
    try:
        _, url, _ = blocks.queue(default_concurrency_limit=4, max_size=200).launch(
            server_name=host,
            server_port=port,
            auth=pairs or None,
            prevent_thread_lock=True,
            quiet=True,
            share=False,
            footer_links=[],
            run_history=False,
            enable_monitoring=False,
            ssr_mode=False,
            pwa=False,
            mcp_server=False,
            max_file_size=int(Limits().max_file_mb * 1_000_000),
            blocked_paths=[str(desk.library.root.resolve())],
            app_kwargs={
                "middleware": [Middleware(Guard, local=_loopback(host))],
                "docs_url": None,
                "redoc_url": None,
                "openapi_url": None,
            },
            theme=theme(),
            css_paths=[_HERE / "style.css"],
            head=f"{_LANGUAGE}<script>{(_HERE / 'keep.js').read_text(encoding='utf-8')}</script>",
        )
    except OSError as error:
        raise UsageError(f"端口 {port or PORT} 已被占用，或不能在 {host} 上监听：请用 --port 换一个。") from error
    warming = threading.Thread(target=_warm, args=(desk,), daemon=True)
    warming.start()
    closing = threading.Event()
    drawing = threading.Thread(target=_draw, args=(desk, warming, closing), daemon=True)
    drawing.start()
    return Served(str(url), blocks, desk, warming, drawing, closing)


def _warm(desk: Desk) -> None:
    """Do what the first visitor would wait for."""
    desk.warm()
    with suppress(Exception):
        for words in (ZH, EN):
            suggestions(desk, "", words)


def _draw(desk: Desk, warming: threading.Thread, closing: threading.Event) -> None:
    """Draw a first page, not while the first visitor may be waiting for something else."""
    warming.join()
    if not closing.is_set():
        desk.draw()


def _pair(text: str) -> tuple[str, str]:
    user, colon, password = text.partition(":")
    if not user or not colon or len(password) < 8:
        raise UsageError("--auth 要写成 用户名:密码，密码至少 8 个字符。")
    return user, password


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


if __name__ == "__main__":
    from cli import main

    main(["chat", *sys.argv[1:]])
