"""Pairing with cameras, and the pairings there are, as a person meets them."""
