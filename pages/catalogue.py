"""Every indicator's definition, searchable."""

from ui import glossary, labels, panels
from ui.frame import require_frame

view = require_frame()
panels.head(view, "指标目录", labels.CATALOGUE_NOTE)
glossary.show(view, glossary.search(view))
