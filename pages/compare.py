"""Two indicators against each other, or several side by side for chosen townships."""

from ui import comparing, labels, panels
from ui.frame import require_frame

view = require_frame()
panels.head(view, labels.COMPARING, labels.COMPARE_NOTE)
comparing.show(view)
