"""From a frame to a picture, and what is asked of the camera for it."""
