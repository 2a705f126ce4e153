"""Speed, always beside something known that is measured in the same run: ``python -m eval.bench``."""
