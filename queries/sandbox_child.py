"""The child: a program of its own that answers one SELECT inside hard limits, and ends.

sandbox.py starts it (python -I: nothing of ours or of the environment is imported) and gives it one
JSON object on its standard input. It writes JSON lines: the columns, a list for every row, the end.
What the engine's own settings cannot keep out is kept out in three more ways, since a statement
that gets past one of them meets the next: only one SELECT is taken, of functions that make rows
only those named here, and the process has no rights to files, memory and time beyond its limits.
"""

import ctypes
import datetime
import json
import math
import os
import resource
import signal
import sys
import time

CONFIG = {  # before any file is opened; what needs an open file follows in LOCKED
    "allow_community_extensions": "false",
    "allow_persistent_secrets": "false",
    "allow_unsigned_extensions": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "errors_as_json": "true",
    "python_enable_replacements": "false",
    "temp_directory": "",
    "threads": "1",
}
LOCKED = (
    "set enable_progress_bar = false",  # it would be drawn where the answer goes
    "set enable_external_access = false",
    "set lock_configuration = true",
)
# Functions that make rows. All others are refused: among them are those that read files, run text
# as a statement, follow a bare memory address, write logs, or say where the server keeps things.
ROW_FUNCTIONS = {
    *("range", "generate_series", "unnest", "repeat", "repeat_row"),
    *("json_each", "json_tree", "summary", "duckdb_tables", "duckdb_columns"),
}
SYSTEM = ("duckdb_", "pragma_", "pg_", "sqlite_")  # how the engine's own tables begin
VALUE_FUNCTIONS = {"current_setting", "getenv", "write_log", "parse_duckdb_log_message"}  # refused
CHUNK = 200  # rows fetched at a time
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of <linux/prctl.h>
KEPT_OPEN = 32  # file descriptors
NICE = 10


class Refused(ValueError):
    """The statement is not run, or came to no end; the arguments go to the parent as they are."""

    def __init__(self, kind, **told):
        super().__init__(kind)
        self.told = {"kind": kind, **told}


def main():
    asked = json.loads(sys.stdin.buffer.read())
    confine(asked["limits"], asked["parent"])
    # inside the limits; the engine alone, since the package around it takes as long to import again
    import _duckdb as duckdb

    try:
        with duckdb.connect(
            config=CONFIG | {"memory_limit": f"{asked['limits']['memory']}MB"}
        ) as con:
            answer(con, asked)
    except Refused as refusal:
        say({"refused": refusal.told})
    except (MemoryError, duckdb.OutOfMemoryException):
        say({"refused": {"kind": "memory"}})
    except duckdb.InterruptException:
        say({"refused": {"kind": "time"}})
    except (RecursionError, OverflowError, UnicodeError):
        say({"refused": {"kind": "complex"}})
    except duckdb.Error as problem:
        say({"refused": {"kind": "engine", "engine": str(problem)[:4000]}})


def confine(limits, parent):
    """Give up all the rights a query has no need of; nothing takes them back."""
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:  # it died before that was settled
        os._exit(1)
    os.nice(NICE)
    seconds = math.ceil(limits["seconds"]) + 1  # of one thread: the clock on the wall ends it first
    for what, most in (
        (resource.RLIMIT_AS, limits["space"] << 20),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, KEPT_OPEN),
    ):
        resource.setrlimit(what, (most, most))


def answer(con, asked):
    for name, path in asked["files"].items():
        quoted = path.replace("'", "''")
        con.execute(f"attach '{quoted}' as {name} (read_only)")
    con.execute(f"use {next(iter(asked['files']))}")
    con.execute(f"set max_execution_time = {int(asked['limits']['seconds'] * 1000)}")
    for statement in LOCKED:
        con.execute(statement)
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))  # no program and no thread is started
    statement = checked(con, asked["sql"])
    began = time.monotonic()
    result = con.execute(f"explain {statement.query}" if asked["plan"] else statement)
    say({"columns": [[column[0], str(column[1])] for column in result.description]})
    send(result, asked["limits"], began)


def checked(con, sql):
    """Return the one SELECT a text holds; raise Refused for anything else."""
    found = con.extract_statements(sql)
    if not found:
        raise Refused("nothing")
    if len(found) > 1:
        raise Refused("several", count=len(found))
    type_ = found[0].type.name
    if type_ != "SELECT":
        raise Refused("not_select", type=type_)
    spelt = con.execute("select json_serialize_sql($sql::varchar)", {"sql": sql}).fetchall()[0][0]
    tree = json.loads(spelt)
    if tree["error"]:
        raise Refused("complex")
    for name in forbidden(tree["statements"]):
        raise Refused("forbidden", name=name)
    return found[0]


def forbidden(node):
    """Yield the names in a parsed statement that no query may use, however they were spelt."""
    if isinstance(node, list):
        for part in node:
            yield from forbidden(part)
    if not isinstance(node, dict):
        return
    if node.get("type") == "TABLE_FUNCTION":
        name = node["function"]["function_name"].lower()
        if name not in ROW_FUNCTIONS:
            yield name
    if node.get("type") == "BASE_TABLE":
        name = node["table_name"].lower()
        if name.startswith(SYSTEM) and name not in ROW_FUNCTIONS:
            yield name
    if str(node.get("function_name", "")).lower() in VALUE_FUNCTIONS:
        yield node["function_name"].lower()
    for part in node.values():
        yield from forbidden(part)


def send(result, limits, began):
    """Write rows until they end or there are enough of them, in number or in bytes."""
    sent, size = 0, 0
    while rows := result.fetchmany(CHUNK):
        for row in rows:
            line = json.dumps([plain(value) for value in row], ensure_ascii=False).encode()
            size += len(line) + 1
            if sent == limits["rows"] or size > limits["bytes"]:
                end(sent, "rows" if sent == limits["rows"] else "bytes", began)
                return
            sys.stdout.buffer.write(line + b"\n")
            sent += 1
    end(sent, "", began)


def end(sent, cut, began):
    if cut == "bytes" and not sent:
        raise Refused("bytes")
    say({"end": sent, "cut": cut, "seconds": round(time.monotonic() - began, 3)})


def plain(value):
    """Return a value as JSON has it; the column's type says what it was."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, datetime.datetime | datetime.time):
        return value.replace(tzinfo=None).isoformat()  # the server's own clock
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return value.hex() if isinstance(value, bytes) else str(value)


def say(line):
    sys.stdout.buffer.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
