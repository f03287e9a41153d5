package org.urgentaction.log;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.Problem;

/**
 * The secret under which writers appear in the log (HMAC-SHA-256, RFC 2104), kept in a file of its
 * own: the log alone tells nobody who wrote.
 */
public final class WriterKey {
  private static final int LENGTH = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec secret;

  private WriterKey(byte[] secret) {
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /** The writer as the log knows it: 64 hex digits. */
  public String hash(WriterIdentity writer) {
    return Seal.hex(mac(writer.normalized()));
  }

  /** An email address as the suppression list knows it, however it was typed: 64 hex digits. */
  public String hashAddress(String address) {
    return Seal.hex(mac(Seal.canonical("address", WriterIdentity.normal(address))));
  }

  /** A mail account as the log counts its messages: 64 hex digits. */
  public String hashAccount(String server, String user) {
    return Seal.hex(
        mac(Seal.canonical("account", WriterIdentity.normal(server), WriterIdentity.normal(user))));
  }

  /** What a log keeps to recognise its own key by, without giving the key away. */
  String fingerprint() {
    return Seal.hex(mac(Seal.canonical("ua writer key")));
  }

  private byte[] mac(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** Beside the log, under its name and {@code .key}. */
  static Path fileOf(Path log) {
    return log.resolveSibling(log.getFileName() + ".key");
  }

  /** Null where there is no such file. */
  static @Nullable WriterKey read(Path file) throws IOException {
    byte[] secret;
    try {
      secret = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return null;
    }
    if (secret.length != LENGTH) {
      throw new LogUnavailableException(
          Problem.error(file.toString(), "this is not the key of an action log")
              .advise(
                  "restore it from a copy: without it, nobody can tell who has written already"));
    }
    return new WriterKey(secret);
  }

  /**
   * A new key, readable by its owner only from its first byte on; written beside and moved, so that
   * there is never half a key. The caller sees to it that only one process does this at a time.
   */
  static WriterKey create(Path file) throws IOException {
    byte[] secret = new byte[LENGTH];
    new SecureRandom().nextBytes(secret);
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path beside = Files.createTempFile(folder, file.getFileName().toString(), ".new", ownerOnly());
    try {
      Files.write(beside, secret, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      try {
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(beside, file);
      }
    } finally {
      Files.deleteIfExists(beside);
    }
    return new WriterKey(secret);
  }

  /** A warning where others than the owner can read the key. */
  static Optional<Problem> exposure(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return Optional.empty();
    }
    Set<PosixFilePermission> others = new HashSet<>(Files.getPosixFilePermissions(file));
    others.removeAll(PosixFilePermissions.fromString("rwx------"));
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.warning(file.toString(), 0, 0, "others can read the key of the action log")
                .advise("keep it to yourself: chmod 600 " + file));
  }

  private static FileAttribute<?>[] ownerOnly() {
    if (!Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}
