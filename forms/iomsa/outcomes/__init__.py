"""Statistics of outcomes and samples: pure, standard library only."""
