"""Cameras that say on the network that they are there."""
