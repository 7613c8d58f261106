"""The page as a server: whom it listens to, what it tells every browser, and that nothing of the disk leaves through it."""

from __future__ import annotations

import json
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

import cli
from eval.make_library import index
from extract.errors import UsageError
from tabs import cards
from tabs.answers import ask
from tabs.words import ZH
from tests.browser import GENOME, MARINE, RELICS, sample_library, serving
from tests.libraries import ROOT
from tests.pdfs import Draft

pytestmark = pytest.mark.xdist_group("serve")

HEADERS = {"x-content-type-options": "nosniff", "referrer-policy": "no-referrer"}
OWN = {"127.0.0.1", "localhost"}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_library(tmp_path_factory)


@pytest.fixture(scope="module")
def page(library: Path) -> Iterator[Any]:
    """One page for all tests here. Uploads are indexed with vectors by chance: the model for true ones takes long to load."""
    with pytest.MonkeyPatch.context() as patch, serving(library) as served:
        patch.setattr(cards, "update_library", lambda library, progress=None: index(library.root, progress))
        yield served


@pytest.fixture(scope="module")
def client(page: Any) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=page.url, timeout=60) as made:
        yield made


@pytest.fixture(scope="module")
def config(client: httpx.Client) -> Any:
    return client.get("config").json()


class Session:
    """A browser without a screen: what it sends, and what comes back."""

    def __init__(self, client: httpx.Client, config: Any) -> None:
        self.client, self.config, self.hash = client, config, secrets.token_hex(6)

    def event(self, name: str) -> Any:
        """A dependency of the Chinese page by its function's name."""
        return next(d for d in self.config["dependencies"] if d["api_name"] == name)

    def component(self, element: str) -> int:
        """The number of a component."""
        return next(int(c["id"]) for c in self.config["components"] if c["props"].get("elem_id") == element)

    def send(self, name: str, data: list[Any], event: Any = None) -> Any:
        """Do what an event does, through the queue or, as the page would, without it; the last message about it."""
        found = self.event(name)
        body = {
            "data": data, "fn_index": found["id"], "session_hash": self.hash, "event_data": event,
            "trigger_id": found["targets"][0][0],
        }  # fmt: skip
        if found["queue"] is False:
            got = self.client.post("gradio_api/run/predict", json=body)
            return got if got.status_code == 422 else {"success": got.status_code == 200, "output": got.json()}
        joined = self.client.post("gradio_api/queue/join", json=body)
        if joined.status_code != 200:
            return joined
        last = None
        with self.client.stream("GET", "gradio_api/queue/data", params={"session_hash": self.hash}) as stream:
            for line in stream.iter_lines():
                if line.startswith("data:"):
                    message = json.loads(line[5:])
                    if message["msg"] == "process_completed":
                        last = message
                    if message["msg"] == "close_stream":
                        break
        return last


@pytest.fixture
def session(client: httpx.Client, config: Any) -> Session:
    return Session(client, config)


# --- who may ask -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["evil.example", "evil.example:7860", "127.0.0.1.evil.example", ""])
def test_a_foreign_name_pointed_at_this_machine_is_not_answered(client: httpx.Client, host: str) -> None:
    for method, path in (("GET", "config"), ("POST", "gradio_api/run/predict"), ("POST", "gradio_api/queue/join")):
        answer = client.request(method, path, headers={"Host": host, "Origin": f"http://{host}"}, json={})
        assert (answer.status_code, answer.text) == (403, "Forbidden: open the page by its own address")


@pytest.mark.parametrize("origin", ["http://evil.example", "https://127.0.0.1", "null", "http://127.0.0.1:1"])
def test_a_page_of_another_site_is_not_answered(client: httpx.Client, origin: str) -> None:
    assert client.post("gradio_api/queue/join", headers={"Origin": origin}, json={}).status_code == 403
    assert client.post("gradio_api/upload", headers={"Origin": origin}, files={"files": b"x"}).status_code == 403


