"""The fixed words of slides and of the files a briefing becomes."""

COUNTY = "全市"
DEFINITION, SOURCE, SQL, VERSION, AS_OF = "口径", "来源", "计算SQL", "数据版本", "数据截至"
DEMO_SOURCE = "（演示）"
ATTENTION = "需要关注"
ATTENTION_MEASURE = "按落后程度排列"
PROFILE = "主要指标与位次"
OVERVIEW = "全市主要指标"
VIEW_SOURCE = "自助分析已存视图"
MOST_NOTICES = 6
SCOPE = "范围"
VIEW_GONE = "这个已存视图已被删去。请从汇报里去掉这一页。"
VIEW_NOT_OPEN = "这个视图不是公开数据，不能放进汇报。请去掉这一页。"
