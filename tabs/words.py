"""What the page says, in Chinese and in English. What stands in a disclosure stays as it is printed."""

from __future__ import annotations

from extract.model import Kind, Severity, Verdict
from extract.specs import SPECS

LANGUAGES = ("zh", "en")

_WORDS: dict[str, tuple[str, str]] = {
    "title": ("勾稽 · 预决算公开，逐数核对", "gouji · budget disclosures, figure by figure"),
    "tagline": ("每个数都有出处，对不上的不说“已核实”", "Every figure with its proof; verified only where it adds up"),
    "switch": ("English", "中文"),
    "all": ("全部文件", "All documents"),
    "document": ("文件", "Document"),
    "tab_chat": ("提问", "Ask"),
    "tab_documents": ("文件", "Documents"),
    "tab_tables": ("表格", "Tables"),
    "tab_review": ("复核", "Review"),
    "tab_compare": ("比较", "Compare"),
    "no_model": ("只用规则，不联网、不用模型", "Rules only: no network, no model"),
    "with_model": ("模型 {model}：读取时补规则之缺，回答时组织文字；数字仍逐一核对", "Model {model}: reads what rules leave open and words answers; figures are still checked one by one"),
    "spent": ("已调用 {calls} 次，输入 {tokens_in} / 输出 {tokens_out} token{cost}", "{calls} calls so far, {tokens_in} / {tokens_out} tokens in / out{cost}"),
    "spent_cost": ("，费用 {cost}", ", cost {cost}"),
    "ask_placeholder": ("问一个数，例如：公务接待费是多少？", "Ask for a figure, e.g. How much is spent on official hospitality?"),
    "ask_send": ("提问", "Ask"),
    "chat_label": ("问答", "Questions and answers"),
    "chat_empty": ("还没有问题。下面有几个可以直接点。", "No questions yet. Click one of those below."),
    "chat_no_documents": ("资料库是空的：先到“文件”上传 PDF。", "The library is empty: upload a PDF under Documents first."),
    "suggested": ("可以问", "You could ask"),
    "copy": ("复制", "Copy"),
    "copied": ("已复制", "Copied"),
    "thanks": ("谢谢，已记入资料库。", "Thank you, kept in the library."),
    "proof": ("原文", "The page"),
    "proof_empty": ("点任何一个数字、出处或发现，这里就显示原文那一页，并标出位置。", "Click any figure, source or finding: its page opens here with the place marked."),
    "page_n": ("第 {page} 页", "p. {page}"),
    "previous": ("上一处", "Previous"),
    "next": ("下一处", "Next"),
    "zoom_in": ("放大", "Zoom in"),
    "zoom_out": ("缩小", "Zoom out"),
    "whole_page": ("整页", "Whole page"),
    "page_alt": ("{file} 第 {page} 页的图，标出的是：{words}", "Picture of {file}, page {page}; marked: {words}"),
    "correct_this": ("复核这个数", "Review this figure"),
    "sources": ("出处", "Sources"),
    "status_answered": ("已回答", "Answered"),
    "status_ambiguous": ("不止一种可能", "More than one can be meant"),
    "status_not_found": ("文件里没有", "Not in the documents"),
    "status_refused": ("不回答", "Not answered"),
    "upload": ("上传预算、决算公开的 PDF（可多选，可拖放）", "Upload disclosures (PDF, several at once)"),
    "stage_waiting": ("排队", "waiting"),
    "stage_pages": ("读页", "reading pages"),
    "stage_tables": ("找表", "finding tables"),
    "stage_checks": ("核对", "checking"),
    "stage_model": ("问模型", "asking the model"),
    "stage_committing": ("入库", "storing"),
    "stage_indexing": ("建立检索", "indexing"),
    "stage_done": ("完成", "done"),
    "stage_failed": ("没有读成", "could not be read"),
    "unchanged": ("已在资料库中", "already in the library"),
    "busy": ("另一个程序正在写这个资料库：请稍后再试。", "Another program is writing to this library: please try again shortly."),
    "filter": ("按单位、文件名或年度查找", "Find by institute, file name or year"),
    "library": ("资料库", "Library"),
    "library_count": ("共 {n} 份文件", "{n} documents"),
    "library_more": ("只列出前 {n} 份，请用上面的查找", "Only the first {n} are listed; use the field above"),
    "institute": ("单位", "Institute"),
    "year": ("年度", "Year"),
    "kind_head": ("类别", "Kind"),
    "file": ("文件名", "File"),
    "pages": ("页", "pages"),
    "tables_found": ("找到的表", "Tables found"),
    "tables_missing": ("没有找到的表", "Tables not found"),
    "tables_empty": ("声明为空的表", "Tables said to be empty"),
    "findings": ("核对发现", "Findings"),
    "no_findings": ("没有发现对不上的地方。", "Nothing was found that does not add up."),
    "hints": ("另有 {n} 条提示（尾差等）", "and {n} hints (rounding and the like)"),
    "checks": ("勾稽 {n} 项：成立 {holds}（其中尾差 {rounding}），不成立 {broken}，不可核 {open}", "{n} checks: {holds} hold ({rounding} within rounding), {broken} broken, {open} not checkable"),
    "forms": ("绩效目标表", "Performance targets 绩效目标表"),
    "forms_doubted": ("绩效目标表中待复核的文字（请对照原页）", "Words of performance targets that need review (compare the page)"),
    "forms_more": ("只列出前 {n} 个项目；全部见 JSON", "Only the first {n} projects are shown; the JSON has all"),
    "form_name": ("项目名称", "Name of the project"),
    "form_goals": ("绩效目标", "Goals"),
    "form_indicators": ("绩效指标", "Indicator"),
    "form_heads": ("一级指标|二级指标|三级指标|指标值|分值", "Level 1|Level 2|Level 3|Target|Weight"),
    "open": ("打开", "Open"),
    "colon": ("：", ": "),
    "comma": ("、", ", "),
    "back": ("返回列表", "Back to the list"),
    "remove": ("移除", "Remove"),
    "remove_sure": ("从资料库移除这份文件？", "Take this document out of the library?"),
    "reread": ("重新读取", "Read again"),
    "removed": ("已移除。", "Removed."),
    "choose_document": ("请先在上方选一份文件。", "Choose a document above first."),
    "table_head": ("表", "Table"),
    "no_tables": ("这份文件里没有读到表。", "No table was read in this document."),
    "unit": ("单位：{unit}", "Unit: {unit}"),
    "blank": ("空白", "blank"),
    "said_empty": ("原文声明此表为空。", "The document says that this table is empty."),
    "review_none": ("没有需要人看的数字。", "No figure needs a person."),
    "review_intro": ("这些数字需要人看一眼：位置或读数有疑问（待复核），或原文对不上（原文不平）。", "These figures need a person: reading or place in doubt (needs review), or the document does not add up (conflict)."),
    "review_pick": ("从左边选一个数字，或在“表格”里点一格后选“复核这个数”。", "Pick a figure on the left, or click a cell under Tables and choose Review this figure."),
    "review_value": ("正确的数（更正时填写）", "The right figure (for a correction)"),
    "review_who": ("复核人", "Your name"),
    "review_note": ("说明（可不填）", "Note (optional)"),
    "review_accept": ("读得对", "Read rightly"),
    "review_correct": ("更正", "Correct"),
    "review_own": ("原文本身有误", "The document itself is wrong"),
    "review_withdraw": ("撤回决定", "Take back"),
    "review_need_who": ("请填写复核人。", "Please give your name."),
    "review_need_pick": ("请先选一个数字。", "Please pick a figure first."),
    "review_done": ("已记下，全部勾稽已重算：成立 {holds}，不成立 {broken}；待复核 {review}，原文不平 {conflict}。", "Kept; every check was made again: {holds} hold, {broken} broken; {review} to review, {conflict} in conflict."),
    "review_history": ("已有的决定", "Decisions so far"),
    "review_more": ("还有 {n} 个，处理完这些再看", "{n} more, after these"),
    "review_why": ("为什么", "Why"),
    "printed_as": ("读作", "Read as"),
    "was": ("原读", "was"),
    "action_accept": ("读得对", "read rightly"),
    "action_correct": ("更正", "corrected"),
    "action_own_error": ("原文有误", "the document's own error"),
    "action_withdraw": ("撤回", "taken back"),
    "compare_group": ("比较什么", "What to compare"),
    "compare_free": ("或自己写（如：差旅费）", "Or name an item (e.g. 差旅费)"),
    "compare_documents": ("哪些文件（不选则全部）", "Which documents (all where none is chosen)"),
    "compare_side": ("并排", "Side by side"),
    "compare_unit": ("万元", "万元 = 10,000 yuan"),
    "compare_change": ("比上年", "Against the year before"),
    "compare_rank": ("排名", "Ranking"),
    "compare_shares": ("构成", "Composition"),
    "compare_csv": ("下载数据（CSV）", "Download data (CSV)"),
    "compare_document": ("单位、年度", "Institute, year"),
    "compare_now": ("本年", "This year"),
    "compare_before": ("上年", "Year before"),
    "compare_difference": ("增减", "Change"),
    "compare_basis": ("上年数来自", "Year before from"),
    "compare_place": ("名次", "Place"),
    "compare_unplaced": ("没有列入：", "Not placed: "),
    "compare_more": ("只列出前 {n} 份；全部见 CSV", "Only the first {n} are shown; the CSV has all"),
    "wan": ("万元", "万元"),
    "error_unexpected": ("没能完成（{what}）。其他部分不受影响，请再试一次。", "That did not work ({what}). Nothing else is affected; please try again."),
    "question_long": ("问题太长：请不超过 {n} 字。", "The question is too long: {n} characters at most."),
    "gone": ("这份文件已不在资料库中。", "This document is no longer in the library."),
    "none_here": ("无", "none"),
}  # fmt: skip

