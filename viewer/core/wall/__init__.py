"""Where tiles go. Pure: integers in, integers out."""
