package org.urgentaction.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Fax;

/**
 * Somebody to write to, or to copy, as a document gives them.
 *
 * @param forCountries ISO 3166-1 codes of the writers a copy is for; empty for a target, and where
 *     the document does not tell
 * @param address lines below name, role and organization
 * @param social handle without @ by network as a campaign file names it
 */
public record FoundOffice(
    @Nullable Found<String> name,
    @Nullable Found<String> role,
    @Nullable Found<String> organization,
    @Nullable Found<String> salutation,
    @Nullable Found<List<String>> address,
    List<Found<String>> emails,
    List<Found<Fax>> faxes,
    List<Found<String>> phones,
    @Nullable Found<String> webForm,
    Map<String, Found<String>> social,
    List<String> forCountries) {

  public FoundOffice {
    emails = List.copyOf(emails);
    faxes = List.copyOf(faxes);
    phones = List.copyOf(phones);
    forCountries = List.copyOf(forCountries);
  }
}
