"""The fixed words of a briefing on paper: bulletin, PDF, workbook, pictures."""

# Bulletin, PDF, pictures
FIGURE, TABLE, CONTINUED = "图", "表", "（续）"
VERSION = "版本"
REMARK = "注："
UNIT = "单位：{}"
BESIDE = "　"
CONTENTS = "目录"
LATEST = "仅列最近{shown}行，共{all}行；全部数据见汇报数据工作簿。"
FIRST = "仅列前{shown}行，共{all}行；全部数据见汇报数据工作簿。"
NO_FONT = (
    "服务器上没有中文字体，无法生成PDF和图片。请联系管理员安装“思源黑体”（Noto Sans CJK SC）"
    "或微软雅黑后再试。"
)
# Workbook
ABOUT = "说明"
STATUS = "状态"
PLOTTED = "作图数据"
PARAGRAPH, SOURCE, AS_OF, NOTICE, MARKS = "文字", "数据来源", "数据截至", "提示", "图例说明"
SHEETS = ("工作表", "标题")
NOTES = ("工作表", "项目", "内容")
COVER = {
    "name": "汇报",
    "county": "地区",
    "period": "统计期",
    "owner": "编制",
    "version": "数据版本",
}
WATERMARK = "密级与导出"
# A township's page
PROFILE_OF = "{}民政工作　镇街道画像　"
OVERVIEW = "总览"
OF_SIZE = "随人口"
COLUMNS = ("专题", "指标", "统计期", "{}", "全市", "与全市比", "位次", "走势")
KEY_ROWS = "主要指标：总览的各项，各专题的第一项"
ABSENT_ENDS = {"strongest": "没有一项明显强于全市。", "weakest": "没有一项明显弱于全市。"}
KEY_MARKS = (
    "与全市比：↑高于、↓低于，差别大到不像偶然；＝分不出差别；没有记号的只比数值，不作判断。"
    "位次：第2—4是分不出先后的范围；随人口的总量不排位。走势：最近25个月，按年的最近13年；空心点未完整。"
)
README = "说明.txt"
