-- The archive in one file, version 3. Strings that recur are numbers: of `code` where they are of a
-- few kinds, of `name` where they name something. What an article tells of has its article's number
-- and the number in its own id (`s4`: 4); `article.base` + that is its number in the archive.

CREATE TABLE code (
    number INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    page INTEGER NOT NULL,           -- 63 bits of the SHA-256 of where it is from
    digest BLOB NOT NULL,            -- of what was read, and of what read it
    version INTEGER NOT NULL,
    current INTEGER NOT NULL,
    base INTEGER NOT NULL UNIQUE,
    path TEXT NOT NULL,
    url TEXT,
    outlet INTEGER REFERENCES code,
    title TEXT,
    byline TEXT NOT NULL,            -- JSON
    published TEXT,
    told INTEGER,                    -- its first second, by the clock of the page
    language INTEGER REFERENCES code,
    added INTEGER NOT NULL,          -- seconds, UTC
    origin INTEGER                   -- number of the article that it is a copy of
) STRICT;
CREATE INDEX article_page ON article (page);
CREATE INDEX article_digest ON article (digest);
CREATE INDEX article_told ON article (told);
CREATE INDEX article_outlet ON article (outlet);
CREATE INDEX article_origin ON article (origin) WHERE origin IS NOT NULL;

