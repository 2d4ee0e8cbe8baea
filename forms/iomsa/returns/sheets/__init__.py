"""The rows of each sheet of the return: pure, from content to typed values."""
