"""The fictional practice scheme, made from data."""
