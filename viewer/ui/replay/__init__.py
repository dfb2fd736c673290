"""Looking at recordings: which there are, their pictures, and what was said meanwhile, all at one time."""
