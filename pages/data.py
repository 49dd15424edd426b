"""Inputs, refused rows with their reasons, reference tables, the version."""

from ui import inputs, panels, subnav
from ui.frame import require_frame

view = require_frame()
panels.head(view, "数据文件", "每个数从哪些文件来，哪些行被退回")
subnav.show(view)
inputs.version(view)
inputs.extracts(view)
inputs.refusals(view)
inputs.references(view)
