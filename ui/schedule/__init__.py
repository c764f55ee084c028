"""What is planned when: the page of days and weeks, and the card on which a meeting is planned."""
