-- Actions as they are now, the record of every change, and where each process's chain ends.
CREATE TABLE meta (name ${text} PRIMARY KEY, value ${text} NOT NULL);

CREATE TABLE action (
  id ${text} PRIMARY KEY,
  campaign ${text} NOT NULL, target ${text} NOT NULL, channel ${text} NOT NULL,
  writer ${text} NOT NULL,
  language ${text} NOT NULL, country ${text}, reason ${text},
  state ${text} NOT NULL, at ${text} NOT NULL,
  message_id ${text}, sha256 ${text}, reply ${text}, worker ${text},
  version BIGINT NOT NULL,
  UNIQUE (campaign, target, channel, writer));

CREATE INDEX action_by_state ON action (state);

CREATE TABLE record (
  chain ${text} NOT NULL, number BIGINT NOT NULL,
  action ${text} NOT NULL, version BIGINT NOT NULL, actor ${text} NOT NULL,
  recorded ${text} NOT NULL,
  campaign ${text} NOT NULL, target ${text} NOT NULL, channel ${text} NOT NULL,
  writer ${text} NOT NULL,
  language ${text} NOT NULL, country ${text}, reason ${text},
  state ${text} NOT NULL, at ${text} NOT NULL,
  message_id ${text}, sha256 ${text}, reply ${text}, worker ${text},
  seal ${text} NOT NULL,
  PRIMARY KEY (chain, number),
  UNIQUE (action, version));

CREATE TABLE chain (id ${text} PRIMARY KEY, length BIGINT NOT NULL, seal ${text} NOT NULL);
