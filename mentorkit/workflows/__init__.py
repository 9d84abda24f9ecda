"""One module per phase, one function per action of the coordinator: they return Changes."""
