package org.urgentaction.campaign;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An official (or an office) that is written to, with every contact the document gives.
 *
 * @param id short name within the campaign, used in options, file names and the log
 * @param name empty where the document names an office only
 * @param address lines below name and role, the country last
 * @param social handle by network: x, instagram, facebook…
 * @param pronouns null where unknown; salutations then avoid gender
 * @param zone where the official sits, for sending hours; null where not given
 */
public record Target(
    String id,
    Localized<String> name,
    Localized<String> role,
    Localized<String> organization,
    Localized<String> salutation,
    Localized<List<String>> address,
    List<String> emails,
    List<Fax> faxes,
    List<String> phones,
    @Nullable String webForm,
    Map<String, String> social,
    @Nullable Pronouns pronouns,
    @Nullable ZoneId zone) {}
