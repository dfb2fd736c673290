"""The desktop wall of live cameras, and its headless doctor."""
