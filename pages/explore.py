"""Any question of any data the reader may ask: grouped, narrowed, drawn, down to the rows."""

from ui import explored, labels_explore, panels
from ui.frame import require_frame

view = require_frame()
panels.head(view, labels_explore.EXPLORE, labels_explore.EXPLORE_NOTE)
explored.show(view)
