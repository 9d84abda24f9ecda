"""The only room that knows marimo: the page frame, controls and actions of the notebooks."""
