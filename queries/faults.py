"""Why a file or a build is refused: every cause by name, and how to mend it, in Chinese."""

CHANGED = "构建期间有文件被改动。请等文件放好后重新构建"

FILE_FAULTS = {
    "absent": ("找不到文件{file}", "请放入{place}"),
    "empty": ("文件是空的", "请重新导出"),
    "no_rows": ("文件里没有数据行", "请确认导出时已选中数据后重新导出"),
    "too_large": ("文件超过{limit}MB", "请按月份或镇街道分成几个文件"),
    "undecodable": ("认不出文件的编码", "请用Excel或WPS另存为“CSV UTF-8”后重新导入"),
    "null_character": ("第{line}行有空字符，文件可能已损坏", "请从业务系统重新导出"),
    "not_a_table": ("这是{what}，不是表格文件", "请导出为CSV或XLSX后重新导入"),
    "locked_workbook": ("旧版XLS或加密的工作簿无法读取", "请去掉密码，另存为XLSX后重新导入"),
    "broken_workbook": ("工作簿已损坏，打不开", "请用Excel或WPS打开并另存为XLSX后重新导入"),
    "several_sheets": ("工作表{sheets}都像是数据", "请合并到一个工作表，或分别另存后导入"),
    "two_files": ("{files}是同一份数据的两个文件", "请只留一个"),
    "cell_too_long": (
        "第{line}行有一格超过13万字，不像是一格数据",
        "请核对该行是否混入了别的内容，改正后重新导出",
    ),
    "open_quote": ("第{line}行的引号没有配对，后面的内容无法辨认", "请补上引号后重新导出"),
    "column_absent": ("缺少必需的列：{columns}", "请补上后重新导出"),
    "column_twice": ("表头“{heading}”与另一列指的是同一项", "请只保留一列"),
    "unit_unknown": (
        "表头“{heading}”的单位与规定的“{unit}”不符",
        "请换算成{unit}，或在表头写明万{unit}等单位",
    ),
    "unaccounted": ("文件有{expected}行数据，只认出{found}行", "请检查引号与换行后重新导出"),
    "mostly_refused": (
        "{rows}行中有{refused}行不合格，疑似选错了文件",
        "请核对后重新导入；退回的行可以下载",
    ),
    "sourced": ("{name}取自{source}，不收文件", "请在上游更新数据后重新构建"),
    "source_columns": ("{file}的列与契约不符：{columns}", "请在上游改成契约写的列与类型后重新构建"),
    "source_rows": ("有{refused}行不合格，例如{example}", "请在上游改正后重新构建"),
    "source_elsewhere": (
        "数据是集群上的表{table}，而ENGINE没有指向集群",
        "请把ENGINE设为集群的地址后重新构建",
    ),
    "unrecognised": ("认不出这是哪一类数据", "请核对表头，或手动指明数据类别"),
}


class FileRefused(ValueError):
    """The whole file cannot be taken; the message says why, in Chinese, and how to mend it."""

    def __init__(self, fault: str, **details):
        cause, mend = FILE_FAULTS[fault]
        super().__init__(f"{cause.format(**details)}。{mend.format(**details)}")
        self.fault = fault


class BuildFailed(RuntimeError):
    """A file or a check refused the build; the live version is untouched. Message in Chinese."""
