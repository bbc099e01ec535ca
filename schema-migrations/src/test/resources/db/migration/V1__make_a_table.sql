CREATE TABLE entries (id bigint NOT NULL, word text NOT NULL);
