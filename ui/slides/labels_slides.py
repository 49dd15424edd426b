"""The few words that slides and the files made of them add by themselves."""

CLASS = "{}（{}个）"  # limits of a map's class, how many townships are in it
POINTS = "{}（{}）"
PROVISIONAL = "○ 未完整，数据未到期末"
UNIT = "单位：{}"
UNIT_OF_CIRCLES = "单位：{}；圆的面积与数值成正比"
VERSION = "版本{}"
PAGE = "{}／{}"
MORE_ROWS = "其余{}行见附表"
MORE_COLUMNS = "其余{}列见附表"
MORE_NOTICES = "其余{}项见附表"
MORE_PARAGRAPHS = "其余{}段见备注"
MORE_CARDS = "其余{}项见附表"
SAID = "第{}页，共{}页：{}"
SAID_ASIDE = "镇街道附页：{}"
SLIDE = "幻灯片"
DECK = "演示文稿"
CONTROLS = "放映控制"
HELP = "放映按键"
TYPED = "转到第{}页，按回车"
PLAYING = "自动播放，每{}秒一页（P暂停）"
PAUSED = "已暂停自动播放"
BACK = "镇街道附页（Esc返回）"
# Of each button: the key it stands for, how that key is called, what is on it, what it does.
BUTTONS = (
    ("ArrowLeft", "←", "‹", "上一页"),
    ("ArrowRight", "→", "›", "下一页"),
    ("f", "F", "全屏", "全屏"),
    ("p", "P", "播放", "自动播放或暂停"),
    ("d", "D", "深浅", "深色或浅色"),
    ("?", "?", "按键", "按键说明"),
)
KEYS = (
    (("→", "↓", "空格", "PageDown"), "下一页"),
    (("←", "↑", "PageUp"), "上一页"),
    (("Home", "End"), "第一页、最后一页"),
    (("数字", "回车"), "转到这一页"),
    (("F", "F5"), "全屏"),
    (("B", "."), "黑屏，再按恢复"),
    (("P",), "自动播放或暂停"),
    (("D",), "深色或浅色"),
    (("点击地图",), "打开该镇街道附页，Esc或←返回"),
    (("Esc",), "退出附页、全屏或放映"),
    (("?",), "打开或关闭本说明"),
)

# In PPTX alone
DECK_FONT = "微软雅黑"  # what the machines that open a deck have
TITLE_IS_EDITED = "标题由汇报人改过；数据给出的标题是：{}"
REST_COLUMNS = "右侧{}列见附表"
REST_ITEMS = "其余{}条见备注"
CIRCLES = "圆的面积与数值成正比"
GAP_OF = "{}{}{}"  # 新埭镇2023年12月无数据
GAPS_OF = "{}{}处"
GAPS = "空缺为{}"
STARTS = "纵轴自{}起"
LAYOUTS = {  # what a slide is made of, by the names a bureau's template may give it
    "cover": ("封面", "标题幻灯片", "Title Slide"),
    "page": ("仅标题", "Title Only"),
}
NO_LAYOUT = (
    "模板“{file}”不能使用：缺少名为{names}的版式，且该版式须有标题占位符。"
    "请在幻灯片母版中补上后重试。"
)
NO_TEMPLATE = "模板“{file}”不能使用：它不是能打开的PPTX文件。请用PowerPoint或WPS另存为.pptx后重试。"
OR = "或"