def test_this_machine_is_answered_by_each_of_its_names(page: Any, client: httpx.Client) -> None:
    port = page.url.rstrip("/").rpartition(":")[2]
    for name in ("127.0.0.1", "localhost", "LOCALHOST", "[::1]"):
        own = f"{name}:{port}"
        assert client.get("config", headers={"Host": own, "Origin": f"http://{own}"}).status_code == 200


def test_no_message_is_longer_than_the_page_would_send(client: httpx.Client) -> None:
    kind = {"content-type": "application/json"}
    assert client.post("gradio_api/run/predict", content=b" " * 8_000_001, headers=kind).status_code == 413
    assert client.post("gradio_api/run/predict", content=iter([b"{}"]), headers=kind).status_code == 413


def test_half_a_character_is_no_failure(session: Session) -> None:
    found = session.event("answer")
    body = {"data": ["水费\ud83d多少", "", []], "fn_index": found["id"], "session_hash": session.hash}
    kind = {"content-type": "application/json"}  # in ASCII, as browsers escape such a half
    answered = session.client.post("gradio_api/run/predict", content=json.dumps(body), headers=kind)
    assert answered.status_code == 200
    assert "\\ud83d" not in answered.text


def test_only_this_machine_is_served_by_default(page: Any) -> None:
    assert page.url.startswith("http://127.0.0.1:")
    port = int(page.url.rsplit(":", 1)[1].strip("/"))
    with socket.socket() as probe:  # where it listened everywhere, this address would be taken
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0)
        probe.bind(("127.0.0.2", port))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org", ""])  # noqa: S104 - refused
def test_other_machines_are_not_served_without_a_password(
    library: Path, host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["chat", "--library", str(library), "--host", host])
    assert ended.value.code == 2
    assert "请加 --auth 用户名:密码" in capsys.readouterr().err


@pytest.mark.parametrize("auth", ["", "user", ":password1", "user:short", "user:"])
def test_a_password_that_is_none_is_refused(library: Path, auth: str) -> None:
    import ui

    with pytest.raises(UsageError, match="至少 8 个字符"):
        ui.serve(library, auth=[auth])


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_addresses_of_this_machine_need_no_password(host: str) -> None:
    import ui

    assert ui._loopback(host)


def test_with_a_password_nothing_but_the_login_is_shown_without_it(library: Path) -> None:
    with (
        serving(library, host="0.0.0.0", auth=["anna:geheimnis1"]) as served,  # noqa: S104 - with a password
        httpx.Client(base_url=served.url.replace("0.0.0.0", "127.0.0.1"), timeout=60) as client,  # noqa: S104
    ):
        for path in ("", "en", "en/"):
            got = client.get(path)
            assert "基因组" not in got.text
            assert GENOME not in got.text
            assert "dependencies" not in got.text or '"dependencies":[]' in got.text.replace(" ", "")
        for path in (
            "config", "gradio_api/info", "gradio_api/openapi.json", "gradio_api/queue/data?session_hash=x",
            "gradio_api/file=/etc/passwd", "gradio_api/upload_progress?upload_id=x",
        ):  # fmt: skip
            assert client.get(path).status_code == 401, path
        assert client.post("gradio_api/queue/join", json={"data": [], "fn_index": 0}).status_code == 401
        assert client.post("gradio_api/run/predict", json={"data": [], "fn_index": 0}).status_code == 401
        assert client.post("gradio_api/upload", files={"files": ("a.pdf", b"x")}).status_code == 401
        assert client.post("login", data={"username": "anna", "password": "wrong"}).status_code == 400
        assert client.get("config").status_code == 401
        assert client.post("login", data={"username": "anna", "password": "geheimnis1"}).status_code == 200
        assert client.get("config").status_code == 200
        assert client.get("").status_code == 200


# --- what every answer says ------------------------------------------------------------------------------------------

