"""Who does what: roles and contacts of measures, from cells, headings, entries and sentences."""
