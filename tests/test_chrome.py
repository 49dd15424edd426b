"""What the frame writes as HTML: no line ends between a number and its unit."""

import pytest

from ui import chrome


def pieces(words):
    """Return what stays in one piece."""
    parts = chrome.unbroken(words).split('<span class="unbroken">')[1:]
    return [part.split("</span>")[0] for part in parts]


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("曹桥街道2.79家／万人，滞后", ["2.79家／万人"]),
        ("家／万人，2024年8月31日", ["家／万人", "2024年8月31日"]),
        ("较上年同期 −0.03元／人次（走弱）", ["−0.03元／人次"]),
        ("较上年同期 +16.8个百分点（改善）", ["+16.8个百分点"]),
        ("完成91.5%。", ["91.5%"]),
        ("没有数字", []),
    ],
)
def test_a_number_keeps_its_unit(words, whole):
    assert pieces(words) == whole


def test_what_comes_from_data_is_escaped():
    assert chrome.unbroken("<b>&") == "&lt;b&gt;&amp;"
    assert "&lt;script" in chrome.section("<script>", "<script>")
