"""Values of two people for one field, and how a person settles them."""
