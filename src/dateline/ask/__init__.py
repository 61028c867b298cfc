"""What can be asked of an archive: a function for each view, from a `View` to a plain answer."""
