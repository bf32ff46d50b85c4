"""Whom an answer names: bodies and phones that texts print for a measure, or for a matter nobody covers."""
