"""Who does what: roles and contacts of measures, from tables, headings, entries and sentences."""
