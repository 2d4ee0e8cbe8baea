"""What a scheme has answered in one period: immutable values, and how each kind is read."""
