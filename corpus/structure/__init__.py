"""From a source to documents and measures as text."""
