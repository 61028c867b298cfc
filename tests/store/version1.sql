-- The archive's first layout: whole records, and little beside them.
CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    place TEXT NOT NULL,             -- where it is from
    digest TEXT NOT NULL,
    version INTEGER NOT NULL,
    current INTEGER NOT NULL,
    added TEXT NOT NULL,             -- ISO 8601, UTC
    record BLOB NOT NULL             -- JSON, compressed with zlib
) STRICT;
CREATE INDEX article_place ON article (place);
CREATE TABLE entity (
    article INTEGER NOT NULL REFERENCES article,
    n INTEGER NOT NULL,
    actor INTEGER NOT NULL,          -- the same for all entities of an actor
    PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE correction (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    of TEXT NOT NULL,
    other TEXT,
    value TEXT,
    author TEXT NOT NULL,
    made TEXT NOT NULL,
    note TEXT,
    undone TEXT
) STRICT;
