"""What a question is about: accounts by name, code, daily word or part of the name, and their funds (科目)."""
