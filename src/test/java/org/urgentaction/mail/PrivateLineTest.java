package org.urgentaction.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** TLS and sign-in against a real server with a certificate made for the occasion. */
@Timeout(60)
class PrivateLineTest {
  private static final SmtpTimeouts SHORT =
      new SmtpTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));
  private static final String SECRET = "open sesame";
  private static final OutgoingMessage MESSAGE = Messages.to("official@official.example");

  @TempDir Path folder;
  private final List<byte[]> arrived = new CopyOnWriteArrayList<>();
  private final MimeWriter writer = new MimeWriter();
  private SSLContext before;

  @BeforeEach
  void rememberWhomWeTrust() throws Exception {
    before = SSLContext.getDefault();
  }

  @AfterEach
  void trustAsBefore() {
    SSLContext.setDefault(before);
  }

  private SMTPServer.Builder server() throws Exception {
    return new SMTPServer.Builder()
        .bindAddress(InetAddress.getByName("127.0.0.1"))
        .port(0)
        .insertReceivedHeaders(false)
        .authenticationHandlerFactory(
            new EasyAuthenticationHandlerFactory(
                (user, password, context) -> {
                  if (!user.equals("me@example.org") || !password.equals(SECRET)) {
                    throw new LoginFailedException();
                  }
                }))
        .requireAuth()
        .messageHandler((context, from, to, bytes) -> arrived.add(bytes));
  }

  private Delivery send(SMTPServer server, String scheme, String host, String secret) {
    server.start();
    String url = scheme + "://me@example.org@" + host + ":" + server.getPortAllocated();
    try (SmtpConnection connection =
        new SmtpConnection(SmtpServer.parse(url), secret::toCharArray, SHORT)) {
      connection.send(writer.written(MESSAGE), () -> {});
      return connection.send(writer.written(MESSAGE), () -> {});
    } finally {
      server.stop();
    }
  }

  private SMTPServer starttls(String name) throws Exception {
    return server()
        .enableTLS()
        .requireTLS()
        .showAuthCapabilitiesBeforeSTARTTLS(false)
        .startTlsSocketFactory(Certificates.certified(folder, name))
        .build();
  }

  @Test
  void afterStarttlsAndSignInTheMessageArrivesUnchanged() throws Exception {
    Delivery delivery = send(starttls("ip:127.0.0.1"), "smtp+starttls", "127.0.0.1", SECRET);
    assertInstanceOf(Delivery.Accepted.class, delivery);
    assertEquals(2, arrived.size());
    assertArrayEquals(writer.write(MESSAGE), arrived.get(0));
  }

  @Test
  void soItDoesOverTlsFromTheFirstByte() throws Exception {
    SMTPServer server =
        server().serverSocketFactory(Certificates.certified(folder, "dns:localhost")).build();
    assertInstanceOf(Delivery.Accepted.class, send(server, "smtps", "localhost", SECRET));
    assertEquals(2, arrived.size());
  }

  @Test
  void aCertificateForAnotherNameIsNotAccepted() throws Exception {
    Delivery.ServerUnusable starttls =
        assertInstanceOf(
            Delivery.ServerUnusable.class,
            send(starttls("dns:mail.example.org"), "smtp+starttls", "localhost", SECRET));
    assertTrue(starttls.reason().contains("certificate"), starttls.reason());
    SMTPServer implicit =
        server().serverSocketFactory(Certificates.certified(folder, "dns:other.example")).build();
    assertInstanceOf(Delivery.ServerUnusable.class, send(implicit, "smtps", "localhost", SECRET));
    assertEquals(0, arrived.size());
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNotAccepted() throws Exception {
    SMTPServer server = starttls("ip:127.0.0.1");
    SSLContext.setDefault(before);
    assertInstanceOf(
        Delivery.ServerUnusable.class, send(server, "smtp+starttls", "127.0.0.1", SECRET));
    assertEquals(0, arrived.size());
  }

  @Test
  void aWrongPasswordStopsEverythingAndIsNotRepeated() throws Exception {
    Delivery.ServerUnusable refused =
        assertInstanceOf(
            Delivery.ServerUnusable.class,
            send(starttls("ip:127.0.0.1"), "smtp+starttls", "127.0.0.1", "swordfish"));
    assertTrue(refused.reason().contains("check user and password"), refused.reason());
    assertFalse(refused.toString().contains("swordfish"));
    assertEquals(0, arrived.size());
  }

  @Test
  void aCertificateThatHasExpiredIsNotAccepted() throws Exception {
    SSLContext old = expired();
    Delivery.ServerUnusable expired =
        assertInstanceOf(
            Delivery.ServerUnusable.class,
            send(server().serverSocketFactory(old).build(), "smtps", "localhost", SECRET));
    assertTrue(expired.reason().contains("has expired"), expired.reason());
    assertEquals(0, arrived.size());
  }

  /** A certificate of last week, by an authority that this process trusts from now on. */
  private SSLContext expired() throws Exception {
    String authority = folder.resolve("authority.p12").toString();
    String own = folder.resolve("own.p12").toString();
    String root = folder.resolve("root.pem").toString();
    String request = folder.resolve("request.pem").toString();
    String signed = folder.resolve("signed.pem").toString();
    Certificates.keytool(
        authority, "-genkeypair", "-keyalg", "EC", "-dname", "CN=authority", "-ext", "bc:c");
    Certificates.keytool(authority, "-exportcert", "-rfc", "-file", root);
    Certificates.keytool(own, "-genkeypair", "-keyalg", "EC", "-dname", "CN=server");
    Certificates.keytool(own, "-certreq", "-file", request);
    Certificates.keytool(
        authority,
        "-gencert",
        "-rfc",
        "-infile",
        request,
        "-outfile",
        signed,
        "-startdate",
        "-10d",
        "-validity",
        "5",
        "-ext",
        "san=dns:localhost");
    Certificates.keytool(own, "-importcert", "-noprompt", "-file", root, "-alias", "root");
    Certificates.keytool(own, "-importcert", "-noprompt", "-file", signed);
    return Certificates.trusting(Path.of(own), "root");
  }

  @Test
  void aServerThatSpeaksOnlyWhatIsBrokenIsNotSpokenTo() throws Exception {
    Certificates.certified(folder, "dns:localhost");
    Process server;
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    Path key = folder.resolve("key.pem");
    Path certificate = folder.resolve("cert.pem");
    try {
      assertEquals(
          0,
          quiet(
                  "openssl",
                  "req",
                  "-x509",
                  "-newkey",
                  "rsa:2048",
                  "-nodes",
                  "-keyout",
                  key.toString(),
                  "-out",
                  certificate.toString(),
                  "-days",
                  "1",
                  "-subj",
                  "/CN=localhost")
              .waitFor());
      server =
          quiet(
              "openssl",
              "s_server",
              "-accept",
              "127.0.0.1:" + port,
              "-tls1",
              "-cipher",
              "ALL:@SECLEVEL=0",
              "-key",
              key.toString(),
              "-cert",
              certificate.toString());
    } catch (IOException e) {
      Assumptions.abort("needs openssl, which is not installed here");
      return;
    }
    try {
      Delivery delivery = null;
      for (int i = 0;
          i < 100 && (delivery == null || delivery.toString().contains("reached"));
          i++) {
        Thread.sleep(50);
        try (SmtpConnection connection =
            new SmtpConnection(
                SmtpServer.parse("smtps://localhost:" + port), () -> new char[0], SHORT)) {
          delivery = connection.send(writer.written(MESSAGE), () -> {});
        }
      }
      Delivery.ServerUnusable unusable = assertInstanceOf(Delivery.ServerUnusable.class, delivery);
      assertTrue(unusable.reason().contains("TLS 1.2 or 1.3"), unusable.reason());
    } finally {
      server.destroy();
    }
  }

  private static Process quiet(String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