CREATE VIRTUAL TABLE title_word USING fts5 (
    text, content = '', columnsize = 0, detail = none,
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE text_word USING fts5 (
    text, content = '', columnsize = 0, detail = none,
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE comment_word USING fts5 (
    text, content = '', columnsize = 0, detail = none,
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE tally (                 -- how many of each the current articles hold
    name TEXT PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dictionary (            -- what is often held, to compress with: that of the first ones
    number INTEGER PRIMARY KEY,
    text BLOB NOT NULL,
    rest BLOB NOT NULL
) STRICT;

CREATE TABLE text (
    article INTEGER PRIMARY KEY REFERENCES article,
    text BLOB NOT NULL,              -- compressed
    dictionary INTEGER NOT NULL REFERENCES dictionary
) STRICT;
CREATE TABLE record (
    article INTEGER PRIMARY KEY REFERENCES article,
    rest BLOB NOT NULL,              -- all but the text, in columns, compressed
    dictionary INTEGER NOT NULL REFERENCES dictionary
) STRICT;

CREATE TABLE name (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE name_word USING fts5 (
    name, content = 'name', content_rowid = 'number', columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE place (
    number INTEGER PRIMARY KEY,
    gazetteer TEXT NOT NULL,
    id INTEGER NOT NULL,
    lat REAL NOT NULL,
    lon REAL NOT NULL,
    country TEXT,
    UNIQUE (gazetteer, id, lat, lon, country)
) STRICT;

CREATE TABLE entity (
    article INTEGER NOT NULL REFERENCES article,
    n INTEGER NOT NULL,
    kind INTEGER NOT NULL REFERENCES code,
    name INTEGER NOT NULL REFERENCES name,
    mentions INTEGER NOT NULL,
    actor INTEGER NOT NULL,          -- number of the first entity of the actor
    place INTEGER REFERENCES place,
    PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_actor ON entity (actor);

CREATE TABLE alias (
    article INTEGER NOT NULL REFERENCES article,
    n INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    name INTEGER NOT NULL REFERENCES name,
    PRIMARY KEY (article, n, rank),
    FOREIGN KEY (article, n) REFERENCES entity (article, n) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE actor (                 -- of more than one entity, or one that a user corrected
    number INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL REFERENCES code,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,           -- JSON, most frequent first
    place INTEGER REFERENCES place,
    articles INTEGER NOT NULL
) STRICT;
CREATE INDEX actor_articles ON actor (articles);

CREATE TABLE called (                -- which actors a name is used of
    name INTEGER NOT NULL REFERENCES name,
    actor INTEGER NOT NULL,
    PRIMARY KEY (name, actor)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
    article INTEGER NOT NULL REFERENCES article,
    n INTEGER NOT NULL,
    speaker INTEGER,                 -- n of an entity of the article, as the addressee
    addressee INTEGER,
    source INTEGER NOT NULL REFERENCES code,
    manner INTEGER NOT NULL REFERENCES code,
    stance INTEGER NOT NULL REFERENCES code,
    certainty INTEGER NOT NULL REFERENCES code,
    within INTEGER,
    rule INTEGER NOT NULL REFERENCES code,
    PRIMARY KEY (article, n),
    FOREIGN KEY (article, speaker) REFERENCES entity (article, n) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, addressee) REFERENCES entity (article, n) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, within) REFERENCES claim (article, n) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE claim_word USING fts5 (
    text, content = '', columnsize = 0, detail = none,
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE happening (
    article INTEGER NOT NULL REFERENCES article,
    n INTEGER NOT NULL,
    type INTEGER NOT NULL REFERENCES code,
    mode INTEGER REFERENCES code,
    since INTEGER,                   -- first second, and first second after
    until INTEGER,
    grain INTEGER NOT NULL,          -- how many fields of each are given: 10 x since + until
    reality INTEGER NOT NULL REFERENCES code,
    certainty INTEGER NOT NULL REFERENCES code,
    said_in TEXT,                    -- n of statements, innermost first
    account INTEGER,                 -- number of the first telling; null where it is the only one
    rule INTEGER NOT NULL REFERENCES code,
    PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX happening_since ON happening (since) WHERE since IS NOT NULL;
CREATE INDEX happening_account ON happening (account) WHERE account IS NOT NULL;

CREATE TABLE victim (                -- people counted, of an event
    article INTEGER NOT NULL REFERENCES article,
    n INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    what INTEGER NOT NULL REFERENCES code,
    least INTEGER,
    most INTEGER,
    PRIMARY KEY (article, n, rank),
    FOREIGN KEY (article, n) REFERENCES happening (article, n) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE tie (
    article INTEGER NOT NULL REFERENCES article,
    n INTEGER NOT NULL,
    subject INTEGER NOT NULL,
    type INTEGER NOT NULL REFERENCES code,
    object INTEGER NOT NULL,
    role INTEGER REFERENCES code,
    since INTEGER,
    until INTEGER,
    grain INTEGER NOT NULL,
    status INTEGER REFERENCES code,
    reality INTEGER NOT NULL REFERENCES code,
    certainty INTEGER NOT NULL REFERENCES code,
    said_in TEXT,
    account INTEGER,
    rule INTEGER NOT NULL REFERENCES code,
    PRIMARY KEY (article, n),
    FOREIGN KEY (article, subject) REFERENCES entity (article, n) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, object) REFERENCES entity (article, n) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX tie_account ON tie (account) WHERE account IS NOT NULL;

CREATE TABLE tied (                  -- the ties of each actor: networks are made by these
    actor INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article,
    n INTEGER NOT NULL,
    PRIMARY KEY (actor, article, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE reason (                -- why a tie begins or ends when it does
    article INTEGER NOT NULL REFERENCES article,
    n INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    "end" INTEGER NOT NULL REFERENCES code,
    bound INTEGER NOT NULL REFERENCES code,
    time INTEGER,
    event INTEGER,
    rule INTEGER NOT NULL REFERENCES code,
    PRIMARY KEY (article, n, rank),
    FOREIGN KEY (article, n) REFERENCES tie (article, n) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, time) REFERENCES moment (article, n) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, event) REFERENCES happening (article, n) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE moment (
    article INTEGER NOT NULL REFERENCES article,
    n INTEGER NOT NULL,
    type INTEGER NOT NULL REFERENCES code,
    value TEXT,                      -- where it is not `since`, as precise as that
    since INTEGER,
    until INTEGER,
    grain INTEGER NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE part (                  -- who and what has a part in a statement or an event
    article INTEGER NOT NULL REFERENCES article,
    place INTEGER NOT NULL,          -- 4 x n + role: 0 about, 1 who, 2 whom, 3 where
    entity INTEGER NOT NULL,
    PRIMARY KEY (article, place, entity),
    FOREIGN KEY (article, entity) REFERENCES entity (article, n) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (              -- what the things of an article were read from
    article INTEGER PRIMARY KEY REFERENCES article,
    spans BLOB NOT NULL              -- MessagePack: by role, number, start, length in turn
) STRICT;

CREATE TABLE pair (
    one INTEGER NOT NULL,            -- numbers of entities
    other INTEGER NOT NULL,
    probability REAL NOT NULL,
    why TEXT NOT NULL,               -- JSON
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX pair_other ON pair (other);

CREATE TABLE correction (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    of TEXT NOT NULL,                -- as it was when the correction was made
    other TEXT,
    value TEXT,
    author TEXT NOT NULL,
    made TEXT NOT NULL,
    note TEXT,
    undone TEXT
) STRICT;

CREATE TABLE bearing (               -- the things that a correction bears on, by their evidence
    correction INTEGER NOT NULL REFERENCES correction,
    side INTEGER NOT NULL,           -- 0 of, 1 other
    page INTEGER NOT NULL,
    letter TEXT NOT NULL,
    evidence TEXT NOT NULL,          -- JSON: what it is known again by
    article INTEGER,                 -- where it is in the page as last read; null where it is not
    n INTEGER,
    PRIMARY KEY (correction, side)
) STRICT, WITHOUT ROWID;
CREATE INDEX bearing_page ON bearing (page);
CREATE INDEX bearing_thing ON bearing (article, letter, n);
