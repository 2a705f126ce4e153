"""What one sentence lists with figures, as a whole and its parts: shares, order, sums, gaps (句中分项)."""
