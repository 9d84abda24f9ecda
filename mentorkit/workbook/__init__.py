"""Workbooks that go out and come back: a programme, empty ones for sign-ups, shortlists, rows to repair."""
