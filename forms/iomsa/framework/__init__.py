"""What is asked and how it is rated: frozen values read from data."""
