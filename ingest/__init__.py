"""Files to facts and passages, and the two stores that keep them. Imports nothing of ``service``."""
