"""Intake: hand files in, see what was refused and what would change, then publish."""

from ui import handing_in, labels, panels
from ui.frame import require_frame

view = require_frame()
panels.head(view, "数据接入", labels.INTAKE_NOTE)
handing_in.form(view)
handing_in.dropped()
handing_in.all_tickets(view)
