"""What a sign-up form can ask, and what the answers ask for first."""
