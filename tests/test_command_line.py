"""The same chain from a shell: python -m queries build | check | observe | versions."""

import os
import shutil
import subprocess
import sys

import openpyxl
import pytest

from queries.__main__ import main
from queries.places import ROOT
from tests.rows import SHIPPED, tiny_data


@pytest.fixture
def var(tiny, tmp_path):
    """A var folder of its own in which the tiny version is live."""
    return shutil.copytree(tiny.folder.parent.parent, tmp_path / "var")


@pytest.fixture
def run(capsys):
    """Return a function: arguments in, (exit code, what was printed, the complaint) out."""

    def ask(*arguments):
        code = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return ask


def test_build_publishes_a_version_and_says_which(run, tiny, var, tmp_path):
    data = tiny_data(tmp_path / "data")
    (var / "current.json").unlink()
    assert run("--data", data, "--var", var, "build") == (0, f"版本 {tiny.id} 已发布\n", "")
    assert (var / "current.json").exists()


def test_build_says_what_was_refused(run, demo):
    code, printed, _ = run("--data", SHIPPED, "--var", demo.folder.parent.parent, "build")
    assert code == 0
    for receipt in demo.manifest()["inputs"]:
        line = f"{receipt['file']}：{receipt['rows']}行，退回{receipt['refused']}行"
        assert (line in printed) == bool(receipt["refused"])


def test_build_that_is_refused_complains_and_exits_with_1(run, var, tmp_path):
    data = tiny_data(tmp_path / "data")
    (data / "reference" / "theme.csv").unlink()
    code, printed, complaint = run("--data", data, "--var", var, "build")
    assert code == 1
    assert "找不到文件theme.csv" in complaint
    assert "已发布" not in printed


HEADING = "助餐点编号,镇街道,月份,用餐人次,用餐人数,送餐人次,补贴金额\n"
GOOD = "P01,当湖街道,2024-01,2480,120,480,4960.00\n"


def test_check_of_a_sound_file_exits_with_0(run, tmp_path):
    file = tmp_path / "meal_services.csv"
    file.write_text(HEADING + GOOD, encoding="utf-8")
    assert run("--data", SHIPPED, "check", file) == (
        0,
        "meal_services.csv：1行，合格1行，退回0行\n",
        "",
    )


def test_check_names_every_fault_by_line_and_heading(run, tmp_path):
    file = tmp_path / "八月.csv"
    others = GOOD.replace("P01", "P04") + GOOD.replace("P01", "P05")
    bad = "P02,西塘镇,2024-01,1,1,0,0\nP03,当湖\n" + GOOD
    file.write_text(HEADING + GOOD + bad + others, "gb18030")
    code, printed, _ = run("--data", SHIPPED, "check", file, "--contract", "meal_services")
    assert code == 1
    assert printed.splitlines() == [
        "八月.csv：6行，合格3行，退回3行",
        "第3行 镇街道“西塘镇”：不认识的镇街道名称。填写镇街道全称，或在别名表中补上该名称",
        "第4行 整行“”：列数少于表头。核对该行的逗号、引号是否多写或漏写",
        "第5行 助餐点编号“”：与前面的一行重复。同一主键只保留一行",
    ]


def test_check_recognises_an_extract_by_its_headings(run, tmp_path):
    file = tmp_path / "八月.csv"
    file.write_text(HEADING + GOOD, "utf-16")
    code, printed, _ = run("--data", SHIPPED, "check", file)
    assert (code, printed) == (0, "八月.csv：1行，合格1行，退回0行\n")


def test_check_of_what_is_no_extract_says_so(run, tmp_path):
    file = tmp_path / "八月.csv"
    file.write_text("姓名,电话\n甲,1\n", encoding="utf-8")
    code, _, complaint = run("--data", SHIPPED, "check", file)
    assert (code, complaint) == (1, "认不出这是哪一类数据。请核对表头，或手动指明数据类别\n")


def test_check_of_a_file_that_is_not_there_says_so(run, tmp_path):
    code, _, complaint = run("--data", SHIPPED, "check", tmp_path / "八月.csv")
    assert (code, complaint) == (1, "找不到文件八月.csv。请放入data/incoming\n")


def test_check_of_a_file_by_a_contract_nobody_wrote_is_wrong_usage(run, tmp_path):
    code, _, complaint = run("--data", SHIPPED, "check", tmp_path / "a.csv", "--contract", "b")
    assert (code, complaint) == (2, "没有名为b的契约\n")


def test_check_of_a_file_that_cannot_be_taken_complains(run, tmp_path):
    file = tmp_path / "meal_services.csv"
    file.write_text("", encoding="utf-8")
    code, _, complaint = run("--data", SHIPPED, "check", file)
    assert (code, complaint) == (1, "meal_services.csv：文件是空的。请重新导出\n")


def test_check_publishes_nothing(run, tmp_path):
    file = tmp_path / "meal_services.csv"
    file.write_text(HEADING + GOOD, encoding="utf-8")
    run("--data", SHIPPED, "--var", tmp_path / "var", "check", file)
    assert not (tmp_path / "var").exists()


