"""Questions offered while one is typed, each of them tried before it is shown (联想)."""
