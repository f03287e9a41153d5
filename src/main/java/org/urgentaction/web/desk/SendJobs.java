package org.urgentaction.web.desk;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.urgentaction.campaign.CampaignFile;

/** The lists on their way: a few at a time, each known by a random id, and none left behind. */
final class SendJobs implements AutoCloseable {
  /** What coordinators of a section do at once; each may hold a list on the disk. */
  static final int MOST = 8;

  private static final int ID_BYTES = 12;

  private final SendMaterials materials;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, SendJob> jobs = new LinkedHashMap<>();
  private boolean closed;

  SendJobs(SendMaterials materials) {
    this.materials = materials;
  }

  SendMaterials materials() {
    return materials;
  }

  /** Whether there is room for another. */
  synchronized boolean full() {
    return closed || jobs.size() >= MOST;
  }

  /** Takes a list in hand; empty where there is no room. */
  synchronized Optional<SendJob> start(
      CampaignFile file, SendChoices choices, Path folder, Path dropped, String shown) {
    if (full()) {
      return Optional.empty();
    }
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    SendJob job = new SendJob(id, file, choices, materials, JobFolder.of(folder, dropped, shown));
    jobs.put(id, job);
    job.start();
    return Optional.of(job);
  }

  synchronized Optional<SendJob> find(String campaign, String id) {
    return Optional.ofNullable(jobs.get(id))
        .filter(job -> job.file().campaign().id().equals(campaign));
  }

  /** Those of a campaign, the oldest first. */
  synchronized List<SendJob> of(String campaign) {
    return jobs.values().stream()
        .filter(job -> job.file().campaign().id().equals(campaign))
        .toList();
  }

  /** Forgets one that rests, and all that it kept. */
  void putAway(SendJob job) throws InterruptedException {
    if (job.stage().busy()) {
      return;
    }
    synchronized (this) {
      jobs.remove(job.id());
    }
    job.close();
  }

  /** Asks all of them to end after the letters in hand, and takes no more. */
  void stop() {
    Collection<SendJob> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(jobs.values());
    }
    all.forEach(SendJob::stop);
  }

  /** Returns when all have ended and nothing of them is left. */
  @Override
  public void close() {
    stop();
    List<SendJob> all;
    synchronized (this) {
      all = List.copyOf(jobs.values());
      jobs.clear();
    }
    try {
      for (SendJob job : all) {
        job.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
