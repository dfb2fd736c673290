"""Who may see a camera that encrypts: its key, the viewers that it knows, and how they become known."""