PATHS = [
    "", "en", "config", "gradio_api/info", "gradio_api/startup-events", "theme.css", "robots.txt", "manifest.json",
    "no/such/page", "gradio_api/file=/etc/passwd", "docs", "gradio_api/queue/data?session_hash=x",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_forbids_other_hosts(client: httpx.Client, path: str) -> None:
    with client.stream("GET", path) as got:
        policy = got.headers["content-security-policy"]
        assert {name: got.headers[name] for name in HEADERS} == HEADERS
    for rule in policy.split(";"):
        name, *sources = rule.split()
        assert not [s for s in sources if "*" in s or "http" in s or "." in s], rule
        assert sources, name
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy


@pytest.mark.parametrize("path", ["docs", "redoc", "openapi.json", "monitoring", "dev/reload", "gradio_api/runs"])
def test_pages_for_programmers_are_not_served(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code in {403, 404}


def test_no_endpoint_is_public(client: httpx.Client, config: Any) -> None:
    assert client.get("gradio_api/info").json() == {"named_endpoints": {}, "unnamed_endpoints": {}}
    assert {d["api_visibility"] for d in config["dependencies"]} == {"private"}


def test_nothing_that_the_page_loads_comes_from_another_host(client: httpx.Client) -> None:
    seen: set[str] = set()
    for path in ("", "en"):
        html = client.get(path).text
        settings = re.search(r"window\.gradio_config = (\{.*?\});</script>", html, re.DOTALL)
        assert settings is not None
        config = json.loads(settings[1])
        assert config["analytics_enabled"] is False
        assert [s for s in config["stylesheets"] or [] if "//" in s] == []
        head = html.replace(settings[0], "")
        loads = re.findall(r"<(?:script|link|img|iframe)\b[^>]*?(?:src|href)=[\"']([^\"']*)", head)
        hosts = {httpx.URL(u).host for u in loads if "//" in u} - {""}
        assert hosts - OWN == set()
        seen |= {u for u in loads if u.endswith((".js", ".css"))}
        assert not re.search(r"@import|url\(\s*[\"']?https?:", config["css"] or "")
    assert seen
    for url in seen:
        got = client.get(url if "//" not in url else httpx.URL(url).path)
        assert got.status_code == 200, url
        if url.endswith(".css"):
            assert not re.search(r"@import\s|url\(\s*[\"']?https?:", got.text), url
    assert not re.search(r"@import|url\(\s*[\"']?https?:", client.get("theme.css").text)


# --- the disk --------------------------------------------------------------------------------------------------------

FILES = [
    "/etc/passwd", "../../../../etc/passwd", "%2e%2e/%2e%2e/%2e%2e/etc/passwd", "..%2f..%2f..%2fetc/passwd",
    "%252e%252e%252f%252e%252e%252fetc%252fpasswd", "%2Fetc%2Fpasswd", "//etc/passwd", "/proc/self/environ",
    "/etc/passwd%00.png", "....//....//etc/passwd", "file:///etc/passwd", "/dev/null", "~/.bashrc", "C:/Windows/win.ini",
    "{root}/ui.py", "{root}/pyproject.toml", "ui.py", "./pyproject.toml", "{library}/documents/{id}/source.pdf",
    "{library}/documents/{id}/disclosure.json", "{library}/corrections.jsonl", "{library}/facts.csv", "{library}/.lock",
    "{library}/documents/../facts.csv", "{library}/./runs/../facts.csv", "{temporary}/secret.txt",
]  # fmt: skip


@pytest.mark.parametrize(
    "route", ["gradio_api/file=", "file=", "gradio_api/file/", "en/gradio_api/file=", "static/", "assets/", "svelte/"]
)
def test_no_file_of_the_disk_is_served(client: httpx.Client, library: Path, tmp_path: Path, route: str) -> None:
    (library / "corrections.jsonl").touch()
    (tmp_path / "secret.txt").write_text("root: secret", encoding="utf-8")
    url = str(client.base_url)
    port = client.base_url.port
    for name in FILES:
        path = name.format(root=ROOT, library=library, id=GENOME, temporary=tmp_path)
        with socket.create_connection(
            ("127.0.0.1", port or 80), timeout=30
        ) as wire:  # as it is, no client tidies it up
            wire.sendall(f"GET /{route}{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
            got = b"".join(iter(lambda wire=wire: wire.recv(65536), b""))  # type: ignore[misc]
        status = int(got.split(b" ", 2)[1])
        assert status in {307, 400, 403, 404, 422}, (path, got[:200])
        assert b"root:" not in got
        assert b"%PDF" not in got
        assert b"Traceback" not in got
    assert url.startswith("http://127.0.0.1")


def test_the_server_fetches_nothing_for_others(client: httpx.Client) -> None:
    asked: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0.5)
        port = other.getsockname()[1]
        for path in (
            f"gradio_api/file=http://127.0.0.1:{port}/x", f"gradio_api/proxy=http://127.0.0.1:{port}/x",
            f"gradio_api/file=http://localhost:{port}/x", f"gradio_api/file=https://127.0.0.1:{port}/x",
        ):  # fmt: skip
            got = client.get(path)
            assert got.status_code in {400, 403, 404}, path
            try:
                other.accept()
                asked.append(path)
            except TimeoutError:
                pass
    assert asked == []


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "{library}/facts.csv",
        "{library}/documents/{id}/source.pdf",
        "../../etc/passwd",
        "{root}/ui.py",
        "http://127.0.0.1:9/x.pdf",
    ],
)
def test_a_forged_upload_reads_no_file_of_the_disk(session: Session, library: Path, path: str, page: Any) -> None:
    before = page.desk.library.ids()
    path = path.format(root=ROOT, library=library, id=GENOME)
    forged = {"path": path, "orig_name": "x.pdf", "meta": {"_type": "gradio.FileData"}}
    got = session.send("uploaded", [[forged], "", 0])
    assert got["success"] is False
    assert "root:" not in json.dumps(got)
    assert "Traceback" not in json.dumps(got)
    assert page.desk.library.ids() == before
    assert Path(path).exists() or not path.startswith("/")


