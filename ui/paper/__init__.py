"""The live paper beside the form."""
