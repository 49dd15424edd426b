"""Livelihood targets, brands and schemes, each with the indicator that judges it."""

from ui import goals, panels
from ui import labels_register as words
from ui.frame import require_frame

view = require_frame()
panels.head(view, words.GOALS, words.GOALS_NOTE, choices=("period",))
goals.show(view)
