"""One method for each thing a person does."""
