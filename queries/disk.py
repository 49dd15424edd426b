"""A full disk, said so: whoever meets it, the system or the engine, tells it in other words."""

import contextlib
import errno
import os
from pathlib import Path

import duckdb

# No room, a quota or a size limit reached: to the clerk all are a full disk.
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
SAYS = (*(os.strerror(code) for code in FULL), "max_temp_directory_size")


@contextlib.contextmanager
def refused_when_full(refusal: type[Exception], folder: Path):
    """Raise `refusal` with a message in Chinese in place of whatever a full disk raises."""
    try:
        yield
    except (OSError, duckdb.Error) as problem:
        if not _is_full(problem):
            raise
        raise refusal(
            f"磁盘空间不足，{folder}写不下。请清出空间后重试，原有版本不受影响"
        ) from problem


def _is_full(problem):
    if isinstance(problem, OSError):
        return problem.errno in FULL
    return any(words in str(problem) for words in SAYS)  # the engine keeps the words, not the code
