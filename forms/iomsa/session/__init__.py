"""The one mutable object: the open period of a scheme, its changes, undo and redo."""
