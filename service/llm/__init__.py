"""A language model beside the vocabulary: it may help to understand and to word, and never supplies a figure."""