VERDICTS = {
    Verdict.CORRECTED: ("已更正", "corrected"),
    Verdict.VERIFIED: ("已核实", "verified"),
    Verdict.GROUNDED: ("有据", "grounded"),
    Verdict.CONFLICT: ("原文不平", "conflict"),
    Verdict.REVIEW: ("待复核", "needs review"),
}
MARKS = {
    Verdict.CORRECTED: "✎",
    Verdict.VERIFIED: "✓",
    Verdict.GROUNDED: "•",
    Verdict.CONFLICT: "≠",
    Verdict.REVIEW: "?",
}
MEANINGS = {
    Verdict.CORRECTED: ("由人核定", "decided by a person"),
    Verdict.VERIFIED: ("位置明确，且有勾稽关系印证", "its place is certain and an identity bears it out"),
    Verdict.GROUNDED: ("位置明确，没有可用的勾稽关系", "its place is certain; no identity covers it"),
    Verdict.CONFLICT: ("读数无误，原文勾稽不平", "read rightly; the document does not add up"),
    Verdict.REVIEW: ("位置或读数有疑问，不可当作事实", "place or reading in doubt; not to be stated as a fact"),
}
SEVERITIES = {
    Severity.ERROR: ("错误", "Error"),
    Severity.WARNING: ("提醒", "Warning"),
    Severity.INFO: ("提示", "Hint"),
}
REASONS = {
    "ragged": ("各行的格数不齐", "rows with different numbers of cells"),
    "header_unclear": ("表头不清楚", "an unclear header"),
    "no_label": ("这一行没有名称", "its row has no label"),
    "odd_code": ("科目编码不合规则", "its code is unusual"),
    "shared_label": ("名称跨了几行", "its label spans several rows"),
    "no_unit": ("没有写明单位", "no unit is given"),
    "units_differ": ("这张表前后写的单位不同", "the table gives different units of money"),
    "crossed": ("表线从数字上穿过", "a ruling runs through the number"),
    "broken": ("数字断在两行，拼不成一个数", "it is broken over two lines, and its parts make no number"),
    "spans_columns": ("数字占了几列，分不清属于哪一列", "it stands across several columns"),
    "spans_rows": ("数字占了几行，分不清属于哪一行", "it stands across several rows"),
    "overprinted": ("数字上叠印了别的字", "something is printed over it"),
    "several_numbers": ("一格里有几个数", "several numbers in one cell"),
    "unnamed_column": ("这一列没有表头", "its column has no header"),
    "same_name_columns": ("有同名的列", "columns of the same name"),
    "side_unknown": ("分不清是收入还是支出", "income or expenditure is unclear"),
    "unreadable": ("这张表没有竖线，排列也不清楚", "a table without rulings and unclear alignment"),
    "page_break": ("数字被分在两页", "it is broken over two pages"),
    "unnamed": ("说不清这个数指什么", "it is unclear what the number is"),
    "named_by_model": ("名称是模型给的", "a model named it"),
    "printed_twice": ("印了两遍", "printed twice over"),
    "hidden_beneath": ("下面有看不见的数字", "unseen digits beneath it"),
    "unseconded": ("另一种读法没有读到它", "the second reader did not find it"),
    "readers_differ": ("两种读法读数不同", "the two readers differ"),
}
"""Each doubt that a reading may have, in words."""
PROBLEMS = {
    "document": "This file cannot be read.",
    "empty_file": "The file is empty (0 bytes): download it, or export the PDF, once more.",
    "not_a_pdf": "This is no PDF: save or print the document as PDF, then read that.",
    "damaged_pdf": "The PDF is damaged or incomplete: download it again; if that does not help, ask its publisher for it.",
    "encrypted_pdf": "The PDF needs a password: open it with the password and save it without.",
    "no_pages": "The PDF has no pages: export it again.",
    "no_such_page": "The document has no such page: it may have changed; reload this page and choose again.",
    "no_text_layer": "No page has text (scans or pictures): ask for the electronic original, or have its text recognised (OCR) first.",
    "not_a_disclosure": "None of the standard tables of a budget disclosure was found: is this such a disclosure?",
    "model_unavailable": "A model was to read this, and none can be asked.",
    "limit": "The file exceeds a limit, which an environment variable can raise.",
    "reader_failed": "Reading this file ended unexpectedly: other files are not affected; please report it.",
}  # fmt: skip
"""Why a file cannot be read and what can be done, in English, by the error's code."""
_TABLES = {spec.kind: spec.name for spec in SPECS} | {Kind.NARRATIVE: "文字说明", Kind.OTHER: "其他表"}
_TABLES_EN = {
    Kind.INCOME_EXPENDITURE: "Income and expenditure",
    Kind.INCOME: "Income",
    Kind.EXPENDITURE: "Expenditure",
    Kind.FISCAL: "Fiscal appropriation",
    Kind.GENERAL_PUBLIC: "General public budget",
    Kind.BASIC: "Basic expenditure",
    Kind.GOVERNMENT_FUND: "Government funds",
    Kind.STATE_CAPITAL: "State capital",
    Kind.THREE_PUBLIC: "Three public expenses",
    Kind.PERFORMANCE: "Performance targets",
    Kind.NARRATIVE: "Notes",
    Kind.OTHER: "Other table",
}


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        """`language` is zh or en."""
        self.language = language
        self._at = LANGUAGES.index(language)

    def __getattr__(self, name: str) -> str:
        """A word by its name. Raises AttributeError where there is none."""
        if name.startswith("_") or name not in _WORDS:
            raise AttributeError(name)
        return _WORDS[name][self._at]

    def counted(self, title: str, number: int) -> str:
        """A title with how many there are."""
        return f"{title}（{number}）" if self.language == "zh" else f"{title} ({number})"

    def verdict(self, verdict: Verdict) -> str:
        """A verdict in words."""
        return VERDICTS[verdict][self._at]

    def doubt(self, name: str) -> str:
        """A doubt that a reading may have."""
        return REASONS[name][self._at] if name in REASONS else name

    def problem(self, code: str, message: str) -> str:
        """What is wrong with a file; in English the reader's own words stand below."""
        return message if self.language == "zh" or code not in PROBLEMS else f"{PROBLEMS[code]}\n{message}"

    def meaning(self, verdict: Verdict) -> str:
        """What a verdict says."""
        return MEANINGS[verdict][self._at]

    def severity(self, severity: Severity) -> str:
        """How grave a finding is."""
        return SEVERITIES[severity][self._at]

    def table(self, kind: str) -> str:
        """A kind of table by its Chinese name, in English with the English one."""
        try:
            own = Kind(kind)
        except ValueError:
            return kind
        return _TABLES[own] if self.language == "zh" else f"{_TABLES_EN[own]} {_TABLES[own]}"

    def kind(self, kind: str, level: str) -> str:
        """Which sort of disclosure it is."""
        if self.language == "zh":
            return {"unit": "单位", "department": "部门"}.get(level, "") + {"budget": "预算", "final": "决算"}.get(
                kind, ""
            )
        return " ".join(filter(None, (level, {"budget": "budget", "final": "final accounts"}.get(kind, ""))))


ZH, EN = Words("zh"), Words("en")

__all__ = ["EN", "LANGUAGES", "MARKS", "PROBLEMS", "REASONS", "ZH", "Words"]
