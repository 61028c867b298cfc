"""Who and where: every person, organisation and place that an article names, each once."""
