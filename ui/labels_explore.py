"""The fixed words of the free analysis."""

from ui.labels import DISCLOSURE

EXPLORE = "自助分析"
EXPLORE_NOTE = "选一份数据，按任意列分组、筛选、计数；点表里的数，看它背后的行"
DATASET = "数据"
BY = "分组（最后一个横着排）"
BY_HINT = "不分组，只看总数"
MEASURES = "看什么数"
MEASURES_HINT = "记录数"
SHOW = "呈现为"
SORT = "排序"
SORTS = {"": "按自身顺序", "down": "从大到小", "up": "从小到大"}
TOP = "只列前几项"
FILTERS = "筛选"
FILTERS_HINT = "选要筛选的列"
CHART = "图形"
CHARTS = {
    "line": "折线",
    "bar": "条形",
    "stacked": "堆叠",
    "heat": "热力表",
    "map": "地图",
    "table": "表格",
}
ASK = "分组、度量与筛选"
OPERATOR = "条件"
VALUES = "值"
VALUES_HINT = "全部"
LEAST, MOST = "不小于", "不大于"
FROM, TO = "自", "至"
DAY_HINT = "如2024、2024-08或2024-08-31"
CONTAINS_HINT = "输入一段文字"
SPAN = "时间"
REFUSED = "这样问没有可靠的答案"
OLD_VERSION = "这个版本生成得较早，没有自助分析要用的内容。请从“数据”页改用新的版本。"
NOTHING = "没有符合条件的记录。请放宽筛选。"
ROWS = "背后的行"
SEE_ROWS = "看背后的行"
CLOSE_ROWS = "收起"
NO_ROWS_FOR_YOU = "明细行不向当前读者开放。"
COLUMNS = "显示的列"
ALL_COLUMNS = "全部列"
ALL = "全部"
ORDER = "按哪一列排"
FILE_ORDER = "文件与行号"
SIZE = "一次显示"
DOWN = "（从大到小）"
THIS_SQL = "这张表的SQL"
UNPROTECTED = (
    "这是敏感明细的自由组合，没有作小数保护，只供有权限的人核查；不要投影，不要把数发给别人。"
)
WHY = {
    "internal": "密级为内部，当前角色不能自由组合。可在“指标”数据里看汇总数",
    "sensitive": "密级为敏感：自由组合后逐次相减，可以推出一两个人的情况。"
    "请改用“指标”数据，那里的数都作过保护；确需核对的，请数据员查",
}
VIEW_NAME = "名称"
KEEP = "存为视图"
NO_VIEWS = "还没有存过视图。"
PIN, UNPIN = "放到总览", "从总览撤下"
REMOVE = "删除"
OPEN_VIEW = "在自助分析里打开"
HOLD_VERSION = "固定到当前版本（链接里的数不再变）"
FOLLOW_DATA = "随最新数据"
FILE_NAMES = {"csv": "下载CSV", "xlsx": "下载XLSX", "parquet": "下载Parquet"}


def top(number: int) -> str:
    return f"前{number}项，其余合为“其他”" if number else "全部列出"


def unknown_dataset(id_: str) -> str:
    return f"没有名为“{id_}”的数据。请从“数据”里重新选择。"


def not_offered(names: list[str], disclosure: str) -> str:
    named = "、".join(names)
    return f"未列出{named}：{WHY.get(disclosure, DISCLOSURE[disclosure])}。"


def hidden_columns(names: list[str]) -> str:
    return f"未列出{'、'.join(names)}：身份编号只能数不重复的个数，不能分组、筛选、列出。"


def only_first(rows: int) -> str:
    return f"文件里只有前{rows:,}行；要全部，请加筛选分次下载。"


def views(number: int) -> str:
    return f"存为视图；已存视图{number}个"


def kept_by(saved) -> str:
    held = f"，固定于版本{saved.version[:7]}" if saved.version else ""
    return f"{saved.owner}，{saved.saved_on}{held}{'，在总览' * saved.overview}"


def keeps_version(version: str) -> str:
    return f"当前链接固定于版本{version[:7]}，存下的视图也固定于它。"


def version_gone(version: str) -> str:
    return f"这个视图固定于版本{version[:7]}，它已不在这台服务器上。"
