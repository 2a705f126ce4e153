"""Checks: what a disclosure says of itself, computed again (核对)."""
