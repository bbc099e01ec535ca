-- A conversation becomes a log of events with members. Nothing here rewrites a table of before: new
-- columns have no default, and tables are renamed rather than copied.

-- What lies before first_seq was erased, and whoever walks the log skips it.
ALTER TABLE conversations ADD COLUMN first_seq bigint NOT NULL DEFAULT 1;

-- A read mark is no membership: both had one table.
ALTER TABLE participants RENAME TO read_marks;

-- Who may read and write where. Everybody is a member of global: a row there only keeps settings.
-- A direct conversation has its two rows from the start, an inbox has one. A null in notify stands
-- for the default of the conversation's kind.
CREATE TABLE members (
  user_id         bigint NOT NULL,
  conversation_id bigint NOT NULL,
  role            text   NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'moderator', 'owner')),
  since_seq       bigint NOT NULL DEFAULT 0,
  notify          text   CHECK (notify IN ('all', 'mentions', 'nothing')),
  muted_until     timestamptz,
  PRIMARY KEY (user_id, conversation_id)
);
CREATE INDEX members_by_conversation ON members (conversation_id, user_id);

-- The settings of rooms, apart from conversations, whose rows change with every event. A room's
-- conversation is called "room-" and its id. folded is the name without case, skeleton without
-- look-alikes.
CREATE TABLE rooms (
  id                  bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  conversation_id     bigint  NOT NULL UNIQUE,
  name                text    NOT NULL,
  folded              text    NOT NULL,
  skeleton            text    NOT NULL,
  topic               text    NOT NULL DEFAULT '',
  visibility          text    NOT NULL CHECK (visibility IN ('public', 'private')),
  who_may_post        text    NOT NULL DEFAULT 'members' CHECK (who_may_post IN ('members', 'moderators', 'owners')),
  edit_window_seconds integer CHECK (edit_window_seconds >= 0),
  archived            boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX rooms_by_folded ON rooms (folded) WHERE NOT archived;
CREATE UNIQUE INDEX rooms_by_skeleton ON rooms (skeleton) WHERE NOT archived;

CREATE TABLE bans (
  conversation_id bigint      NOT NULL,
  user_id         bigint      NOT NULL,
  banned_by       bigint      NOT NULL,
  banned_at       timestamptz NOT NULL,
  PRIMARY KEY (conversation_id, user_id)
);

-- The events that are not messages; both tables share one sequence in each conversation. sender_id
-- is null where the server acts. Committed events are found by committed_in, as messages are.
CREATE TABLE changes (
  conversation_id bigint      NOT NULL,
  seq             bigint      NOT NULL CHECK (seq > 0),
  type            text        NOT NULL,
  sender_id       bigint,
  client_id       text,
  target          bigint,
  body            jsonb       NOT NULL,
  created_at      timestamptz NOT NULL,
  committed_in    xid8        NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (conversation_id, seq)
);
CREATE UNIQUE INDEX changes_by_client_id ON changes (sender_id, client_id) WHERE client_id IS NOT NULL;
CREATE INDEX changes_by_transaction ON changes (committed_in);

-- How many edits somebody made in the last minute.
CREATE INDEX changes_edits ON changes (sender_id, created_at) WHERE type = 'edited';

-- A message's row is its current state: content_seq is the edit that its content is from, null for
-- the message itself. posted_at is set where a message was imported. Names come from accounts.
ALTER TABLE messages ADD COLUMN content_seq bigint;
ALTER TABLE messages ADD COLUMN edited_at timestamptz;
ALTER TABLE messages ADD COLUMN deleted_at timestamptz;
ALTER TABLE messages ADD COLUMN posted_at timestamptz;
ALTER TABLE messages ALTER COLUMN sender_name DROP NOT NULL;

-- What a message said before its edits; deleted with the message.
CREATE TABLE revisions (
  conversation_id bigint      NOT NULL,
  seq             bigint      NOT NULL,
  content_seq     bigint      NOT NULL,
  content         text        NOT NULL,
  written_at      timestamptz NOT NULL,
  PRIMARY KEY (conversation_id, seq, content_seq)
);

CREATE TABLE reactions (
  conversation_id bigint NOT NULL,
  seq             bigint NOT NULL,
  emoji           text   NOT NULL,
  user_id         bigint NOT NULL,
  reacted_at_seq  bigint NOT NULL,
  PRIMARY KEY (conversation_id, seq, emoji, user_id)
);

CREATE TABLE pins (
  conversation_id bigint NOT NULL,
  seq             bigint NOT NULL,
  pinned_at_seq   bigint NOT NULL,
  PRIMARY KEY (conversation_id, seq)
);

-- What the auth service says of accounts. Version 0 is known from a command only.
CREATE TABLE accounts (
  user_id  bigint NOT NULL PRIMARY KEY,
  username text   NOT NULL,
  state    text   NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'deactivated', 'deleted')),
  version  bigint NOT NULL DEFAULT 0
);

-- Nearly empty, so that a post hardly pays for the question whether its sender is active.
CREATE INDEX accounts_inactive ON accounts (user_id) WHERE state <> 'active';

-- Clients that know another epoch drop what they hold: this is another log.
CREATE TABLE epoch (
  id         text NOT NULL,
  only_one   boolean NOT NULL DEFAULT true PRIMARY KEY CHECK (only_one)
);
INSERT INTO epoch (id) VALUES (gen_random_uuid()::text);
