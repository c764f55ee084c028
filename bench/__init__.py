"""What the program costs, as ratios against others in one run on one machine."""
