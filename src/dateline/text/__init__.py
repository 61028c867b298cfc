"""From a page to what is written on it: the article in its sections, the readers' thread."""
