"""How the bundled encoder is made: `make encoder`. Nothing here is read by the bot."""
