"""Layouts with names, pages, groups, and what was done to the wall and can be undone."""
