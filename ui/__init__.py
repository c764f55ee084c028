"""The desktop: shows, asks, reports."""
