package org.urgentaction.web.desk;

/** Where a job is; the name of each is its phrase's. */
enum SendStage {
  READING,
  REFUSED,
  PLANNED,
  REHEARSING,
  REHEARSED,
  SENDING,
  PAUSING,
  PAUSED,
  STOPPING,
  ENDED;

  /** Whether it goes on without anybody. */
  boolean busy() {
    return this == READING
        || this == REHEARSING
        || this == SENDING
        || this == PAUSING
        || this == STOPPING;
  }
}
