"""A second, plain reading of each file, which shares nothing with the first and shows what that left out."""
