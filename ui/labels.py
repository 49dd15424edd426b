"""The fixed words of the screen: titles, labels, notices. Sentences about data are wording's."""

BOARD = "民政统计看板"
ICON = "📊"
PAGES = (  # address, file, title; groups of themes come between the first and the rest
    ("", "overview", "总览"),
    ("township", "township", "镇街道画像"),
    ("indicator", "indicator", "指标"),
    ("explore", "explore", "分析"),
    ("briefing", "briefing", "汇报"),
    ("data", "data", "数据"),
)
FIND = "搜索"
FIND_LABEL = "找指标、统计图、业务系统和页面"
FIND_HINT = "名称或拼音首字母，如 czsg"
TRACE = "这个数从哪来"
MENU, SUBMENU = "栏目", "本栏目的页面"
LOCATED = "{}在全市的位置"
PAGES_ASIDE = (("trace", "trace", TRACE),)  # not in the menu
GROUPS = {  # an entry of the menu: the pages behind it, in their order, itself among them
    "indicator": (
        ("indicator", "indicator", "单项指标"),
        ("catalogue", "catalogue", "指标目录"),
        ("methods", "methods", "方法说明"),
        ("goals", "goals", "目标与品牌"),
        ("benchmarks", "benchmarks", "对标"),
        ("systems", "systems", "业务系统台账"),
    ),
    "explore": (
        ("explore", "explore", "自助分析"),
        ("compare", "compare", "指标对照"),
        ("reach", "reach", "服务可及与选址"),
        ("matching", "matching", "匹配建议"),
        ("workbench", "workbench", "SQL工作台"),
    ),
    "data": (
        ("data", "data", "数据文件"),
        ("quality", "quality", "数据质量"),
        ("intake", "intake", "数据接入"),
        ("versions", "versions", "版本与修订"),
    ),
}
GROUPED = tuple(page for group in GROUPS.values() for page in group)
DEMO = "演示数据"
DEMO_NOTE = "演示数据为合成数据，已按公开发布的数字校准；未公开的数值不代表实际情况。"
COMPARE = {"year": "上年同期", "previous": "上期", "county": "全市"}
POLARITY = {
    "higher_is_better": "越多越好",
    "lower_is_better": "越少越好",
    "neutral": "不评好坏",
}
FREQ = {"M": "月", "Q": "季", "A": "年"}
KIND = {"stock": "期末时点数", "flow": "期间发生数"}
DISCLOSURE = {"open": "公开", "internal": "内部", "sensitive": "敏感"}
VERDICT = {"agrees": "一致", "differs": "不一致", "no_data": "无可对账数据"}
QUALIFIER = {
    "exact": "",
    "more_than": "多于",
    "at_least": "不少于",
    "about": "约",
    "at_most": "不多于",
    "less_than": "少于",
}
QUALIFIER_RULE = {  # when the board's value agrees with a printed one
    "exact": "应相等",
    "more_than": "应大于",
    "at_least": "应不小于",
    "about": "应在约定的误差内",
    "at_most": "应不大于",
    "less_than": "应小于",
}
ENCODING = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 BOM",
    "gb18030": "GB18030",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "xlsx": "XLSX",
}
TYPES = {
    "text": "文字",
    "integer": "整数",
    "decimal": "数值",
    "number": "数值",
    "date": "日期",
    "month": "月份",
    "boolean": "是／否",
    "vocabulary": "选项",
    "township": "镇街道",
    "township_code": "区划代码",
    "community": "村社区",
    "credit_code": "信用代码",
}
FINDING_KIND = {  # what a rule looks at, in the order of the page
    "audit": "发放核查",
    "cross_file": "跨表核对",
    "history": "与历史比",
    "outlier": "异常变化",
}
FINDING_STATE = {
    "open": "待处理",
    "returned": "标为已改，但数据里仍有",
    "explained": "已说明",
    "fixed": "已改，待新数据核实",
}
FINDING_FILTERS = {"open": "待处理", "explained": "已说明", "fixed": "已改", "vanished": "已消失"}
FINDING_ACTIONS = {"explained": "标为已说明", "fixed": "标为已改", "open": "重新打开"}
ALL_KINDS = "全部类型"
ALL_STATES = "全部状态"
KIND_OF_FINDING = "类型"
STATE_OF_FINDING = "处理状态"
NOTE = "说明"
NOTE_HINT = "原因或处理结果；不要写姓名、证件号"
WHO = "经办人"
SAVED_HERE = "处理情况记在本机（data/journal/findings.jsonl），重新构建不会丢失"
ARRIVAL = {"arrived": "按时到达", "late": "迟到", "missing": "缺", "not_due": "未到期"}
ARRIVED_ALL = "另有{}项数据期期按时到达"
FINDING = "发现"
FINDING_RECORDS = "涉及的行"
NO_RECORDS = "说的是没有来的数据，没有可列的行。"
OPEN_CASE = "查看"
CLOSE_CASE = "收起"
LAST_SAID = "最近处理"
NOTE_NEEDED = "请先写明原因，再标为已说明。"
NOTHING_VANISHED = "还没有处理过又从数据里消失的发现。"
SEE_TREND = "看趋势"
SEE_QUALITY = "看数据质量"
NO_FINDINGS = "没有符合条件的发现。"
SOURCE = "来源：各业务系统导出数据；人口分母为演示值。"
NO_DATA = "这一范围内没有数据。换一个统计期或镇街道试试。"
FIRST_BUILD = "首次启动，正在根据随附的数据生成看板"
BUILD_ANEW = "程序已更新，正在用现有的数据重新生成看板，数据没有受影响"
BUILT_ANEW = "程序更新后重新生成"
OF_OLDER_CODE = "由较早的程序生成，现在的程序打不开"
FIRST_BUILD_STARTS = "准备中"
FIRST_BUILD_WAITS = "另一位读者的访问已经开始生成，请稍候"
PERIOD = "统计期"
INDICATOR = "指标"
AREA = "镇街道"
COUNT_AREAS = "{}个镇街道"
ALL_AREAS = "全部{}个镇街道"
COMPARE_WITH = "对比"
PICK_INDICATOR = "输入名称查找指标"
SWAP_INDICATOR = "更换指标"
TABLE = "查看数据表"
NUMERATOR = "分子"
DENOMINATOR = "分母"
PLACE = "位次"
VERSUS = "与全市比"
INTERVAL_ENDS = ("95%区间下限", "95%区间上限")
COUNTY = "全市"
CHANGE_YEAR = "较上年同期"
TARGET = "目标"
SERIES = "分组"
NOTHING_LISTED = "本期没有需要列出的内容。"
ATTENTION = "需要关注"
NOTHING_TO_NOTE = "本期各项均正常。"
ALERTS = {"behind": "落后", "due": "到期", "unusual": "异常", "gap": "缺数"}  # in their order
MORE_NOTICES = "另有{}项"
MUTED = {"small": "{}项基数太小", "same": "{}项与全市无明显差别"}
MUTED_NOTICES = "另有{}，未列出"
SEE_INDICATOR = "查看指标"
DRAFT = "文字稿"
COPY_DRAFT = "复制全文"
COPIED = "已复制"
DRAFT_FILES = {"txt": "下载TXT", "docx": "下载DOCX"}
STRONGEST = "最突出的强项"
WEAKEST = "最突出的弱项"
NONE_STRONG = "没有一项明显强于全市。"
NONE_WEAK = "没有一项明显弱于全市。"
PEERS = "最相近的镇街道"
PEERS_NOTE = "按人口、60岁及以上占比、村社区数、人口密度和街道或镇比"
BESIDE_PEER = "与它逐项对照"
ONE_PAGE = "下载一页纸（PDF，A4）"
ONE_PAGE_FILE = "{}画像_{}.pdf"
METHODS = "方法说明"
METHODS_NOTE = "看板上每一种判断是怎样作出的，什么时候不作判断"
METHODS_LINK = "这些判断是怎样作出的"
METHODS_ABSENT = "这台服务器上没有手册文件（docs/手册.md），看不到方法说明。"
PROFILE_MARKS = (
    "↑↓：与全市的差别大到不像偶然；＝：分不出差别；没有记号的只比数值，不作判断。"
    "第2—4：分不出先后的位次范围。"
)
PROFILE = "各项指标与全市、其他镇街道对照"
PROFILE_NOTE = "每行一项指标；圆点越靠右越好，刻度为该指标各镇街道的最低值到最高值"
REST = "另有{}项，含随人口多少而变的总量"
SEARCH = "搜索指标"
SEARCH_HINT = "输入名称、含义或专题，多个词用空格隔开"
CHECK_KIND = {
    "required": "必填",
    "type": "格式",
    "vocabulary": "选项",
    "range": "范围",
    "cross_column": "前后一致",
    "key": "不重复",
    "line": "整行",
}
NOTHING_REFUSED = "没有退回的行。"
OVERVIEW = "{}民政工作总览"
OPEN_CARD = "看趋势、地图与口径"
ALL_CATEGORIES = "合计"
FILES = "这个数用到的文件"
FILES_NOTE = "SHA-256是文件内容的指纹：文件改动一个字，指纹就不同；点一下可整段选中"
TRACE_NOTE = "由看板上的数，走回文件里的每一行"
TRACE_WHOLE = "走到每一行：这个数从哪来"
SHA = "SHA-256"
COUNTED = "计入本数"
SEE_REFUSED = "看退回的行与原因"
SQL = "计算SQL"
SQL_NOTE = "版本生成时文件里的原文"
WHICH_ROWS = "计入哪些行（写在同一文件的开头）"
MARTS = "它读取的汇总表"
RECORDS = "计入的行"
RECORDS_KEPT_BACK = "这份数据的明细行不向当前读者开放。"
PROTECTED_ROWS = "这个数已作保护处理，不列出明细行和行数。"
ASK_ON = "在自助分析里继续筛选、分组"
ASK_FREELY = "自助分析这项指标"
ROW = "行号"
FILE = "文件"
CATALOGUE_NOTE = "每项指标的定义、计量单位、评判方向和计算文件，点名称看数"
NO_MATCH = "没有符合条件的内容。请换一个词，或清空搜索框。"

