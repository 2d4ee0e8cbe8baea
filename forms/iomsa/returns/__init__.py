"""The Excel return: its layout as data, shared by writing, reading and verifying."""
