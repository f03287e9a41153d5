package org.urgentaction.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/**
 * simple-java-mail with its pool of connections: as it comes, or without the pauses that its sockets
 * make over small packets.
 */
final class SendSimpleJavaMail implements SendWorker {
  private final SentLetter letter;
  private final boolean tuned;

  private SendSimpleJavaMail(SentLetter letter, boolean tuned) {
    this.letter = letter;
    this.tuned = tuned;
  }

  /** Arguments: folder of the letter; {@code tuned} or nothing. */
  public static void main(String[] arguments) throws Exception {
    boolean tuned = arguments.length > 1;
    if (tuned) {
      System.setProperty(
          "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }
    SendWorker.serve(new SendSimpleJavaMail(SentLetter.read(Path.of(arguments[0])), tuned));
  }

  @Override
  public int send(Round round) throws Exception {
    Properties properties = new Properties();
    if (tuned) {
      properties.put("mail.smtp.socketFactory", new WithoutDelay());
    }
    AtomicInteger numbers = new AtomicInteger();
    AtomicInteger sent = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(round.connections());
    try (Mailer mailer =
        MailerBuilder.withSMTPServer("127.0.0.1", round.port())
            .withTransportStrategy(TransportStrategy.SMTP)
            .withProperties(properties)
            .withClusterKey(UUID.randomUUID())
            .withThreadPoolSize(round.connections())
            .withConnectionPoolCoreSize(round.connections())
            .withConnectionPoolMaxSize(round.connections())
            .buildMailer()) {
      List<Future<?>> working = new ArrayList<>();
      for (int i = 0; i < round.connections(); i++) {
        working.add(
            threads.submit(
                () -> {
                  while (!round.over()) {
                    mailer.sendMail(email(numbers.getAndIncrement(), round.pdf()), true).join();
                    sent.incrementAndGet();
                  }
                }));
      }
      for (Future<?> each : working) {
        each.get();
      }
      mailer.shutdownConnectionPool().get();
    } finally {
      threads.shutdown();
    }
    return sent.get();
  }

  private Email email(int number, boolean pdf) {
    var email =
        EmailBuilder.startingBlank()
            .from(SentLetter.name(number), SentLetter.from(number))
            .to("President", SentLetter.TO)
            .withSubject(SentLetter.SUBJECT)
            .withPlainText(letter.text(number))
            .withHTMLText(letter.html(number));
    return (pdf ? email.withAttachment("letter.pdf", letter.pdf(), "application/pdf") : email)
        .buildEmail();
  }

  /** Sockets that send at once. */
  private static final class WithoutDelay extends SocketFactory {
    @Override
    public Socket createSocket() throws IOException {
      Socket socket = new Socket();
      socket.setTcpNoDelay(true);
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException();
    }
  }
}
