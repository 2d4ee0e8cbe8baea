"""The painted widgets and layouts that every page is made of; each takes the look first."""
