"""What a person can set about the program, a part for each heading."""
