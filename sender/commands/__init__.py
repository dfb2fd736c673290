"""Commands: from a typed Python function to one that viewers run."""
