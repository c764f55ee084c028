"""The search box that finds cases and commands."""
