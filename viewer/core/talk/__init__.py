"""What is said between this viewer and its cameras, and kept."""
