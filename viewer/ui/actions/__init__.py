"""What a person can do, as menus and keys have it."""
