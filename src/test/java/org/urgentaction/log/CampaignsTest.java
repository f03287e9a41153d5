package org.urgentaction.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CampaignsTest extends LogTestBase {
  @Test
  void aWordFromAnotherProcessCountsAtOnceAndTheLastOneCounts() {
    try (ActionLog first = open();
        ActionLog second = open()) {
      assertEquals(Standing.RUNNING, first.standing("c", "president"));
      second.control("c", null, Standing.PAUSED, "the family asks us to wait");
      assertEquals(Standing.PAUSED, first.standing("c", "president"));
      assertEquals(Standing.RUNNING, first.standing("d", "president"));
      second.control("c", null, Standing.RUNNING, null);
      assertEquals(Standing.RUNNING, first.standing("c", "president"));
    }
  }

  @Test
  void aTargetThatIsCancelledStaysSoWhenItsCampaignGoesOn() {
    try (ActionLog log = open()) {
      log.control("c", "president", Standing.CANCELLED, "he has resigned");
      log.control("c", null, Standing.PAUSED, null);
      assertEquals(Standing.CANCELLED, log.standing("c", "president"));
      assertEquals(Standing.PAUSED, log.standing("c", "minister"));
      log.control("c", "minister", Standing.RUNNING, null);
      assertEquals(Standing.PAUSED, log.standing("c", "minister"));
      log.control("c", null, Standing.RUNNING, null);
      assertEquals(Standing.CANCELLED, log.standing("c", "president"));
      assertEquals(Standing.RUNNING, log.standing("c", "minister"));
      List<Control> words = log.controls();
      assertEquals(4, words.size());
      assertEquals(
          new Control("c", "president", Standing.CANCELLED, "he has resigned", NOON), words.get(0));
    }
  }

  @Test
  void whatTheLastRunWasMadeFromIsRemembered() {
    try (ActionLog log = open()) {
      assertEquals(Map.of(), log.noteInputs("c", Map.of("campaign", "1", "list", "2")));
      assertEquals(Map.of("campaign", "1", "list", "2"), log.noteInputs("c", Map.of("list", "3")));
    }
    try (ActionLog log = open()) {
      assertEquals(Map.of("campaign", "1", "list", "3"), log.noteInputs("c", Map.of()));
      assertEquals(Map.of(), log.noteInputs("d", Map.of()));
    }
  }

  @Test
  void whoWantsNoMailIsRememberedUntilTheyDo() {
    try (ActionLog log = open()) {
      String ann = log.writers().hashAddress("Ann@example.org");
      String bob = log.writers().hashAddress("bob@example.org");
      assertEquals(ann, log.writers().hashAddress(" ann@EXAMPLE.org "));
      assertNotEquals(ann, bob);
      log.suppress(ann, "asked by mail");
      log.suppress(ann, "asked again");
      List<String> many = new ArrayList<>(List.of(ann, bob));
      for (int i = 0; i < 1000; i++) {
        many.add(log.writers().hashAddress(i + "@example.org"));
      }
      assertEquals(Set.of(ann), log.suppressedAmong(many));
      log.allow(ann);
      log.allow(bob);
      assertEquals(Set.of(), log.suppressedAmong(many));
      assertEquals(Set.of(), log.suppressedAmong(List.of()));
    }
  }

  @Test
  void answersFromOfficialsAreKeptInTheOrderOfTheirDays() {
    try (ActionLog log = open()) {
      log.noteReply("c", "minister", LocalDate.of(2026, 3, 2), "We have noted your concern.");
      log.noteReply("c", "president", LocalDate.of(2026, 2, 27), null);
      log.noteReply("d", "judge", LocalDate.of(2026, 2, 1), null);
      assertEquals(
          List.of(
              new Reply("c", "president", LocalDate.of(2026, 2, 27), null),
              new Reply("c", "minister", LocalDate.of(2026, 3, 2), "We have noted your concern.")),
          log.replies("c"));
    }
  }

  @Test
  void aVisitorSeesOneStateOfALogThatIsWrittenToMeanwhile() {
    try (ActionLog log = open()) {
      List<ClaimRequest> requests = new ArrayList<>();
      for (int i = 0; i < 1500; i++) {
        requests.add(new ClaimRequest(writer("c", i), DETAILS));
      }
      log.claimAll(requests, false);
      List<ActionRecord> seen = new ArrayList<>();
      log.visit(
          ActionFilter.of("c"),
          action -> {
            if (seen.isEmpty()) {
              log.release(requests.stream().map(ClaimRequest::key).toList());
              assertFalse(log.find(action.key()).isEmpty());
            }
            seen.add(action);
          });
      assertEquals(1500, seen.size());
      assertEquals(1500, seen.stream().filter(action -> action.worker() != null).count());
    }
  }
}
