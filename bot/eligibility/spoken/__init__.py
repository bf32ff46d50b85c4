"""What askers say of themselves: figures, days, and of whom or what each is said."""
