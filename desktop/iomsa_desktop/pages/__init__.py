"""The pages of the program: one file a page, made when it is first asked for."""
