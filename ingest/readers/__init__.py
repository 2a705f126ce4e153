"""Files to pages: one reader a format, each a function ``path → tuple[Page, ...]``."""
