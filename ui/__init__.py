"""What things look like, and how a reader's choice is kept."""
