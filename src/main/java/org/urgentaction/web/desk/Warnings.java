package org.urgentaction.web.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.dispatch.CampaignInspection;
import org.urgentaction.letter.Templates;
import org.urgentaction.problem.Problem;

/**
 * What {@code ua check} says of each campaign: its letters are set for that, which takes a moment,
 * so one thread does it, once for each version of a file.
 */
final class Warnings implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CampaignInspection inspection;
  private final ExecutorService inspector =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "campaign-inspection");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, Checked> checked = new HashMap<>();

  /** A file as it was looked over, among those beside it. */
  private record Checked(Catalogue catalogue, Future<List<Problem>> problems) {}

  Warnings(Templates templates, Clock clock) {
    this.inspection = new CampaignInspection(templates, clock);
  }

  /** Has all files looked over that have not been. */
  void begin(Catalogue catalogue) {
    catalogue.all().forEach(file -> checked(catalogue, file));
  }

  private synchronized Checked checked(Catalogue catalogue, CampaignFile file) {
    Checked known = checked.get(file.id());
    if (known == null || known.catalogue() != catalogue) {
      known = new Checked(catalogue, inspector.submit(() -> inspection.doubts(catalogue, file)));
      checked.put(file.id(), known);
    }
    return known;
  }

  /** What was found; null where that takes long. */
  @Nullable List<Problem> of(Catalogue catalogue, CampaignFile file) {
    return of(catalogue, file, PATIENCE);
  }

  /** What was found; null where that takes longer than the patience lasts. */
  @Nullable List<Problem> of(Catalogue catalogue, CampaignFile file, Duration patience) {
    Future<List<Problem>> asked = checked(catalogue, file).problems();
    try {
      return asked.get(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return null; // it is being found out still
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a campaign could not be looked over", e.getCause());
    }
  }

  @Override
  public void close() {
    inspector.shutdownNow();
  }
}
