"""What pages and the interface offer before anything is asked: questions, completions, lists, searches."""
