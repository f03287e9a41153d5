package org.urgentaction.campaign;

import org.jspecify.annotations.Nullable;

/** Where writers tell the section what they sent. */
public record ReportTo(@Nullable String email, @Nullable String web) {}
