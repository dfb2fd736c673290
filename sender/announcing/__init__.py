"""How a camera tells its network that it is there."""
