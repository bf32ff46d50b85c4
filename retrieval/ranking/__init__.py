"""How well each measure fits a question: likeness, rules and weights."""
