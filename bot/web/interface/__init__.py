"""The interface over HTTP: questions, measures, cases of the hotline, and what each route takes and gives."""
