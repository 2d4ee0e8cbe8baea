"""How a scheme rates itself: a framework and an answer sheet give a scorecard with a sentence for every rating."""
