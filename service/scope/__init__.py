"""Who and when a question is of: bodies, regions, years, and the documents that fit (何单位何年度)."""
