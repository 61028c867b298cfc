"""An invented world told by invented newspapers: articles grown from templates, and the truth.

`python -m examples.corpus FOLDER` writes `articles.jsonl` (a table that Dateline reads) and
`truth.json` (`truth.Truth`). The same seed and number of pages give the same bytes.
"""
