"""Who can walk to a place, and where the next places should be."""

from ui import frame, labels_reach, panels, reach, siting


def show(view):
    choices = ("period", "since", "facility", "people")
    panels.head(view, labels_reach.TITLE, labels_reach.NOTE, choices=choices)
    reach.show(view)
    siting.show(view)


frame.part(frame.require_frame(), show)
