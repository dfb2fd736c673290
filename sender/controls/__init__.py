"""What can be set at a camera, by whom, and what is in force."""
