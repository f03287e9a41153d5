package org.urgentaction.log;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Channel;

/**
 * How many actions share all of these: the finest cell, which reports add up as they need.
 *
 * @param day in UTC, on which they came into their state
 */
public record Total(
    String campaign,
    String target,
    Channel channel,
    String language,
    @Nullable String country,
    LocalDate day,
    ActionState state,
    long count) {}
