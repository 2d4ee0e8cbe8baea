"""What stops a return and what only questions it: one rule, one function, one sentence."""
