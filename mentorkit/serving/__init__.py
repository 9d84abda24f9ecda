"""What leaves the program, and who may see it."""

from mentorkit.serving.guard import Guard

__all__ = ["Guard"]
