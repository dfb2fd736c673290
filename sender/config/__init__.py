"""What a person asked for: on the command line, in a configuration file, or in both."""
