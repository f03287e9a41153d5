package org.urgentaction.web.desk;

import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.SendingMailbox;
import org.urgentaction.sending.SendingLimits;

/**
 * What a coordinator asks for beside the list.
 *
 * @param attach whether each message carries its letter as a PDF too
 * @param safe whether all sign with initials and place
 * @param again whether to try again what a server has refused for good
 * @param reason why a shut gate is passed, or null
 */
record SendChoices(
    SendingMailbox mailbox,
    boolean attach,
    boolean safe,
    boolean again,
    @Nullable String reason,
    SendingLimits limits) {}
