"""How pictures become frames: one file per codec."""
