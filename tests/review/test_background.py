"""The work of several pages in one process: the end of one is not the end of another's."""

from __future__ import annotations

import threading
import time

from torparse.review.background import Background, Urgency
from torparse.workers import Bounds


def test_the_end_of_a_page_ends_no_reading_of_another() -> None:
    ending, going = Background(), Background()
    begun, done = threading.Event(), []

    def read() -> None:
        going.worker.run(abs, 1, Bounds(), where="first.txt")  # its process is there
        begun.set()
        done.append(going.worker.run(time.sleep, 0.5, Bounds(), where="second.txt"))

    going.submit(Urgency.READING, read)
    assert begun.wait(60)
    ending.close()
    assert going.wait()
    assert done == [None]
    going.close()
