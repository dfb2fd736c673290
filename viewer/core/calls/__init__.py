"""How cameras are reached, and how they reach this viewer."""
