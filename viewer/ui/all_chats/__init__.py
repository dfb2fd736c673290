"""All conversations at once: say something to several cameras, find words in everything said."""
