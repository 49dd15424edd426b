"""The fixed words of the matching suggestions."""

TITLE = "匹配建议"
NOTE = "把尚未匹配的需求与在办的慈善项目逐件配对，使总分最高；不超过项目的名额和余款"
COUNTS = ("待匹配需求", "建议匹配", "没有建议")
UNIT = "件"
SCORING = (
    "得分满分100：类别相同{kind}分，同一镇街道{area}分，余款充足{amount}分，受理期覆盖期望日期{deadline}分；"
    "权重在参照表setting.csv里改。建议由整数规划求得（HiGHS），供经办人参考，不代替决定。"
)
SUGGESTED, WITHOUT = "建议匹配", "没有建议的需求"
COLUMNS = {
    "demand": "需求编号",
    "kind_zh": "类别",
    "area_zh": "镇街道",
    "community_zh": "村社区",
    "amount": "金额（元）",
    "raised_on": "提出日期",
    "deadline_on": "期望完成日期",
    "supply": "项目编号",
    "supply_zh": "建议项目",
    "by_zh": "承办组织",
    "score": "得分",
}
WHY = "原因"
NONE_FITS = "没有类别、区域、余款都合适的在办项目"
NO_ROOM = "合适的项目名额或余款已给了别的需求"
DOWNLOAD = "导出建议（{}）"
FILE = "供需匹配建议"
EVERY_ONE = "每件待匹配的需求都有建议。"
NOTHING_OPEN = "没有待匹配的需求。"
