"""Versions: what was published when, by whom and why; going back; every revised number."""

from ui import panels, shelf
from ui.frame import require_frame

view = require_frame()
panels.head(view, "版本与修订", "每次发布都留着，可以随时退回")
shelf.published(view)
shelf.revisions(view)
