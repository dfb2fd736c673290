"""Cameras and this viewer get to know each other: keys, codes, and what became of them."""
