"""Where things lie. Nothing else in the project spells a folder of its own."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "queries"
DATA = Path(os.environ.get("BOARD_DATA", ROOT / "data"))
VAR = Path(os.environ.get("BOARD_VAR", ROOT / "var"))
