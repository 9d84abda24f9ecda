"""From rows to people and their sign-ups, with what needs a look."""
