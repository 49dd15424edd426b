"""Every system the source articles name, and what on the board covers it."""

from ui import labels_register as words
from ui import panels, register
from ui.frame import require_frame

view = require_frame()
panels.head(view, words.SYSTEMS, words.SYSTEMS_NOTE)
register.show(view, register.search(view))