@pytest.mark.parametrize(
    "name",
    [
        "../../../evil.pdf",
        "..\\..\\evil.pdf",
        "/etc/evil.pdf",
        "evil\x00.pdf",
        "a/../../evil.pdf",
        "..",
        "x" * 400 + ".pdf",
    ],
)
def test_an_upload_stays_in_its_own_folder_whatever_its_name(client: httpx.Client, name: str, page: Any) -> None:
    got = client.post("gradio_api/upload", files={"files": (name, b"%PDF-1.4 nothing")})
    assert got.status_code in {200, 400}
    if got.status_code == 200:
        (path,) = got.json()
        folder = Path(page.blocks.GRADIO_CACHE).resolve()
        assert Path(path).resolve().is_relative_to(folder)
        assert Path(path).is_file()
    assert "Traceback" not in got.text


def test_too_large_an_upload_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOUJI_MAX_FILE_MB", "0.1")
    with serving(tmp_path / "library") as served, httpx.Client(base_url=served.url, timeout=60) as client:
        fits = client.post("gradio_api/upload", files={"files": ("a.pdf", b"%PDF" + b"0" * 90_000)})
        large = client.post("gradio_api/upload", files={"files": ("a.pdf", b"%PDF" + b"0" * 200_000)})
    assert (fits.status_code, large.status_code) == (200, 413)


