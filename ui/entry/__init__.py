"""The way in: the first start, the password, the recovery code."""
