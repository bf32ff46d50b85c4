"""Words typed wrong: homophones, pinyin, and what was meant."""
