"""Running text: passages found, and the sentences that answer (叙述)."""
