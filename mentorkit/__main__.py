"""What starts first: as long as nothing is loaded yet, Ctrl+C ends it without a word."""

import signal


def main() -> None:
    """Load the command line and run it."""
    ours = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from mentorkit.cli import main as run  # noqa: PLC0415 - takes a moment

    signal.signal(signal.SIGINT, ours)
    run()


if __name__ == "__main__":
    main()
