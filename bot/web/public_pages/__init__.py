"""The pages that citizens read: answers, measures, originals, prints, calendars, their own opinions."""
