package org.urgentaction.mail;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a mail provider, so that its users need not look it up.
 *
 * @param hosts its servers, the one to use first
 * @param otherHosts servers that are its own too, or null
 * @param user who signs in, where that is the same for everybody; or null
 * @param domains of its mailboxes
 * @param quotas how much it takes, or a careful guess where it does not say
 * @param connections how many at once it bears
 * @param note what a newcomer stumbles over
 */
public record ProviderPreset(
    String name,
    List<String> hosts,
    @Nullable Pattern otherHosts,
    int port,
    SmtpServer.Security security,
    SmtpServer.SignIn signIn,
    @Nullable String user,
    List<String> domains,
    List<Quota> quotas,
    int connections,
    String note) {

  public ProviderPreset {
    hosts = List.copyOf(hosts);
    domains = List.copyOf(domains);
    quotas = List.copyOf(quotas);
  }

  /** Its server, for one of its users. */
  SmtpServer server(@Nullable String who) {
    return new SmtpServer(security, hosts.get(0), port, who != null ? who : user, signIn);
  }

  /** Whether a server is one of its own. A server on this machine could be anybody's. */
  boolean owns(SmtpServer server) {
    return server.security() == SmtpServer.Security.LOOPBACK_ONLY
        ? equalsPlace(server)
        : hosts.contains(server.host())
            || (otherHosts != null && otherHosts.matcher(server.host()).matches());
  }

  private boolean equalsPlace(SmtpServer server) {
    return hosts.contains(server.host()) && port == server.port();
  }
}
