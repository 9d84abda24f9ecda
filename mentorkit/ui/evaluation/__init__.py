"""The page that tells what a programme brought: asking, answers, and what they can bear."""
