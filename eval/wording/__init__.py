"""Learns which characters of a question name what is asked about, and what is asked of it (问句分段的训练)."""
