"""What is kept of cameras as files: recordings with their conversations, snapshots, and both in one archive."""
