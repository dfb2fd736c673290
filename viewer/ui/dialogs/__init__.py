"""What the window asks, one file for each question."""
