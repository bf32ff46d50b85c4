"""Workbooks: their cells as they are displayed, and the grids that they make."""
