"""Looking at recordings: which there are, and each frame of one at its time. No Qt, and no clock of its own."""
