"""Noticing that something moves in front of a camera."""
