"""The paper: domain objects in, PDF bytes out."""
