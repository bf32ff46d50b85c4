"""What people are sent without asking again: reminders of days, and news of what they follow."""
