"""Steps from one shape of the facts store to the next."""
