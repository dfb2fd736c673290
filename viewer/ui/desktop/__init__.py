"""What the desktop is told when nobody looks."""
