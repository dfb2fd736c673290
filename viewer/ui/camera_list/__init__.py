"""All cameras in a list beside the wall."""
