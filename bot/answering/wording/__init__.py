"""What questions and texts name: acts, things, bodies, particulars, matters; how rare their words are."""
