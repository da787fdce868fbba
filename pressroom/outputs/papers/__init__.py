"""What the site is published as on paper, and which stories have it."""
