package org.urgentaction.returns;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Messages in files of their own: a Maildir, a folder of {@code .eml} files, or a single one. */
final class MailFiles implements Mailbox {
  private final String source;
  private final List<Path> folders;
  private final boolean maildir;

  private MailFiles(String source, List<Path> folders, boolean maildir) {
    this.source = source;
    this.folders = folders;
    this.maildir = maildir;
  }

  /** Whatever the path turns out to be. */
  static Mailbox of(String source, @Nullable String moveTo) {
    if (moveTo != null) {
      throw new InvalidInputException(
          Problem.error("--move-to", "messages are moved in an IMAP mailbox only")
              .advise("leave it out: files are read and left as they are"));
    }
    Path path = path(source);
    Path cur = path.resolve("cur");
    Path fresh = path.resolve("new");
    if (Files.isDirectory(cur) || Files.isDirectory(fresh)) {
      List<Path> parts = new ArrayList<>(List.of(cur, fresh));
      parts.removeIf(part -> !Files.isDirectory(part));
      return new MailFiles(source, parts, true);
    }
    if (Files.isDirectory(path)) {
      return new MailFiles(source, List.of(path), false);
    }
    if (Files.isRegularFile(path)) {
      return new Mbox(source, path);
    }
    throw new InvalidInputException(
        Problem.error(source, "there is no such folder, file or mailbox")
            .advise("name a folder of .eml files, a Maildir, an mbox, or imaps://user@host/INBOX"));
  }

  private static Path path(String source) {
    try {
      return Path.of(source);
    } catch (InvalidPathException e) {
      throw new InvalidInputException(Problem.error(source, "this is no path"));
    }
  }

  /** In the order of their names, which in a Maildir is that of their arrival. */
  @Override
  public int read(Reader reader) {
    int unread = 0;
    for (Path folder : folders) {
      for (Path file : files(folder)) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
          reader.take(file.getFileName().toString(), bytes);
        } catch (IOException e) {
          unread++; // another program may have taken it away: the rest is read all the same
        }
      }
    }
    return unread;
  }

  private Iterable<Path> files(Path folder) {
    TreeSet<Path> files = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean message = maildir ? !name.startsWith(".") : name.endsWith(".eml");
        if (message && Files.isRegularFile(entry)) {
          files.add(entry);
        }
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.error(source, "this folder cannot be read").advise("look at its permissions"));
    }
    return files;
  }
}
