"""How the application looks and what it says: icons, colours, texts. Imports nothing of ours."""
