"""Cameras with a web address: asking them for pictures, and taking the pictures out of what they send."""
