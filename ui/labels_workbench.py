"""The words of the SQL workbench that stand still."""

WORKBENCH = "SQL工作台"
WORKBENCH_NOTE = "自己写SELECT查结果表和明细；只读，一次一条，查的是页面右上角的版本"
EDITOR = "SQL"
EDITOR_HINT = "在这里写SELECT，或从旁边的示例开始"
RUN = "运行"
PLAN = "执行计划"
CANCEL = "取消"
NOT_RUN_YET = "链接里的查询不会自己运行：请先看清要查什么，再点运行。"
ANSWER_IS_OLD = "下面是上一条语句的结果；点运行，换成现在这条的。"
TOO_LONG_FOR_LINK = "语句太长，放不进链接：复制地址时，同事看不到它，请直接把文字发给对方。"
RUNNING = "正在运行，已用{}秒"
EXPLAINED = "执行计划（没有运行）"
NO_ROWS = "没有符合条件的行。"
TAKE_CSV = "下载CSV"
TAKE_XLSX = "下载XLSX"
TABLES = "表和列"
EXAMPLES = "示例"
START = "从一个示例开始"
HISTORY = "记录"
SEARCH_TABLES = "查找表或列"
SEARCH_TABLES_HINT = "中文或英文，如：镇街道"
ROW_GROUPS = {"records": "明细（不含身份信息）", "sensitive": "敏感明细（不含身份信息）"}
ROWS_KEPT_BACK = {  # why a group of tables is not offered
    "records": "您的角色不能查明细，这里只列出结果表。",
    "sensitive": "敏感明细不在此列：自由组合条件可以把小数一个个试出来，"
    "看板上作了保护的数就失去了保护。确需使用，请向数据管理员申请。",
}
SENSITIVE_ANSWER = "这是敏感明细算出的结果，没有作小数保护：只供本人核对，不得直接对外。"
NOTHING_RUN = "本次打开后还没有运行过查询。"
HISTORY_NOTE = "点一条，放回编辑框；记录只在本次打开期间保留。每次运行都另记入审计日志。"
ENGINE_SAYS = "数据库的原话"