def test_check_writes_the_refused_rows_to_a_workbook(run, tmp_path):
    file, marked = tmp_path / "meal_services.csv", tmp_path / "退回.xlsx"
    bad = GOOD.replace("P01", "P02").replace("当湖街道", "西塘镇")
    file.write_text(HEADING + GOOD + bad, encoding="utf-8")
    code, *_ = run("--data", SHIPPED, "check", file, "--marked", marked)
    assert code == 1
    sheet = openpyxl.load_workbook(marked).active
    assert [cell.value for cell in sheet[2]][:2] == ["P02", "西塘镇"]


CORRECTED = "P04,钟埭街道,2024-03,1588,75,300,3720.00\n"  # 1488 in the tiny county


@pytest.fixture
def office(tiny, tmp_path):
    """Arguments that name a data and a var folder of their own, the tiny version live."""
    var = shutil.copytree(tiny.folder.parent.parent, tmp_path / "var")
    return ["--data", tiny_data(tmp_path / "data"), "--var", var]


def march(run, office):
    question = ["observe", "meal_served", "--area", "钟埭街道", "--period", "2024-03"]
    return run(*office, *question)[1].splitlines()[1].split()[2]


def test_a_file_is_taken_in_with_a_reason_and_taken_back(run, office, tiny, tmp_path):
    file = tmp_path / "三月.csv"
    file.write_text(HEADING + CORRECTED, "gb18030")
    code, _, complaint = run(*office, "build", file)
    assert (code, "填写理由" in complaint, march(run, office)) == (1, True, "1488.0")
    code, printed, _ = run(*office, "build", file, "--reason", "三月更正")
    assert (code, march(run, office)) == (0, "1588.0")
    assert "超过容许范围" in printed
    assert file.exists()  # only the drop folder is emptied
    assert run(*office, "use", tiny.id)[0] == 0
    assert march(run, office) == "1488.0"


def test_a_version_that_never_was_cannot_be_used(run, office):
    code, _, complaint = run(*office, "use", "abcdef")
    assert (code, complaint) == (1, "没有版本abcdef。可用的版本见版本列表\n")


def test_what_lies_in_the_drop_folder_is_checked_and_taken_in_and_then_gone(run, office):
    _, data, *_ = office
    dropped = data / "incoming" / "三月.csv"
    dropped.parent.mkdir()
    dropped.write_text(HEADING + CORRECTED, encoding="utf-8")
    assert run(*office, "check")[:2] == (0, "三月.csv：1行，合格1行，退回0行\n")
    assert dropped.exists()
    assert run(*office, "build", "--reason", "三月更正")[0] == 0
    assert not dropped.exists()
    assert march(run, office) == "1588.0"


def test_a_refused_file_stays_in_the_drop_folder(run, office):
    _, data, *_ = office
    dropped = data / "incoming" / "三月.csv"
    dropped.parent.mkdir()
    dropped.write_text("姓名\n甲\n", encoding="utf-8")
    code, _, complaint = run(*office, "build")
    assert code == 1
    assert "认不出这是哪一类数据" in complaint
    assert dropped.exists()


def test_observe_prints_an_area_in_a_period(run, tiny):
    var = tiny.folder.parent.parent
    found = run("--var", var, "observe", "meal_served", "--area", "当湖街道", "--period", "2024-01")
    code, printed, _ = found
    assert code == 0
    assert len(printed.splitlines()) == 2
    assert "4030" in printed


def test_observe_prints_the_county_by_the_word_the_pages_use(run, tiny):
    var = tiny.folder.parent.parent
    question = ["observe", "meal_served", "--area", "全市", "--period", "2024-01"]
    code, printed, _ = run("--var", var, *question)
    assert code == 0
    # 当湖 2480 + 930 + 620, 钟埭 1240, 曹桥 465, 新埭 300; 乍浦镇 is not counted
    assert printed.splitlines()[1].split() == ["全市", "2024-01", "6035.0", "NaN", "6035.0", "A"]


@pytest.mark.parametrize(
    "question",
    [["happiness"], ["meal_served", "--area", "西塘镇"], ["meal_served", "--period", "1"]],
)
def test_observe_of_what_is_not_there_complains(run, tiny, question):
    code, _, complaint = run("--var", tiny.folder.parent.parent, "observe", *question)
    assert (code, complaint) == (1, "没有符合条件的观测值\n")


def test_observe_before_the_first_build_says_what_to_do(run, tmp_path):
    code, _, complaint = run("--var", tmp_path, "observe", "meal_served")
    assert code == 1
    assert "python -m queries build" in complaint


def test_versions_stars_the_live_one(run, tiny, var):
    code, printed, _ = run("--var", var, "versions")
    assert code == 0
    assert printed == f"* {tiny.id} 内容 {tiny.manifest()['content'][:12]}\n"


def test_versions_before_the_first_build_lists_nothing(run, tmp_path):
    assert run("--var", tmp_path, "versions") == (0, "", "")


@pytest.mark.parametrize("arguments", [[], ["happiness"], ["observe"]])
def test_wrong_usage_exits_with_2(capsys, arguments):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage: python -m queries" in capsys.readouterr().err


def test_the_folders_can_be_named_in_the_environment(tmp_path):
    named = os.environ | {"BOARD_DATA": str(tmp_path / "d"), "BOARD_VAR": str(tmp_path / "v")}
    said = subprocess.run(
        [sys.executable, "-c", "from queries.places import DATA, VAR; print(DATA, VAR)"],
        cwd=ROOT,
        env=named,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.split() == [str(tmp_path / "d"), str(tmp_path / "v")]
