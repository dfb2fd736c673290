"""Everybody a camera speaks to: viewers of ours, and receivers of foreign formats."""
