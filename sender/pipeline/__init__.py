"""From source to frames: read, filtered and encoded for who is due, each in its thread."""
