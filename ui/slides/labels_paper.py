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
README = "说明.txt"
