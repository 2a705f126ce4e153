"""The words of a question: one script, plain words, cut into what is asked (读句)."""
