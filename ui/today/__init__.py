"""What has to be seen to today."""
