"""The interview about who asks, and the measures that suit them."""
