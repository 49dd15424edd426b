"""The fixed words of reach and siting."""

TITLE = "服务可及与选址"
NOTE = "多少人步行到得了一个点，哪些村社区还到不了；再开几个点，开在哪里能让最多的人到得了"
FACILITY, PEOPLE, SINCE = "去哪里", "哪些人", "与哪个月比"
PEOPLE_KINDS = {"60": "60岁及以上", "80": "80岁及以上", "all": "全部人口"}
OR = "或"
EITHER = "either"
METHOD = (
    "步行{minutes}分钟以内算可及：每分钟{speed}米，绕行系数{detour}，合直线距离{metres}米（本地配置，在参照表"
    "setting.csv里改）。村社区的人都按住在村社区中心计；距离按大圆弧（半正矢公式，Sinnott，1984），不看河流和"
    "道路；邻近镇街道的点也算。分村社区人口为{year}年末演示值，两个月用同一年的人口，变化只来自点位的开与停。"
)
CARDS = ("可及率", "尚未可及")
SINCE_CARD = "较{}"
GAPS = "分布在{}个村社区"
REACHED_OF = "{}人中{}人"
MAP = "谁到得了，谁到不了"
MAP_NOTE = "{}，{}；圆的面积与人数成正比，细圈是一个点的步行范围，按地图比例画出"
KEYS = {
    "reached": "可及的村社区",
    "gap": "尚未可及的村社区",
    "open": "已开的点",
    "opened": "期间新开的点",
    "planned": "拟建、在建的点",
    "walk": "步行范围",
    "site": "建议新设的点",
}
HOME = "{}人，{}"
SITE = "{}+{}人"
IS_REACHED, IS_GAP, WAS_REACHED = "步行可及", "步行不可及", "（期间新覆盖）"
RANKING = "各镇街道，可及率由高到低"
RANKING_COLUMNS = ("位次", "镇街道", "可及率", "较{}", "未可及人数")
TIED = "并列{}"
GAP_LIST = "尚未可及的村社区，人数由多到少"
GAP_COLUMNS = ("镇街道", "村社区", "人数", "{}")
WAS_NOT, WAS = "也不可及", "可及，之后失去"
CHANGES = "变化来自哪些点"
CHANGES_NOTE = "{}以来新开的点新覆盖{}人，停用的点使{}人失去覆盖；几个点都覆盖的人记在先开的点上"
CHANGE_COLUMNS = ("开或停", "点", "镇街道", "日期", "覆盖增减（人）")
STATES = {"opened": "● 新开", "closed": "▲ 停用"}
NO_CHANGE = "期间没有点新开或停用。"
NO_GAP = "每个村社区都步行可及。"
ALL_OTHERS = "另有{}个新开或停用的点没有改变哪个村社区可及与否"

NEXT = "再开几个点，开在哪里"
NEXT_NOTE = "候选点是各村社区的中心；只数现在步行到不了的人"
BY, SITES, BUDGET, CAPACITY = "限定", "新点个数", "预算（万元）", "每个点服务人数"
WAYS = {"sites": "按个数", "budget": "按预算"}
ANY_CAPACITY = "不限"
SO_MANY = "至多{}人"
NEXT_METHOD = (
    "最大覆盖选址模型（Church与ReVelle，1974），由HiGHS整数规划求得；逐个贪心选取的结果作对照，点的费用相同时贪心"
    "至少达到最优的63%（Nemhauser、Wolsey与Fisher，1978）。{capacity}新点费用：社区{town}元、村{village}元（本地配置）。"
    "测算只看距离和人数，场地、客流、道路须另行核实，供研究参考，不代替决定。"
)
CAPACITATED = "限定服务人数时，同一村社区的人可以分到几个点（Current与Storbeck，1988）。"
OUTCOME = "{}个点可使{}人新步行可及，占尚未可及的{}"
COSTING = "，费用约{}万元"
SAME_AS_GREEDY = "贪心选取的结果相同。"
BETTER_THAN_GREEDY = "贪心选取只到{}人，少{}人。"
NOT_PROVEN = "规定时间内没有证明最优：更好的方案至多再多{}人。"
PROVEN = "已证明最优。"
NO_MORE = "再多的点也不会增加可及的人。"
SITE_COLUMNS = {
    "rank": "序号",
    "area_zh": "镇街道",
    "name_zh": "村社区",
    "kind_zh": "类别",
    "gain": "新可及（人）",
    "sum": "累计（人）",
    "cost": "费用（元）",
}
PLANNED = "已在计划中的点"
PLANNED_NOTE = "单独建成时新可及的人数；{}个点合计{}人，同样多的点最优为{}人"
PLANNED_COLUMNS = ("阶段", "点", "镇街道", "新可及（人）")
NOTHING_LEFT = "没有步行到不了的人，不需要新点。"
NO_SITE = "在这样的限定下开不了新点。请增加个数或预算。"
DOWNLOAD = "导出测算结果（{}）"
FILE = "选址测算"
