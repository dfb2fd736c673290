"""How a camera's computer and source are doing."""
