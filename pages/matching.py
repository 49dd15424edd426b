"""Open needs and the projects suggested for them."""

from ui import labels_matching, matching, panels
from ui.frame import require_frame

view = require_frame()
panels.head(view, labels_matching.TITLE, labels_matching.NOTE, choices=("area",))
matching.show(view)
