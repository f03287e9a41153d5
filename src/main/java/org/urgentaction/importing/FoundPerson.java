package org.urgentaction.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Pronouns;

/** A person at risk as a document names them. */
public record FoundPerson(
    Found<String> name, List<String> also, @Nullable Found<Pronouns> pronouns) {

  public FoundPerson {
    also = List.copyOf(also);
  }
}
