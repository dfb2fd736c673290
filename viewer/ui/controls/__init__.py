"""The rows of the camera panel: one file for each kind of control."""
