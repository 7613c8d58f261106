"""Printed amounts and labels: what is a number, what it is worth, and what a label is compared by."""

import re
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extract.codes import classification
from extract.text import UNIT_YUAN, Amount, bare, folded, is_dash, key, parse_amount, to_yuan

FULL_WIDTH = str.maketrans("0123456789,.-+%()", "０１２３４５６７８９，．－＋％（）")
MINUS_SIGNS = "-−－﹣–‒‐‑"
SPACES = ["", " ", "\u3000", "\u00a0", "\u2009", "\t", "\n", "\u200b"]

printed_decimals = st.integers(0, 6)


@st.composite
def amounts(draw: st.DrawFn) -> Decimal:
    """An amount as documents print them: up to a million 亿元, up to six decimals."""
    decimals = draw(printed_decimals)
    return Decimal(draw(st.integers(-(10**14), 10**14))).scaleb(-decimals)


def decimals_of(value: Decimal) -> int:
    return -int(value.as_tuple().exponent)


# --- amounts that are read -------------------------------------------------------------------------------------------


@given(amounts(), st.booleans(), st.booleans(), st.sampled_from(MINUS_SIGNS))
def test_an_amount_is_read_back_however_its_digits_are_drawn(
    value: Decimal, grouped: bool, full_width: bool, minus: str
) -> None:
    printed = f"{value:,f}" if grouped else f"{value:f}"
    if full_width:
        printed = printed.translate(FULL_WIDTH)
    printed = re.sub(r"^[-－]", minus, printed)
    amount = parse_amount(printed)
    assert amount is not None
    assert amount.value == value
    assert amount.decimals == decimals_of(value)
    assert not amount.percent


@given(amounts(), st.data())
def test_white_space_anywhere_does_not_change_an_amount(value: Decimal, data: st.DataObject) -> None:
    printed = f"{value:,f}"
    spaced = "".join(char + data.draw(st.sampled_from(SPACES)) for char in printed)
    assert parse_amount(spaced) == parse_amount(printed) == Amount(value, decimals_of(value))


@given(amounts())
def test_what_an_amount_prints_is_read_as_the_same_amount(value: Decimal) -> None:
    amount = parse_amount(f"{value:,f}")
    assert amount is not None
    assert amount.printed == f"{value:f}"
    assert parse_amount(amount.printed) == amount


@given(amounts(), st.sampled_from("%％"))
def test_a_percent_sign_is_told_and_is_no_part_of_the_value(value: Decimal, sign: str) -> None:
    assert parse_amount(f"{value:,f}{sign}") == Amount(value, decimals_of(value), percent=True)


@given(amounts(), st.booleans())
def test_brackets_around_an_amount_are_a_minus(value: Decimal, full_width: bool) -> None:
    assume(value >= 0)
    printed = f"({value:,f})"
    amount = parse_amount(printed.translate(FULL_WIDTH) if full_width else printed)
    assert amount is not None
    assert amount.value == -value


@pytest.mark.parametrize(
    ("printed", "value", "decimals"),
    [
        ("16,649.50", "16649.50", 2),
        ("0", "0", 0),
        ("0.00", "0.00", 2),
        ("3.00", "3.00", 2),
        ("¥1,234.50", "1234.50", 2),
        ("￥ 1,234.50", "1234.50", 2),
        ("+12.5", "12.5", 1),
        ("－1,234", "-1234", 0),
        ("１６，６４９．５０", "16649.50", 2),
        ("000123", "123", 0),
    ],
)
def test_amounts_keep_their_printed_decimals(printed: str, value: str, decimals: int) -> None:
    amount = parse_amount(printed)
    assert amount is not None
    assert f"{amount.value:f}" == value
    assert amount.decimals == decimals


# --- what is no amount -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "—",
        "1,23,456",
        "12,34",
        "1234,567",
        "1,2345",
        ",123",
        "123,",
        "1,,234",
        "1.2.3",
        "12.5 13.5",
        "1,234.00 5,678.00",
        "12.",
        ".5",
        "--5",
        "5-",
        "(-5)",
        "(5",
        "5)",
        "2025-04-18",
        "2025/4/18",
        "2025年4月",
        "4月18日",
        "2060201项",
        "A100",
        "3GB",
        "1e5",
        "0x10",
        "1_000",
        "≥90",
        "约5",
        "5万元",
        "3辆",
        "一、",
        "（一）",
        "1.",
        "1、",
        "∞",
        "NaN",
        "½",
        "12'345",
        "1：2",
        "3/4",
        "100%%",
        "合计",
    ],
)
def test_what_is_not_exactly_one_well_formed_number_is_no_amount(text: str) -> None:
    assert parse_amount(text) is None


@given(st.integers(1, 999), st.lists(st.integers(0, 9999), min_size=1, max_size=4))
def test_separators_stand_every_three_digits_or_there_is_no_amount(head: int, groups: list[int]) -> None:
    widths = [len(str(group)) for group in groups]
    printed = ",".join([str(head), *map(str, groups)])
    assert (parse_amount(printed) is not None) == all(width == 3 for width in widths)


@given(amounts(), amounts())
def test_two_amounts_with_decimals_are_never_read_as_one(one: Decimal, other: Decimal) -> None:
    assume(decimals_of(one) and decimals_of(other))
    assert parse_amount(f"{one:,f} {other:,f}") is None


@given(st.text(max_size=12))
def test_any_text_is_either_no_amount_or_one_that_its_own_digits_print(text: str) -> None:
    amount = parse_amount(text)
    if amount is not None:
        assert amount.printed.lstrip("-").replace(".", "").isdigit()
        assert parse_amount(amount.printed) == Amount(amount.value, amount.decimals)


