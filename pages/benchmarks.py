"""What other places published, beside the county's own numbers."""

from ui import benchmarks, panels
from ui import labels_register as words
from ui.frame import require_frame

view = require_frame()
panels.head(view, words.BENCHMARKS, words.BENCHMARKS_NOTE)
benchmarks.show(view)