def test_what_is_no_pdf_is_not_taken(client: httpx.Client, session: Session, page: Any) -> None:
    before = page.desk.library.ids()
    (path,) = client.post("gradio_api/upload", files={"files": ("x.exe", b"MZ nothing")}).json()
    got = session.send(
        "uploaded", [[{"path": path, "orig_name": "x.exe", "meta": {"_type": "gradio.FileData"}}], "", 0]
    )
    assert got["success"] is False
    (path,) = client.post("gradio_api/upload", files={"files": ("x.pdf", b"MZ nothing")}).json()
    got = session.send(
        "uploaded", [[{"path": path, "orig_name": "x.pdf", "meta": {"_type": "gradio.FileData"}}], "", 0]
    )
    assert "这不是 PDF 文件" in json.dumps(got, ensure_ascii=False)
    assert page.desk.library.ids() == before


def test_a_file_that_two_people_send_at_once_arrives_for_both(
    client: httpx.Client, config: Any, page: Any, tmp_path: Path
) -> None:
    content = Draft().save(tmp_path / "station.pdf").read_bytes()
    before = set(page.desk.library.ids())
    one, two = Session(client, config), Session(client, config)
    paths = [client.post("gradio_api/upload", files={"files": ("station.pdf", content)}).json()[0] for _ in range(2)]
    for session, path in zip((one, two), paths, strict=True):
        sent = {"path": path, "orig_name": "station.pdf", "meta": {"_type": "gradio.FileData"}}
        got = json.dumps(session.send("uploaded", [[sent], "", 0]), ensure_ascii=False)
        assert "滨海市水文监测站" in got
        assert "没有读成" not in got
    (new,) = set(page.desk.library.ids()) - before
    one.send("removed", ["", 0], {"document": new})
    assert set(page.desk.library.ids()) == before


# --- forged events ---------------------------------------------------------------------------------------------------

EVENTS: list[Any] = [
    None, 3, "x", [], {}, {"document": "0" * 12}, {"document": "../../etc"}, {"document": {}}, {"document": None},
    {"document": GENOME, "t": {}, "r": "x", "c": None}, {"document": GENOME, "t": "t3", "r": -1, "c": 10**20},
    {"document": GENOME, "t": "", "r": -1, "c": 0}, {"document": GENOME, "t": "t3", "r": 1.5, "c": True},
    {"places": 3, "at": "x"}, {"places": "[]", "at": 10**20}, {"places": "[" * 1000}, {"q": {"$ne": 1}}, {"q": ["x"]},
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("opening", []), ("cell", []), ("pick", []), ("show", []), ("removed", ["", 0]), ("reread", [0]),
        ("asked", ["", []]), ("asked", ["../..", {"x": 1}]),
    ],
    ids=str,
)  # fmt: skip
def test_forged_events_are_answered_without_a_traceback(
    session: Session, page: Any, name: str, data: list[Any]
) -> None:
    before = page.desk.library.ids()
    for event in EVENTS:
        if name == "removed" and isinstance(event, dict) and event.get("document") == GENOME:
            continue  # nothing forged: this takes the document out
        got = session.send(name, data, event)
        if isinstance(got, httpx.Response):  # no event at all for gradio
            assert got.status_code == 422
            continue
        told = json.dumps(got, ensure_ascii=False)
        assert "Traceback" not in told
        assert 'File "' not in told
    assert page.desk.library.ids() == before


@pytest.mark.parametrize(("name", "data"), [
    ("answer", ["公务接待费是多少", "nonsense", []]), ("answer", [{"x": 1}, 3, "x"]), ("answer", [None, None, None]),
    ("opened", ["../../etc", "t1"]), ("one", [GENOME, "t99"]), ("opened_1", ["0" * 12]), ("restored", [{"a": 1}]),
    ("compared", ["nonsense", "<img src=x>", ["0" * 12]]), ("compared", [None, None, None]),
    ("decided", [{"forged": 1}, "1", "x", "y", 0]), ("lambda_3", [{"a": 1}]), ("lambda_3", ["<script>"]),
    ("opinion", [[]]), ("again", ["", []]),
], ids=str)  # fmt: skip
def test_forged_values_are_answered_without_a_traceback(session: Session, name: str, data: list[Any]) -> None:
    got = session.send(name, data, {"index": [99, 0], "liked": "x", "value": None})
    told = got.text if isinstance(got, httpx.Response) else json.dumps(got, ensure_ascii=False)
    assert "Traceback" not in told
    assert 'File "' not in told
    assert "/work" not in told.replace(str(ROOT), "/work") or "src" in told


