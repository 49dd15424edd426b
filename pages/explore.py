"""Any question of any data the reader may ask: grouped, narrowed, drawn, down to the rows."""

from ui import explored, frame, labels_explore, panels

view = frame.require_frame()
panels.head(view, labels_explore.EXPLORE, labels_explore.EXPLORE_NOTE)
frame.part(view, explored.show)
