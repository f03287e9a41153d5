package org.urgentaction.campaign;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.Problem;

/** Doubts whether the officials can be reached as the file says. */
final class ContactChecker {
  private static final Pattern EMBASSY =
      Pattern.compile(
          "(?iu)\\b(?:embass(?:y|ies)|ambassad\\w*|embajad\\w*|ambasciat\\w*|embaixad\\w*|"
              + "botschaft\\w*|посол\\w*)\\b");

  private final DialledNumbers numbers = new DialledNumbers();
  private final DeliverableAddresses addresses = new DeliverableAddresses();

  void check(CampaignFile file, List<Problem> found) {
    Campaign campaign = file.campaign();
    List<Target> targets = campaign.targets();
    for (int i = 0; i < targets.size(); i++) {
      String path = "targets[" + i + "]";
      Target target = targets.get(i);
      checkOffice(file, path, target, campaign.country(), found);
      checkPlace(file, path, target, found);
      if (!canBeReached(target)) {
        found.add(
            file.warning(path, "nothing says how to reach `" + target.id() + "`")
                .advise("add an address, an email address or a fax number"));
      }
    }
    List<Copy> copies = campaign.copies();
    for (int i = 0; i < copies.size(); i++) {
      String path = "copies[" + i + "]";
      Target office = copies.get(i).office();
      checkOffice(file, path, office, firstCountry(copies.get(i)), found);
      if (office.address().isEmpty() && office.emails().isEmpty()) {
        found.add(
            file.warning(path, "the copy `" + office.id() + "` has neither address nor email")
                .advise("add one of them, or no copy can be sent"));
      }
    }
    ReportTo reportTo = campaign.reportTo();
    if (reportTo != null && reportTo.email() != null) {
      checkEmail(file, "report_to.email", reportTo.email(), found);
    }
  }

  /** An embassy is for those who live where it is: among the targets, everybody writes to it. */
  private static void checkPlace(
      CampaignFile file, String path, Target target, List<Problem> found) {
    boolean embassy =
        Stream.of(target.role(), target.organization())
            .flatMap(text -> text.values().values().stream())
            .anyMatch(text -> EMBASSY.matcher(text).find());
    if (embassy) {
      found.add(
          file.warning(
                  path,
                  "`%s` is an embassy among the targets: every writer's letter goes to it"
                      .formatted(target.id()))
              .advise(
                  "put it under `copies`, with `for:` and the countries whose writers it is for"));
    }
  }

  private void checkOffice(
      CampaignFile file,
      String path,
      Target office,
      @Nullable String country,
      List<Problem> found) {
    for (int i = 0; i < office.emails().size(); i++) {
      checkEmail(file, path + ".email[" + i + "]", office.emails().get(i), found);
    }
    for (int i = 0; i < office.faxes().size(); i++) {
      String at = path + ".fax[" + i + "]";
      String place = file.places().has(at + ".number") ? at + ".number" : at;
      checkNumber(file, place, "fax number", office.faxes().get(i).number(), country, found);
    }
    office
        .social()
        .forEach(
            (network, account) -> {
              String rule = AccountNames.rule(network, account);
              if (rule != null) {
                found.add(
                    file.warning(
                            path + ".social." + network,
                            "`%s` cannot be an account on %s: a name there is %s"
                                .formatted(Spelling.shown(account), network, rule))
                        .advise("look the account up again"));
              }
            });
    for (int i = 0; i < office.phones().size(); i++) {
      String at = path + ".phone[" + i + "]";
      checkNumber(file, at, "telephone number", office.phones().get(i), country, found);
    }
  }

  private void checkNumber(
      CampaignFile file,
      String path,
      String kind,
      String number,
      @Nullable String country,
      List<Problem> found) {
    DialledNumbers.Fault fault = numbers.fault(number, country);
    if (fault != null) {
      found.add(
          file.warning(
                  path, "the %s `%s` %s".formatted(kind, Spelling.shown(number), fault.message()))
              .advise(fault.advice()));
    }
  }

  private void checkEmail(CampaignFile file, String path, String email, List<Problem> found) {
    String fault = addresses.fault(email);
    if (fault != null) {
      found.add(
          file.warning(
                  path, "nothing can be delivered to `" + Spelling.shown(email) + "`: " + fault)
              .advise("look the address up again"));
    }
  }

  private static @Nullable String firstCountry(Copy copy) {
    return copy.countries().stream().filter(Countries::isCountry).findFirst().orElse(null);
  }

  private static boolean canBeReached(Target target) {
    return !target.address().isEmpty()
        || !target.emails().isEmpty()
        || !target.faxes().isEmpty()
        || !target.phones().isEmpty()
        || target.webForm() != null
        || !target.social().isEmpty();
  }
}