HAND_IN = "交来的文件（CSV或XLSX，可以一次选几个）"
WHICH_EXTRACT = "数据类别"
RECOGNISE = "按表头自动辨认"
UNRECOGNISED = "未能辨认"
HOW_TAKEN = "接入方式"
AS_AGREED = "按约定（台账替换，月报补充）"
CHECK = "开始核对"
CHECK_AGAIN = "重新核对"
OUTDATED = "核对之后，看板上的版本又有变动。请重新核对，再看会改动哪些数。"
NOTHING_HANDED_IN = "还没有选文件。请把CSV或XLSX文件拖到上面的框里，或点框内按钮选择。"
TAKE_DROPPED = "接收投递夹里的文件"
NO_TICKETS = "还没有交来的文件。"
EARLIER_TICKETS = "以前交来的文件"
MAY_LEAVE = "可以离开这一页，核对不会停；回来时接着看。"
STOPPED = "核对中途停了，可能是服务器重启。文件还在，现有数据没有变，请重新核对。"
DOWNLOAD_REFUSED = "下载退回的行"
DOWNLOAD_ALL = "下载全部（CSV）"
REASON = "已公布的数为什么要改（记入修订记录）"
PUBLISH = "发布"
WITHDRAW = "撤回，不发布"
LOCAL_USER = "本机用户"
INTAKE_NOTE = "先核对，看清会改动哪些数，确认后才发布；不合格的行退回，可下载改好再交"
VERSIONS_NOTE = "退回时，数据文件也一并退回；被换下的文件留在earlier文件夹，不会丢"
REVISIONS_NOTE = "已公布的数只要变过，都记在这里：原来、改为、何时、为什么"
REVISED = "这个数改动过"
FIRST_VERSION = "首次构建"
GO_BACK = "改用这个版本"
NEVER_REVISED = "已公布的数还没有改动过。"