def test_an_event_that_is_not_there_is_refused(client: httpx.Client) -> None:
    for body in (
        {"data": [], "fn_index": 9999, "session_hash": "x"},
        {"data": [], "fn_index": -1, "session_hash": "x"},
        {},
    ):
        got = client.post("gradio_api/queue/join", json=body)
        assert got.status_code in {400, 404, 422, 500}, got.text
        assert "Traceback" not in got.text
        assert "site-packages" not in got.text


# --- several at once -------------------------------------------------------------------------------------------------


QUESTIONS = (
    "公务接待费是多少", "那公务用车运行费呢", "总支出是多少", "人员经费是多少", "项目支出占总支出的比例是多少", "“三公”经费一共多少",
    "那上年呢", "基本支出是多少", "政府采购总额是多少", "事业收入是多少",
)  # fmt: skip


def test_twenty_sessions_at_once_get_the_right_answers_to_their_twenty_questions(page: Any, config: Any) -> None:
    """Each asks about a document of its own, follow-ups among it, and gets what is answered to someone who is alone."""
    documents = (GENOME, MARINE, RELICS)
    alone = {d: _conversation(page.desk, d) for d in documents}
    assert any("3.00 万元" in said for said in alone[GENOME])
    assert len(set(alone.values())) == 3
    got: dict[int, tuple[str, ...]] = {}

    def person(number: int) -> None:
        memory: Any = []
        with httpx.Client(base_url=page.url, timeout=120) as client:
            own = Session(client, config)
            for question in QUESTIONS * 2:
                memory = own.send("answer", [question, documents[number % 3], memory])["output"]["data"][1]
        assert [turn["q"] for turn in memory] == list(QUESTIONS * 2)
        got[number] = tuple(turn["a"]["answer"] for turn in memory)

    people = [threading.Thread(target=person, args=(number,)) for number in range(20)]
    for one in people:
        one.start()
    for one in people:
        one.join(240)
    assert got == {number: alone[documents[number % 3]] for number in range(20)}


def _conversation(desk: Any, document: str) -> tuple[str, ...]:
    """What is answered to the questions, one after the other."""
    turns: list[Any] = []
    for question in QUESTIONS * 2:
        *_, turns = ask(desk, question, document, turns, ZH)
    return tuple(turn.a.answer for turn in turns)


# --- the command -----------------------------------------------------------------------------------------------------


def test_a_port_that_is_taken_is_said_to_be(page: Any, library: Path) -> None:
    import ui

    port = int(page.url.rsplit(":", 1)[1].strip("/"))
    with pytest.raises(UsageError, match=f"端口 {port} 已被占用"):
        ui.serve(library, port=port)


def test_a_check_says_that_the_page_answers(library: Path) -> None:
    got = CliRunner().invoke(cli.app, ["chat", "--library", str(library), "--check"])
    assert got.exit_code == 0
    assert re.search(r"页面可用：http://127\.0\.0\.1:\d+/（/ 200，\d+ kB；/en 200，\d+ kB）", got.output)


def test_ctrl_c_ends_it_cleanly(library: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "cli", "chat", "--library", str(library)], cwd=ROOT, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={k: v for k, v in os.environ.items() if k != "COLUMNS"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell in the background has it ignored
    )  # fmt: skip
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert "请在浏览器打开 http://127.0.0.1:" in line
        assert httpx.get(line.split("打开 ")[1].split()[0], timeout=60).status_code == 200
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=120)
    finally:
        process.kill()
    assert process.returncode == 0
    assert "Traceback" not in out + err
    assert err.strip() == "正在启动页面 …"
