package org.urgentaction.returns;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * A mailbox read over IMAP (RFC 9051), a few kilobytes at a time. Nothing is marked as read; only
 * where it is asked for does what was dealt with move to another folder.
 */
final class ImapMailbox implements Mailbox {
  private static final String PATIENCE = "60000"; // milliseconds

  private final ImapServer server;
  private final @Nullable String moveTo;
  private final Supplier<char[]> secret;

  ImapMailbox(ImapServer server, @Nullable String moveTo, Supplier<char[]> secret) {
    this.server = server;
    this.moveTo = moveTo;
    this.secret = secret;
  }

  @Override
  public int read(Reader reader) {
    Session session = Session.getInstance(properties());
    try (IMAPStore store = (IMAPStore) session.getStore(protocol())) {
      char[] password = secret.get();
      store.connect(server.host(), server.port(), server.user(), String.valueOf(password));
      return read(store, reader);
    } catch (MessagingException e) {
      throw explain(e);
    }
  }

  private int read(IMAPStore store, Reader reader) throws MessagingException {
    IMAPFolder folder = (IMAPFolder) store.getFolder(server.folder());
    Folder destination = destination(store);
    folder.open(destination == null ? Folder.READ_ONLY : Folder.READ_WRITE);
    try {
      List<Message> dealtWith = new ArrayList<>();
      int unread = readAll(folder, reader, destination == null ? null : dealtWith);
      if (destination != null && !dealtWith.isEmpty()) {
        move(store, folder, dealtWith.toArray(Message[]::new), destination);
      }
      return unread;
    } finally {
      folder.close(false); // what others marked as deleted is theirs to expunge
    }
  }

  private static int readAll(IMAPFolder folder, Reader reader, @Nullable List<Message> dealtWith)
      throws MessagingException {
    int unread = 0;
    for (int number = 1; number <= folder.getMessageCount(); number++) {
      IMAPMessage message = (IMAPMessage) folder.getMessage(number);
      message.setPeek(true);
      try (InputStream bytes = new BufferedInputStream(message.getMimeStream())) {
        if (reader.take("message " + number, bytes) && dealtWith != null) {
          dealtWith.add(message);
        }
      } catch (IOException e) {
        unread++;
      }
    }
    return unread;
  }

  private @Nullable Folder destination(IMAPStore store) throws MessagingException {
    if (moveTo == null) {
      return null;
    }
    Folder destination = store.getFolder(moveTo);
    if (!destination.exists()) {
      throw refused("--move-to", "there is no folder \"%s\"".formatted(moveTo), "make it first");
    }
    if (!store.hasCapability("MOVE") && !store.hasCapability("UIDPLUS")) {
      throw refused(
          "--move-to", server.host() + " cannot move single messages", "leave --move-to out");
    }
    return destination;
  }

  private static void move(
      IMAPStore store, IMAPFolder folder, Message[] messages, Folder destination)
      throws MessagingException {
    if (store.hasCapability("MOVE")) {
      folder.moveMessages(messages, destination);
      return;
    }
    folder.copyMessages(messages, destination);
    folder.setFlags(messages, new jakarta.mail.Flags(jakarta.mail.Flags.Flag.DELETED), true);
    folder.expunge(messages);
  }

  private String protocol() {
    return server.security() == ImapServer.Security.IMPLICIT_TLS ? "imaps" : "imap";
  }

  private Properties properties() {
    String prefix = "mail." + protocol() + ".";
    Properties properties = new Properties();
    properties.setProperty(prefix + "connectiontimeout", PATIENCE);
    properties.setProperty(prefix + "timeout", PATIENCE);
    properties.setProperty(prefix + "writetimeout", PATIENCE);
    properties.setProperty(prefix + "peek", "true");
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    boolean starttls = server.security() == ImapServer.Security.STARTTLS;
    properties.setProperty(prefix + "starttls.enable", Boolean.toString(starttls));
    properties.setProperty(prefix + "starttls.required", Boolean.toString(starttls));
    properties.setProperty(prefix + "auth.mechanisms", server.token() ? "XOAUTH2" : "PLAIN LOGIN");
    return properties;
  }

  /** In our own words: what the library says may hold what the server made it say. */
  private InvalidInputException explain(MessagingException e) {
    if (e instanceof AuthenticationFailedException) {
      return refused(
          "mailbox",
          server.host() + " does not let " + server.user() + " sign in",
          "check user and password");
    } else if (e instanceof FolderNotFoundException) {
      return refused(
          "mailbox",
          "there is no folder \"%s\"".formatted(server.folder()),
          "name one that is, as in imaps://user@host/INBOX");
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException || cause instanceof GeneralSecurityException) {
        return refused(
            "mailbox",
            "no private connection to %s can be made: its certificate does not fit"
                .formatted(server.host()),
            "check the server's name");
      }
    }
    return refused(
        "mailbox", server + " cannot be read", "check its name and port, and try again later");
  }

  private static InvalidInputException refused(String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
