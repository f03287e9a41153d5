package org.urgentaction.web.desk;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.letter.Templates;
import org.urgentaction.log.LogPlace;
import org.urgentaction.sending.SendingSetup;

/**
 * What every job of this server works with.
 *
 * @param campaigns as their folder holds them now: the gate at the moment of each send
 * @param trouble hears of what went wrong inside
 */
record SendMaterials(
    SendingSetup setup,
    Supplier<Catalogue> campaigns,
    Templates templates,
    LogPlace log,
    Clock clock,
    Consumer<Throwable> trouble) {}
