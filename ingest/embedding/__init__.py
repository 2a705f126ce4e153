"""A small embedding for Chinese public finance text: how it is trained, measured and loaded."""
