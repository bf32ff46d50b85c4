"""Who is named in a text: bodies, lists of them, desks, and the words that give them a role."""
