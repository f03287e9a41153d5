-- A record is kept as the text that its seal covers, fields one after the other, each with its
-- length in bytes: it is written at once, and what was sealed need not be put together again.
CREATE TABLE record_4 (
  chain ${text} NOT NULL, number BIGINT NOT NULL,
  action ${text} NOT NULL, version BIGINT NOT NULL,
  content ${text} NOT NULL, seal ${text} NOT NULL,
  PRIMARY KEY (chain, number));

INSERT INTO record_4 (chain, number, action, version, content, seal)
  SELECT chain, number, action, version,
    octet_length(chain) || ':' || chain || ','
      || octet_length(CAST(number AS TEXT)) || ':' || number || ','
      || octet_length(action) || ':' || action || ','
      || octet_length(CAST(version AS TEXT)) || ':' || version || ','
      || octet_length(actor) || ':' || actor || ','
      || octet_length(recorded) || ':' || recorded || ','
      || octet_length(campaign) || ':' || campaign || ','
      || octet_length(target) || ':' || target || ','
      || octet_length(channel) || ':' || channel || ','
      || octet_length(writer) || ':' || writer || ','
      || octet_length(language) || ':' || language || ','
      || coalesce(octet_length(country) || ':' || country || ',', '-,')
      || coalesce(octet_length(reason) || ':' || reason || ',', '-,')
      || octet_length(state) || ':' || state || ','
      || CASE WHEN at LIKE '%.000Z' THEN '20:' || substr(at, 1, 19) || 'Z,'
           ELSE octet_length(at) || ':' || at || ',' END
      || coalesce(octet_length(message_id) || ':' || message_id || ',', '-,')
      || coalesce(octet_length(sha256) || ':' || sha256 || ',', '-,')
      || coalesce(octet_length(reply) || ':' || reply || ',', '-,')
      || coalesce(octet_length(worker) || ':' || worker || ',', '-,'),
    seal
  FROM record;

DROP TABLE record;
ALTER TABLE record_4 RENAME TO record;

-- Whoever holds an action is noted until its end, and does not change on the way there: nothing of
-- an index is written when a message is handed over.
DROP INDEX action_open;
CREATE INDEX action_held ON action (worker) WHERE worker IS NOT NULL;
CREATE INDEX action_waiting ON action (state) WHERE state IN ('unknown', 'deferred');

-- A Message-ID begins with the id of its action, but for those of before.
DROP INDEX action_by_message;
CREATE INDEX action_by_message ON action (message_id)
  WHERE message_id IS NOT NULL AND substr(message_id, 2, 12) <> id;
