"""Answers that were given, kept for a while: links to them, what people thought of them (留存的问答)."""
