"""Every indicator's definition, searchable."""

from ui import glossary, panels
from ui.frame import require_frame

view = require_frame()
panels.head(view, "指标目录")
glossary.show(view, glossary.search(view))
