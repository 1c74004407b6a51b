"""What is told when something happens below."""
