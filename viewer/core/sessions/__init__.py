"""The viewer's life with one camera."""
