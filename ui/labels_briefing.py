"""The fixed words of composing a briefing."""

BRIEFING = "汇报"
NOTE = "从模板开始，逐页调整，放映或导出；数字固定在所选版本，会上重新接入数据也不变"
GONE = "这份放映或文件已经过期。请回到汇报页，重新放映或下载。"
NEW = "新建汇报"
TEMPLATE, NAME, THEME, TOWNSHIP = "模板", "名称", "专题", "镇街道"
EMPTY = "空白"
START = "新建"
NONE_YET = "还没有汇报。选一个模板，点新建。"
MINE_OR_OTHERS = "已有的汇报"
ALL = "返回全部汇报"
COVER = "封面"
EDITED = "标题已改"
UP, DOWN, REMOVE, COPY = "上移", "下移", "删去本页", "复制一份"
HEADLINE = "标题（留空则按数据自动生成）"
TEXT = "文字"
PARAGRAPH = "文字稿（可复制到报告里）"
RESTORE = "恢复自动标题"
SAVE = "保存"
ADD = "在本页之后加一页"
KIND, OF, AREA = "内容", "选择", "范围"
KINDS = {
    "indicator": "指标：走势与各镇街道",
    "map": "地图与排名",
    "trend": "走势",
    "figure": "构成图",
    "cards": "主要指标卡片",
    "attention": "需要关注",
    "profile": "镇街道画像",
    "view": "已存视图",
    "text": "文字",
}
ADD_IT = "加上"
SETTINGS = "名称、统计期、镇街道"
FRONT = "突出的镇街道（最多3个）"
PRESENT = "放映"
FILES = {  # what is made → (button, ending)
    "pptx": ("PPTX 演示文稿", "pptx"),
    "docx": ("DOCX 公文稿", "docx"),
    "pdf": ("PDF", "pdf"),
    "xlsx": ("XLSX 数据", "xlsx"),
    "html": ("HTML 离线放映", "html"),
    "zip": ("图片（PNG、SVG）", "zip"),
}
MAKING = "正在生成{}"
FETCHING = "{}已生成，浏览器正在下载。"
PICTURES = "图片"
UPDATE = "更新到最新数据"
UPDATE_NOW = "更新"
KEEP_AS_IS = "不更新"
UNCHANGED = "换到最新版本，这份汇报里的数都不变。"
DELETE = "删去这份汇报"
DELETE_SURE = "确认删去"
SENT = "已放入汇报“{}”的最后一页。"
SEND = "放入汇报"
NO_BRIEFING = "您还没有汇报。请先到汇报页新建一份。"
WHAT, WAS, BECOMES = "页与项目", "原来", "更新后"
OVERVIEW = "全市"
NEW_TEXT = "请填写标题"


def pinned_to(version, is_live):
    where = "是最新数据" if is_live else "有更新的数据"
    return f"数字固定在版本{version[:7]}，{where}"


def version_gone(version):
    return (
        f"这份汇报固定在版本{version[:7]}，这台服务器上已经没有这个版本。"
        f"可以点“{UPDATE}”，换到现在的版本。"
    )


def listed(one):
    return f"{one.owner}，{one.saved_on}，{len(one.items) + 1}页，版本{one.version[:7]}"


def failed(name, why):
    return f"{name}没有生成：{why}。没有留下半份文件，改好后再点一次。"


def changed(count):
    return f"更新后有{count}处不同。您改过的标题不会跟着变，请核对。"


def picture(n, ending):
    return f"本页图{n or ''}存为{ending.upper()}"
