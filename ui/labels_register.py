"""The fixed words of the register of systems, the benchmarks and the scorecards."""

GOALS = "目标与品牌"
GOALS_NOTE = "民生实事、品牌和工程各由哪项指标衡量，做到了多少；项目和牵头科室可在参照表里改"
GOAL_COLUMNS = (
    "项目",
    "指标",
    "数值",
    "截至",
    "目标",
    "完成率",
    "应达",
    "进度",
    "预计年底",
    "能否达到",
    "较上年同期",
    "牵头科室",
)
NO_ITEMS = "还没有填写。在参照表scorecard_item.csv里列出项目和指标，重新构建后显示在这里。"
NO_INDICATOR = "未关联指标"
BENCHMARKS = "对标"
BENCHMARKS_NOTE = "外地公开的数字，旁边是本市的指标；口径不同的只并列，不比较"
BENCHMARK_COLUMNS = (
    "地点",
    "公布的数字",
    "公布值",
    "时点",
    "本市指标",
    "本市值",
    "本市时点",
    "口径",
    "说明",
)
SAME_BASIS, OTHER_BASIS, ALONE = "相同", "不同，不比较", "本市没有对应指标"
PAIRED = "{}的{}"  # 计划新增托位数600个的153.8%
SYSTEMS = "业务系统台账"
SYSTEMS_NOTE = "公开文章里提到的系统、机制、品牌和名册，各由看板上的什么反映"
SYSTEM_COLUMNS = ("名称", "地点", "类别", "看板上", "来源文件")
SEARCH_SYSTEMS = "搜索"
SEARCH_SYSTEMS_HINT = "名称、地点、类别或指标"
WHOSE = "范围"
ALL, OWN, OTHERS = "全部", "本市", "外地"
COUNTED = "共{}项，显示{}项"
NO_SYSTEMS = "没有符合条件的业务系统。换一个词试试。"
