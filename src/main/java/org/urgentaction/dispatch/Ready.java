package org.urgentaction.dispatch;

import java.util.concurrent.Future;

/** A letter that was taken, and its message, which is being made meanwhile. */
record Ready(Assignment assignment, Future<Made> made) {}
