"""What every question passes on its way to the assistant and back, whatever the channel."""
