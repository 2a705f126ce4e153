"""Tests of the last resort."""
