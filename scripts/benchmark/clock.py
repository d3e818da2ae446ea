"""The time that a run has: nothing begins that would end after it."""
import time


class Clock:
    def __init__(self, minutes):
        """Without minutes the time has no end."""
        self.end = time.monotonic() + 60 * minutes if minutes else float("inf")

    def share(self, share):
        """A clock that ends when this share of the time that is left is over."""
        part = Clock(None)
        part.end = time.monotonic() + share * self.left
        return part

    @property
    def left(self):
        """Seconds that are left."""
        return self.end - time.monotonic()

    def allows(self, seconds):
        return seconds <= self.left
