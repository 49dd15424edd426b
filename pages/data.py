"""Inputs, refused rows with their reasons, reconciliation with published figures, the version."""

from ui import inputs, panels
from ui.frame import require_frame

view = require_frame()
panels.head(view, "数据", "每个数从哪些文件来，哪些行被退回，与公开数字是否一致")
inputs.version(view)
inputs.extracts(view)
inputs.refusals(view)
inputs.reconciliation(view)
inputs.references(view)
