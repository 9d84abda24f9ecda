"""What leaves the program, and who may see it."""

from mentorkit.sharing.guard import Guard

__all__ = ["Guard"]
