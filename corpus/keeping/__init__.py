"""Documents that an office adds: taken in, kept, proved, doubted."""
