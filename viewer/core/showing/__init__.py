"""Pictures of this viewer's for cameras that take them."""
