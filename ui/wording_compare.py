"""The words of two indicators against each other, and of several side by side."""

from ui import labels
from ui.wording_charts import areas_counted
from ui.wording_dates import month_or_year, period_of
from ui.wording_numbers import AREAS, MINUS, fixed, short

MIDDLE = "中位数"
SIDES = {"above": "高于{}", "below": "低于{}", "level": "与{}持平"}
QUADRANTS = [(x, y) for x in SIDES for y in SIDES]


def axis_title(of, time_period, axis, lowest=""):
    """Return what an axis shows: name, unit, period, and where it starts if not at 0."""
    starts = f"（自{lowest}起）" if lowest else ""
    return f"{labels.AXIS[axis]}：{of.name_zh}，{of.unit_zh}，{period_of(time_period, of)}{starts}"


def yardstick(value, of, county_zh, is_whole, gap=""):
    """Return the words on a line of reference: 全市3.66, of totals 镇街道中位数59.

    Of townships that are not all known the middle is that of some.
    """
    own = "" if of.standardised else AREAS if is_whole else f"有数的{AREAS}"
    return own + reference(of, county_zh) + gap + short(value, of)


def reference(of, county_zh):
    """Return what an indicator's townships are held against: a total is no measure of its parts."""
    return county_zh if of.standardised else MIDDLE


def dot(row, has_path):
    """Return a township's name; where it has a path, with its period, if that is one."""
    has_period = has_path and row.x_period == row.y_period
    return row.name_zh + f"\n{month_or_year(row.x_period)}" * has_period


def dots(names):
    """Return the names of townships that share a dot, two a line."""
    pairs = ["、".join(names[i : i + 2]) for i in range(0, len(names), 2)]
    return "、\n".join(pairs)


def stop(row):
    """Return the period of a pair, or both where they differ."""
    return "／".join(dict.fromkeys(map(month_or_year, (row.x_period, row.y_period))))


def sides(x, y, x_side, y_side, county_zh):
    """Return where townships lie: 两项都高于全市, or each indicator's side by name."""
    own = [reference(of, county_zh) for of in (x, y)]
    if x_side == y_side and own[0] == own[1]:
        return "两项都" + SIDES[x_side].format(own[0])
    return "，".join(
        of.name_zh + SIDES[side].format(name)
        for of, side, name in zip((x, y), (x_side, y_side), own, strict=True)
    )


def title_pair(now, x, y):
    """Return how many townships lie on the same side in both, and how many cross, as a title."""
    dots = now[now.x_side.notna() & now.y_side.notna()]
    if dots.empty:
        return f"暂无两项都有数的{AREAS}"
    if len(dots) == 1:
        return f"只有{_counted(dots)}两项都有数"
    line = _line(x, y, now.name_zh.iloc[0])
    kinds = {
        "两项都" + SIDES["above"].format(line): _lies(dots, "above", "above"),
        "两项都" + SIDES["below"].format(line): _lies(dots, "below", "below"),
        f"一项高于、一项低于{line}": _lies(dots, "above", "below") | _lies(dots, "below", "above"),
    }
    groups = sorted(((dots[lies], words) for words, lies in kinds.items()), key=_size)
    parts = [f"{_counted(there)}{words}" for there, words in groups if len(there)]
    return "，".join(parts) or f"{_counted(dots)}有一项与{line}持平"


def _size(group):
    return -len(group[0])


def _lies(dots, x_side, y_side):
    return (dots.x_side == x_side) & (dots.y_side == y_side)


def _line(x, y, county_zh):
    """Return what both are held against, in a word."""
    own = {reference(of, county_zh) for of in (x, y)}
    return own.pop() if len(own) == 1 else "参照线"


def _counted(rows):
    return rows.name_zh.iloc[0] if len(rows) == 1 else areas_counted(len(rows))


def relation(now):
    """Return whether the townships come in the same order by both, and what that does not say."""
    row = now.iloc[0]
    few = f"只有{row.points}个点，不能据此说明因果"
    if not row.points:
        return ""
    if row.points < 5:
        return f"两项都有数的{AREAS}只有{row.points}个，看不出先后是否一致。"
    if row.rho != row.rho:
        return f"有一项各{AREAS}都相同，谈不上先后是否一致。"
    coefficient = fixed(row.rho, 2)
    if not row.is_telling:
        return f"按两项分别排序，看不出一致的先后（秩相关系数{coefficient}）；{few}。"
    order = "相反" if coefficient.startswith(MINUS) else "一致"
    degree = "完全" if abs(row.rho) > 0.999 else "大体"
    return f"按两项分别排序，先后{degree}{order}（秩相关系数{coefficient}）；{few}。"


def size_note(x, y):
    """Return what totals mostly show, where there are any."""
    totals = [of for of in (x, y) if is_total(of)]
    if len(totals) == 2:
        return f"两项都是总量，主要反映{AREAS}大小；可换成人均或占比类指标再看。"
    return "".join(f"“{of.name_zh}”是总量，随{AREAS}大小而变。" for of in totals)


def is_total(of):
    """Return whether a number grows with its township: an amount for each of something does not."""
    return not of.standardised and "／" not in of.unit_zh


def path_note(rows, chosen, most):
    """Return what the paths show, or why there are none."""
    if not rows.points.iloc[0]:
        return ""
    if not chosen:
        return f"选1至{most}个{AREAS}，可看它们逐年走过的路径。"
    if len(chosen) > most:
        return f"选了{areas_counted(len(chosen))}，只画最新一期；不超过{most}个时画出逐年路径。"
    if not rows.step.max():
        return ""
    return "细线为逐年路径，小点为各年同月（当月不全的取此前最近一期），最新一期见坐标轴。"


def counted(group):
    return f"{len(group)}个"


def compare_title(indicators, areas):
    """Return what is set side by side, as a title."""
    return f"{len(indicators)}项指标，{areas_counted(areas)}与全市"


MATRIX_NOTE = (
    "数字下的圆点：左低右高，两端为各镇街道的最低值和最高值；竖线为全市；空心圆点为不评好坏的指标"
)
LINES_NOTE = "每项指标一张小图；选定的镇街道用彩色线，最多3个；深色线为全市，浅灰线为其他镇街道"


def row_note(of, time_period):
    """Return unit, direction where it is not the usual one, and period of a row."""
    notes = {"lower_is_better": "（越少越好）", "neutral": "（不评好坏）"}
    return f"{of.unit_zh}{notes.get(of.polarity, '')}，{period_of(time_period, of)}"
