"""Units below a body and offices within it, from the documents' own lists (名录)."""
