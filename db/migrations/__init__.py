"""The steps that bring a database file to the present shape."""
