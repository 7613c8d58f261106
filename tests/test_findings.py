"""Every rule that can find something has an English sentence, which names what the Chinese one is about and its figures."""

from __future__ import annotations

import ast
import re
from functools import cache
from string import Formatter

import pytest

from extract.gate import judge
from extract.model import Finding, Severity
from tabs.findings import SENTENCES, about, both_html, in_english, told
from tabs.words import EN, ZH
from tests.browser import HOSTILE, SHOWN, own
from tests.libraries import ROOT
from tests.prose_cases import prose_cases, word_cases
from tests.table_cases import cross_cases, form_cases, table_cases

CHECKS = sorted((ROOT / "extract" / "checks").glob("*.py"))
_RULE = re.compile(r"[a-z]+(?:_[a-z]+)*")


class _Rules(ast.NodeVisitor):
    """The names that a module gives as the argument `check`: as they stand, or out of the tuples that a loop goes over."""

    def __init__(self, module: ast.Module, takers: dict[str, int]) -> None:
        self.found: set[str] = set()
        self._takers = takers
        self._loops: dict[str, list[ast.expr]] = {}
        self._given: list[ast.expr] = []
        self._constants = {
            t.id: n.value
            for n in module.body
            if isinstance(n, ast.Assign)
            for t in n.targets
            if isinstance(t, ast.Name)
        }
        self.visit(module)
        for given in self._given:
            names = [given] if isinstance(given, ast.Constant) else self._loops.get(getattr(given, "id", ""), [])
            self.found |= {n.value for n in names if isinstance(n, ast.Constant) and isinstance(n.value, str)}

    def visit_For(self, node: ast.For) -> None:
        rows = self._constants.get(node.iter.id) if isinstance(node.iter, ast.Name) else node.iter
        if isinstance(node.target, ast.Tuple) and isinstance(rows, ast.Tuple):
            for at, target in enumerate(node.target.elts):
                if isinstance(target, ast.Name):
                    self._loops[target.id] = [r.elts[at] for r in rows.elts if isinstance(r, ast.Tuple)]
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        at = self._takers.get(getattr(node.func, "id", ""))
        if at is not None:
            named = [k.value for k in node.keywords if k.arg == "check"]
            self._given += named or node.args[at : at + 1]
        self.generic_visit(node)


@cache
def rules() -> frozenset[str]:
    """The names of all rules that can find something."""
    modules = [ast.parse(p.read_text(encoding="utf-8")) for p in (*CHECKS, ROOT / "extract" / "gate.py")]
    takers = {"Result": 0, "Finding": 0}
    for module in modules:
        for node in ast.walk(module):
            if isinstance(node, ast.FunctionDef):
                arguments = [a.arg for a in node.args.args]
                takers |= {node.name: arguments.index("check")} if "check" in arguments else {}
    return frozenset().union(*(_Rules(m, takers).found for m in modules))


@cache
def findings() -> tuple[Finding, ...]:
    """What the cases of all checks find when they are broken."""
    cases = [*table_cases(), *cross_cases(), *form_cases(), *prose_cases(), *word_cases()]
    return tuple(f for case in cases for f in judge(case.broken.made()).findings)


def test_every_rule_has_an_english_sentence() -> None:
    assert {"row_sum", "procurement_sum", "state_capital_income", "three_public_rows", "decision_lost"} <= rules()
    assert all(_RULE.fullmatch(rule) for rule in rules())
    assert rules() == set(SENTENCES)


@pytest.mark.parametrize("rule", sorted(SENTENCES))
def test_a_sentence_is_plain_and_takes_only_what_there_is(rule: str) -> None:
    fields = {name for _, name, _, _ in Formatter().parse(SENTENCES[rule]) if name}
    assert fields <= {"what", "table", "found"}
    assert SENTENCES[rule].endswith("."), rule


def test_what_the_cases_find_is_told_in_english_with_its_figures() -> None:
    assert len({f.check for f in findings()}) > 40
    for finding in findings():
        english = in_english(finding, EN)
        assert "“”" not in english, finding
        assert finding.difference in english
        if finding.expected and finding.found and finding.check != "said_empty":
            assert f"Should be {finding.expected}, printed as {finding.found}." in english
        if "{what}" in SENTENCES[finding.check]:
            assert about(finding.message) in finding.message
        assert told(finding, ZH) == own(both_html(finding, ZH)).words == finding.message
        assert told(finding, EN) == english
        assert own(both_html(finding, EN)).words == english + finding.message


CITED = [
    ("《支出总表》206科学技术支出的合计应等于下列各款之和。应为 1", "206科学技术支出的合计"),
    ("《部门“三公”经费表》“公务“用车”费”行：合计应等于购置、运行之和", "公务“用车”费"),
    ("说明中的“培训费”应与表中30216培训费〔合计〕一致", "培训费"),
    ("绩效管理的一般公共预算拨款应等于《一般公共预算支出表》的项目支出", "一般公共预算拨款"),
    ("“会议费”减少 1.00%，所给原因却说“会议增加”", "会议费"),
    ("第 3 页的内容有损坏", ""),
]


@pytest.mark.parametrize(("message", "named"), CITED)
def test_what_a_sentence_is_about_is_the_documents_own_name(message: str, named: str) -> None:
    assert about(message) == named


@pytest.mark.parametrize("check", ["row_sum", "ledger", "a_rule_of_another_version"])
def test_a_hostile_finding_is_its_words(check: str) -> None:
    finding = Finding(
        check=check, severity=Severity.ERROR, table=HOSTILE, message=f"“{HOSTILE}{{0}}{{what}}”行：", expected=HOSTILE,
        found=HOSTILE, difference="{found}",
    )  # fmt: skip
    for words in (ZH, EN):
        assert SHOWN in own(both_html(finding, words)).words
