"""The wall, its tiles, and how their pictures are painted."""
