"""What each paper may say: the only way from the case to a template. What is not here cannot come on paper."""
