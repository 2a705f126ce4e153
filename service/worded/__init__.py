"""What a question asks, by how it is worded: learnt from the ways in which people put it (问法：学来的)."""
