"""Answers found at a second try: a question taken apart, put otherwise, or worked out in steps (再问一遍)."""
