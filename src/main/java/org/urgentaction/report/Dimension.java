package org.urgentaction.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.Total;

/** By what a report adds up. */
public enum Dimension {
  CAMPAIGN {
    @Override
    String key(Total total) {
      return total.campaign();
    }
  },
  /** With its campaign before it: ids of targets mean nothing by themselves. */
  TARGET {
    @Override
    String key(Total total) {
      return total.campaign() + SEPARATOR + total.target();
    }
  },
  CHANNEL {
    @Override
    String key(Total total) {
      return total.channel().toString();
    }
  },
  LANGUAGE {
    @Override
    String key(Total total) {
      return total.language();
    }
  },
  /** Of the writers; empty where it is not known. */
  COUNTRY {
    @Override
    String key(Total total) {
      @Nullable String country = total.country();
      return country == null ? "" : country;
    }
  },
  /** In UTC. */
  DAY {
    @Override
    String key(Total total) {
      return total.day().toString();
    }
  };

  /** Between a campaign and its target in a key. */
  public static final String SEPARATOR = " → ";

  abstract String key(Total total);

  /** As headings and exports write it: lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
