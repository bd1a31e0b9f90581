"""How long something computes, whatever else the machine does."""

import time
from collections.abc import Callable


def seconds(run: Callable[[], object]) -> float:
    """What this process itself computed meanwhile."""
    start = time.process_time()
    run()
    return time.process_time() - start
