/** The action log: claims, intents and outcomes on disk, sealed record by record. */
@NullMarked
package org.urgentaction.log;

import org.jspecify.annotations.NullMarked;
