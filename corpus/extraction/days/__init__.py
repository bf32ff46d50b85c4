"""From when to when something holds, and until when something is to be done."""
