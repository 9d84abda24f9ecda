"""What a programme brought: statistics with their sources, and what the numbers can bear."""