COMPARING = "指标对照"
COMPARE_NOTE = "两项指标画在一张图上看关系，或把几项指标、几个镇街道排在一起看"
MODE_OF_COMPARING = "方式"
MODES = {"pair": "两项对照", "beside": "多项并列"}
X = "横轴指标"
Y = "纵轴指标"
AXIS = {"x": "横轴", "y": "纵轴"}
SET = "指标（最多{}项）"
NOT_DRAWN = "没有画出"
NOTHING_DRAWN = "没有两项都有数的镇街道，画不出图。"
AGAINST_ANOTHER = "与另一项指标对照"
SAME_TWICE = "横轴和纵轴选的是同一项指标，请换一项。"
TOO_MANY = "一次最多并列{}项，链接里其余的没有显示。"
DOWNLOAD_COMPARED = "下载数据（CSV）"
COMPARED_FILE = "指标对照.csv"
COURSES = "历年走势"
VALUE, UNIT, STATUS = "数值", "计量单位", "状态"


def refused(reason):
    return f"这份数据没有接入，看板上的数没有变。\n\n{reason}"


def build_failed(reason):
    return f"数据没有通过检查，看板未更新。请按下面的说明改正后刷新页面：\n\n{reason}"


def unknown_version(id_):
    return f"链接指向的版本{id_}不在这台服务器上，或由较早的程序生成而打不开，下面是最新版本。"


def unknown_parts(parts):
    return f"链接里的“{'、'.join(parts)}”在当前版本中不存在，已按默认显示。"


def broken(id_):
    return f"这一页没有显示出来，数据没有受影响。请刷新重试；仍不行时，把编号{id_}告诉管理员。"


def protection(least: float) -> str:
    return f"不足{least:.0f}的人数、户数和笔数，以及可以推出它们的数，标为“已保护”。"
