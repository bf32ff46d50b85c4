"""What a measure is quoted with: the sentences nearest to the question, what ended or was raised since."""
