package org.urgentaction.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.mail.Credentials;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.MimeWriter;
import org.urgentaction.mail.OutgoingMessage;
import org.urgentaction.mail.ProviderPreset;
import org.urgentaction.mail.Quota;
import org.urgentaction.mail.ServerReport;
import org.urgentaction.mail.SmtpCheck;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.mail.SmtpTimeouts;
import org.urgentaction.report.JsonOutput;

/** {@code ua send --check-server}: what the server says, and what would go wrong. */
final class ServerCheck {
  private final Workbench bench;
  private final SmtpServer server;
  private final @Nullable ProviderPreset provider;

  ServerCheck(Workbench bench, SmtpServer server, @Nullable ProviderPreset provider) {
    this.bench = bench;
    this.server = server;
    this.provider = provider;
  }

  /**
   * Asks the server and shows the answer; nothing is sent.
   *
   * @param samples messages as they would go out, or none
   * @return the exit status
   */
  int run(List<OutgoingMessage> samples, boolean json) {
    MimeWriter writer = new MimeWriter();
    long largest =
        samples.stream().mapToLong(message -> writer.write(message).length).max().orElse(0);
    boolean international =
        samples.stream()
            .flatMap(message -> message.recipients().stream())
            .anyMatch(MailAddress::international);
    MailAddress sender = samples.isEmpty() ? null : samples.get(0).envelopeSender();
    ServerReport report;
    try (Credentials credentials = SmtpOptions.credentials(bench, server)) {
      report =
          new SmtpCheck(server, credentials, SmtpTimeouts.usual(), bench.clock().instant())
              .run(sender, largest, international);
    }
    if (json) {
      bench.terminal().out().println(JsonOutput.of(fields(report)));
    } else {
      show(report);
    }
    return report.usable() ? ExitStatus.DONE : ExitStatus.UNFINISHED;
  }

  private void show(ServerReport report) {
    bench
        .terminal()
        .out()
        .println(
            report.name() == null ? report.server() : report.server() + " is " + report.name());
    for (ServerReport.Finding finding : report.findings()) {
      String mark =
          switch (finding.level()) {
            case GOOD -> "ok";
            case DOUBTFUL -> "doubt";
            case WRONG -> "wrong";
          };
      bench
          .terminal()
          .out()
          .println("  %-5s  %-10s  %s".formatted(mark, finding.subject(), finding.words()));
      if (finding.nextStep() != null) {
        bench.terminal().out().println("                     → " + finding.nextStep());
      }
    }
    if (provider != null) {
      bench.terminal().out().println("  %s takes %s".formatted(provider.name(), quotas(provider)));
      bench.terminal().out().println("  " + provider.note());
    }
    bench.note(
        report.usable()
            ? "Nothing was sent. Mail can be handed over to this server."
            : "Nothing was sent, and nothing could be: put right what is wrong, then check again.");
  }

  private static String quotas(ProviderPreset provider) {
    List<String> words = new ArrayList<>();
    for (Quota quota : provider.quotas()) {
      words.add("%d in %s".formatted(quota.messages(), period(quota)));
    }
    return String.join(", ", words);
  }

  private static String period(Quota quota) {
    long hours = quota.period().toHours();
    if (hours >= 24) {
      return hours == 24 ? "a day" : hours / 24 + " days";
    }
    return hours == 1 ? "an hour" : quota.period().toSeconds() == 60 ? "a minute" : "a second";
  }

  private static Map<String, @Nullable Object> fields(ServerReport report) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("server", report.server());
    fields.put("name", report.name());
    ServerReport.Tls tls = report.tls();
    fields.put(
        "tls",
        tls == null
            ? null
            : Map.of(
                "version", tls.version(),
                "certificate", tls.certificate(),
                "valid_until", tls.validUntil().toString()));
    fields.put("extensions", report.extensions());
    fields.put("usable", report.usable());
    List<Map<String, @Nullable Object>> findings = new ArrayList<>();
    for (ServerReport.Finding finding : report.findings()) {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("level", finding.level().name().toLowerCase(Locale.ROOT));
      entry.put("subject", finding.subject());
      entry.put("words", finding.words());
      entry.put("next_step", finding.nextStep());
      findings.add(entry);
    }
    fields.put("findings", findings);
    return fields;
  }
}
