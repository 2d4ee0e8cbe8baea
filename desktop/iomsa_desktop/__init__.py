"""How a person sees and touches a self-assessment: the Qt application."""
