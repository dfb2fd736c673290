"""The wire: what cameras and viewers say to each other. Everything here but `link` does no I/O."""

__version__ = "0.1.0"
