"""Cameras of this computer on its own wall."""
