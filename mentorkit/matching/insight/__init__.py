"""Questions about a proposal: why not, what if, how sure, who is short of whom."""
