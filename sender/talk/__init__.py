"""What is said between a camera and its viewers: lines, files, pictures that are shown to it."""
