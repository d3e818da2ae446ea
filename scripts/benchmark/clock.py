"""The time that a run has: nothing begins that would end after it."""
import time


class Clock:
    def __init__(self, minutes):
        self.end = time.monotonic() + 60 * minutes if minutes else None

    def allows(self, seconds):
        return self.end is None or time.monotonic() + seconds <= self.end
