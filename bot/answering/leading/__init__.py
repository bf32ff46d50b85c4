"""Which of the measures found leads: by what it prints, by its kind, by the place of the asker."""
