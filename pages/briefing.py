"""Briefings: begun from a template, composed slide by slide, presented, taken along as files."""

from ui import briefing_desk, briefing_list, labels_briefing, panels, reading
from ui.frame import require_frame

view = require_frame()
one = reading.briefing(view.chosen.briefing)
if one is None:
    panels.head(view, labels_briefing.BRIEFING, labels_briefing.NOTE, choices=("period", "area"))
    briefing_list.show(view)
else:
    panels.head(view, one.name, labels_briefing.listed(one), above=labels_briefing.BRIEFING)
    briefing_desk.show(view, one)
