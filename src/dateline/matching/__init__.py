"""What many articles have in common: the same actor, the same report, the same event or tie."""
