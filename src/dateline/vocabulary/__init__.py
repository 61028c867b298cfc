"""The kinds of event and of tie: TOML tables with labels, ends and standard codes, checked."""
