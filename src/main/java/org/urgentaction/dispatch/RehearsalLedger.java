package org.urgentaction.dispatch;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.ActionLog;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.RehearsalServer;
import org.urgentaction.mail.WrittenMessage;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * A rehearsal: each message that came through the dialogue is left in a folder, to be opened. For
 * one connection: the server keeps no more than the message that it took last.
 */
public final class RehearsalLedger implements Ledger {
  private static final int SHOWN = 10;

  private final ActionLog log;
  private final RehearsalServer server;
  private final Path folder;
  private final int kept;
  private final List<Path> files = new ArrayList<>();
  private final Noted noted = new Noted();
  private int written;

  /**
   * @param folder made if it is not there
   * @param kept how many messages are left there, the first ones; the others are read and forgotten
   * @throws InvalidInputException if it cannot be made or written to
   */
  public RehearsalLedger(ActionLog log, RehearsalServer server, Path folder, int kept) {
    this.log = log;
    this.server = server;
    this.folder = folder;
    this.kept = kept;
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "rehearsal", ".new"));
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** The first messages, one file each, in the order in which they were sent. */
  public List<Path> files() {
    return List.copyOf(files);
  }

  /** How many messages there are. */
  public int written() {
    return written;
  }

  @Override
  public List<Optional<LeftOut>> take(List<Assignment> assignments) {
    noted.check();
    return assignments.stream().map(assignment -> Optional.<LeftOut>empty()).toList();
  }

  @Override
  public String digest(byte[] bytes) {
    return ""; // what the server receives is noted
  }

  @Override
  public void intend(Assignment assignment, String messageId, String digest) {
    // nothing leaves the program, so there is nothing to be in doubt about
  }

  @Override
  public @Nullable Instant settle(
      Assignment assignment, WrittenMessage message, Delivery delivery) {
    if (!(delivery instanceof Delivery.Accepted)) {
      return null;
    }
    byte[] received = server.take();
    if (!Arrays.equals(received, message.bytes())) {
      throw new IllegalStateException("the message that arrived is not the one that was sent");
    }
    if (written < kept) {
      Path file = write(assignment, received);
      if (files.size() < SHOWN) {
        files.add(file);
      }
    }
    written++;
    noted.add(
        log.rehearse(
            assignment.key(), assignment.details(), message.messageId(), Sha256.of(received)));
    return null;
  }

  private Path write(Assignment assignment, byte[] bytes) {
    String name =
        String.format(
            Locale.ROOT,
            "%04d-%s-%s.eml",
            written + 1,
            assignment.key().target().replaceAll("[^A-Za-z0-9_-]", "-"),
            assignment.key().id());
    Path file = folder.resolve(name);
    try {
      Path beside = Files.createTempFile(folder, name, ".new");
      try {
        Files.write(beside, bytes);
        try {
          Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
          Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    }
    return file;
  }

  private InvalidInputException cannotWrite(IOException e) {
    InvalidInputException refused =
        new InvalidInputException(
            Problem.error(folder.toString(), "messages cannot be written to this folder")
                .advise("check that it is a folder with room, or name another with -o"));
    refused.initCause(e);
    return refused;
  }

  @Override
  public void giveBack(Collection<Assignment> assignments) {
    // nothing was taken
  }

  @Override
  public void unmade(Assignment assignment) {
    // nothing was taken
  }

  @Override
  public void finish() {
    noted.join();
  }
}
