"""The webcams of this computer: which there are, where each is now, how it is opened, and what its JPEG lacks."""
