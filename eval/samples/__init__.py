"""The bundled sample disclosures: the figures they state, and the program that typesets them."""
