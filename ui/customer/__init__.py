"""The second window, for the customer across the desk."""
