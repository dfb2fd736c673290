"""How much of its pictures one viewer's link gets. Pure: figures and `now` in, steps out."""
