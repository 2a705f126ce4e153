"""Retrieval measured on its own: is the passage that answers among the first, ours beside the naive pipelines."""