@pytest.mark.parametrize("mark", ["①", "²", "⁽¹⁾", "¹", "⒈", "❶"])
@pytest.mark.parametrize("figure", ["1,234.50", "12,345"])
def test_a_footnote_mark_is_no_digit_of_the_figure_it_stands_at(figure: str, mark: str) -> None:
    amount = parse_amount(figure + mark)
    assert amount is None or amount.printed == figure.replace(",", "")


@pytest.mark.parametrize("mark", ["①", "⑴", "㈠", "⒈", "Ⅳ", "㊀"])
def test_an_enumerator_in_one_character_is_no_amount(mark: str) -> None:
    assert parse_amount(mark) is None


# --- dashes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["-", "－", "—", "–", "―", "─", "﹣", "−", "——", "--", " - ", "　—　", "---"])
def test_a_dash_is_a_dash_in_every_form_and_no_amount(text: str) -> None:
    assert is_dash(text)
    assert parse_amount(text) is None


@pytest.mark.parametrize("text", ["", " ", "0", "-5", "一", "----", "/", "~", "- 5", "＝", "无"])
def test_blanks_numbers_and_the_numeral_one_are_no_dash(text: str) -> None:
    assert not is_dash(text)


@given(amounts())
def test_no_amount_is_a_dash(value: Decimal) -> None:
    assert not is_dash(f"{value:,f}")


# --- money -----------------------------------------------------------------------------------------------------------


@given(amounts(), st.sampled_from(sorted(UNIT_YUAN)))
def test_money_in_yuan_is_exact(value: Decimal, unit: str) -> None:
    yuan = to_yuan(value, unit)
    assert yuan is not None
    shift = {"元": 0, "千元": 3, "万元": 4, "万": 4, "百万元": 6, "亿元": 8, "亿": 8}[unit]
    sign, digits, exponent = value.as_tuple()
    assert yuan == Decimal((sign, digits, int(exponent) + shift))


@pytest.mark.parametrize("unit", ["", "%", "辆", "台(套)", "个百分点", "人次", "美元"])
def test_what_is_counted_is_not_money(unit: str) -> None:
    assert to_yuan(Decimal("3"), unit) is None


# --- labels ----------------------------------------------------------------------------------------------------------

HAN = st.text(
    alphabet="收支总计一般公共预算财政拨款“三公”经费人员项目其中合小本年上结转元及护费", min_size=1, max_size=12
)
ENUMERATORS = [
    "",
    "一、",
    "十二、",
    "（一）",
    "(三)",
    "1.",
    "12、",
    "（2）",
    "其中：",
    "其中:1.",
    "其中：（一）",
    "一．",
]
labels = st.builds(
    lambda enumerators, words, tail, space: space.join([*enumerators, *words]) + tail,
    st.lists(st.sampled_from(ENUMERATORS), max_size=3).filter(lambda marks: "".join(marks).count("其中") < 2),
    HAN.map(lambda text: [*text]),
    st.sampled_from(["", "：", ":", "；", "，", "*", "。"]),
    st.sampled_from(SPACES),
)


@given(labels)
def test_folding_a_label_twice_is_folding_it_once(label: str) -> None:
    assert folded(folded(label)) == folded(label)
    assert bare(bare(label)) == bare(label)


@given(labels)
def test_the_key_of_a_key_is_itself(label: str) -> None:
    assert key(key(label)) == key(label)


@given(HAN, st.sampled_from(ENUMERATORS), st.sampled_from(SPACES))
def test_enumerators_white_space_and_quotation_marks_do_not_matter_to_a_key(
    words: str, enumerator: str, space: str
) -> None:
    plain = re.sub(r"[“”]", "", words)
    assume(not plain.startswith(("一", "其中")) and plain)
    assert key(enumerator + space.join(words) + "：") == key(plain)


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ("一、科学技术支出", "科学技术支出"),
        ("（一）一般公共预算财政拨款", "一般公共预算财政拨款"),
        ("1. 公务接待费", "公务接待费"),
        ("其中：教育收费", "教育收费"),
        ("合   计", "合计"),
        ("“三公”经费", "三公经费"),
        ("因公出国（境）费", "因公出国(境)费"),
        ("维修(护)费", "维修(护)费"),
        ("2025年预算数", "2025年预算数"),
        ("3.5万元以下", "3.5万元以下"),
    ],
)
def test_labels_are_compared_without_what_printing_adds(label: str, wanted: str) -> None:
    assert key(label) == wanted


def test_a_label_printed_in_full_keeps_its_enumerator() -> None:
    assert bare("一、 科学 技术支出") == "一、科学技术支出"


# --- codes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "label", "family", "wanted"),
    [
        (["2060201"], "机构运行", "", "2060201"),
        (["206", "02", "01"], "机构运行", "", "2060201"),
        (["206", "2", "1"], "机构运行", "", "2060201"),
        (["301", "2"], "津贴补贴", "", "30102"),
        (["7", "11", "02"], "不在科目表中的名称", "", "0071102"),
    ],
)
def test_codes_in_parts_get_their_leading_zeros_back(parts: list[str], label: str, family: str, wanted: str) -> None:
    name = "economic" if wanted.startswith("30") else "functional"
    assert classification(name).intended(parts, label, family) == wanted


def test_a_code_of_the_classification_is_never_taken_for_another() -> None:
    codes = classification("functional")
    assert codes.lengths == {3, 5, 7}
    assert all(codes.intended([code], next(iter(names)), "") == code for code, names in codes.names.items())
