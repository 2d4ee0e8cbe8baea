"""Question kinds on the screen: one file a kind, and the registry of them all."""
