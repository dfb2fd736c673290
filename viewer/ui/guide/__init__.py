"""The guide in the program: it is read without a network."""
