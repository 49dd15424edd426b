"""Whether the data can be trusted: what arrived when, what is doubtful, what agrees with print."""

from ui import inputs, panels, quality
from ui.frame import require_frame

view = require_frame()
panels.head(view, "数据质量", "数据到齐没有，哪些地方需要核对，与公开数字是否一致")
quality.arrivals(view)
quality.findings(view)
inputs.reconciliation(view)
