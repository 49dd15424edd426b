"""Numbers as they are read: scaled to 万 and 亿, rounded half up, or a word instead.

`of` is anything that knows its unit_zh and decimals: an indicator, a figure, a profile row.
"""

from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

MINUS = "−"
AREAS = "镇街道"
STATUS_WORDS = {"O": "无数据", "Q": "已保护", "M": "不适用", "P": "未完整"}
TOTAL = "_T"
SCALES = ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))


def number(value, of, obs_status="A"):
    """Return (digits, unit): 52631人次 gives ("5.26", "万人次"); a value not shown gives a word."""
    if obs_status in ("O", "Q", "M"):
        return status_word(obs_status), ""
    if pd.isna(value):
        return STATUS_WORDS["O"], ""
    if of.unit_zh == "%":
        return _percent_digits(value), "%"
    digits, prefix = _scaled(value, of.decimals)
    return digits, prefix + of.unit_zh


def status_word(obs_status):
    """Return why there is no whole value; a status that promises one is not believed."""
    return STATUS_WORDS.get(obs_status, STATUS_WORDS["O"])


def amount(value, of, obs_status="A"):
    """Return number and unit in one piece: 5.26万人次."""
    return "".join(number(value, of, obs_status))


def short(value, of, obs_status="A"):
    """Return the number without its base unit, for a label whose axis names it: 5.26万, 97.4%."""
    digits, unit = number(value, of, obs_status)
    return digits + (unit if of.unit_zh == "%" else unit.removesuffix(of.unit_zh))


def goal(value, of):
    """Return a target: set by people in round numbers, so without idle zeros (4, not 4.00)."""
    digits, unit = number(value, of)
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits) + unit


def short_goal(value, of):
    """Return a target for a label whose axis names the unit."""
    text = goal(value, of)
    return text if of.unit_zh == "%" else text.removesuffix(of.unit_zh)


def exact(value, of):
    """Return a number for a file, with the decimals it is read with but whole; none gives none."""
    if pd.isna(value):
        return None
    digits = _percent_digits(value) if of.unit_zh == "%" else fixed(value, of.decimals)
    rounded = Decimal(digits.replace(MINUS, "-"))
    return float(rounded) if of.decimals else int(rounded)


def of_step_before(share):
    """Return in words how much of a path's step went on; "" where that is not known."""
    return "" if pd.isna(share) else f"（上一步的{percent(share)}）"


def percent(ratio):
    """Return a ratio as a percentage: 0.987 gives 98.7%. Never capped."""
    return "无数据" if pd.isna(ratio) else _percent_digits(Decimal(str(ratio)) * 100) + "%"


def signed(value, of):
    """Return a change with its sign and unit; between percentages it is in 百分点."""
    if of.unit_zh == "%":
        return with_sign(value, fixed(abs(value), 1) + "个百分点")
    return with_sign(value, amount(abs(value), of))


def fixed(value, decimals):
    """Return the value rounded half up, as people round, with a true minus sign."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-int(decimals)), ROUND_HALF_UP)
    text = f"{abs(rounded):f}"
    return MINUS + text if rounded < 0 else text


def ticks(values):
    """Return the axis texts of evenly spaced values: one scale, one number of decimals."""
    top = max(abs(value) for value in values)
    size, prefix = next(((s, p) for s, p in SCALES if top >= s), (Decimal(1), ""))
    scaled = [Decimal(str(round(value, 9))) / size for value in values]
    decimals = max(-value.normalize().as_tuple().exponent for value in scaled)
    return [fixed(v, max(decimals, 0)) + prefix if v or not prefix else "0" for v in scaled]


def _scaled(value, decimals):
    """Return (digits, 万 or 亿 or ""), two decimals at most and no more than four digits."""
    plain = fixed(value, decimals)
    exact = abs(Decimal(str(value)))
    if abs(Decimal(plain.replace(MINUS, "-"))) < 10_000:
        return plain, ""
    # 99 999 999 is 1亿, not 10000万: the larger scale wins once rounding reaches it.
    size, prefix = SCALES[0] if exact >= Decimal("99995000") else SCALES[1]
    scaled = Decimal(str(value)) / size
    digits = fixed(scaled, 2 if abs(scaled) < 100 else 1 if abs(scaled) < 1000 else 0)
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits), prefix


def _percent_digits(value):
    exact = Decimal(str(value))
    if exact in (0, 100):
        return fixed(exact, 0)
    if 100 - Decimal("0.05") <= exact < 100:
        return "99.9"  # not all, however near: 100% is said only of all
    return fixed(exact, 1)


def with_sign(value, text):
    if not any(digit in text for digit in "123456789"):
        return text  # nothing left after rounding: no direction either
    return ("+" if value > 0 else MINUS) + text


def plain(value):
    """Return a bare count or amount with thousands kept together: 3182, 5.96万."""
    if pd.isna(value):
        return ""
    digits, prefix = _scaled(value, 2)
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits) + prefix
