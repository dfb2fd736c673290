"""The chat of a camera: its lines, and where one types."""
