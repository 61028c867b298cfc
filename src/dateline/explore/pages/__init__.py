"""One module per page: what it asks of the archive, and what it gives its template."""
