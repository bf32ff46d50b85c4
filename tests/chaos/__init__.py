"""What attacks the bot on loopback; each part stops by itself."""
