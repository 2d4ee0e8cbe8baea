"""Charts: painted by us, said in words, shown as a table too."""
