"""Printed figures found, and what is computed of them: shares, changes, means, sums (查数与计算)."""
