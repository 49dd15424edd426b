"""Inputs, refused rows with their reasons, reference tables, the version."""

from ui import inputs, panels
from ui.frame import require_frame

view = require_frame()
panels.head(view, "数据文件", "每个数从哪些文件来，哪些行被退回")
inputs.version(view)
inputs.extracts(view)
inputs.refusals(view)
inputs.references(view)
