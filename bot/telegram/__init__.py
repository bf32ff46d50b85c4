"""Parts of the Telegram channel; bot/telegram/telegram_bot.py puts them together and runs them."""
