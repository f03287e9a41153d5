package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Postfix as it is used on the net, in a folder of its own and on loopback: it wants TLS
 * and a password (Cyrus SASL), keeps mail to {@code official.example} in a Maildir and sends none
 * on.
 */
public final class Postfix {
  public static final String USER = "writer@official.example";
  public static final String PASSWORD = "open sesame";

  private static final String MASTER =
      """
      127.0.0.1:PORT inet n - n - - smtpd
      cleanup unix n - n - 0 cleanup
      qmgr unix n - n 300 1 qmgr
      tlsmgr unix - - n 1000? 1 tlsmgr
      rewrite unix - - n - - trivial-rewrite
      bounce unix - - n - 0 bounce
      defer unix - - n - 0 bounce
      proxymap unix - - n - - proxymap
      error unix - - n - - error
      retry unix - - n - - error
      virtual unix - n n - - virtual
      anvil unix - - n - 1 anvil
      postlog unix-dgram n - n - 1 postlogd
      """;

  private static final String MAIN =
      """
      compatibility_level = 3.6
      queue_directory = DIR/queue
      data_directory = DIR/data
      command_directory = /usr/sbin
      daemon_directory = /usr/lib/postfix/sbin
      mail_owner = postfix
      setgid_group = postdrop
      maillog_file = DIR/log/mail.log
      maillog_file_prefixes = DIR
      myhostname = mail.official.example
      mydestination =
      inet_interfaces = 127.0.0.1
      inet_protocols = ipv4
      mynetworks =
      alias_maps =
      alias_database =
      default_transport = error:nothing leaves this machine
      relay_transport = error:nothing leaves this machine
      local_transport = error:no local mail
      virtual_mailbox_domains = official.example
      virtual_mailbox_base = DIR/mail
      virtual_mailbox_maps = static:box/
      virtual_uid_maps = static:65534
      virtual_gid_maps = static:65534
      smtpd_tls_cert_file = DIR/cert.pem
      smtpd_tls_key_file = DIR/key.pem
      smtpd_tls_security_level = encrypt
      smtpd_tls_received_header = yes
      smtpd_sasl_auth_enable = yes
      smtpd_sasl_type = cyrus
      smtpd_sasl_path = smtpd
      smtpd_sasl_local_domain = official.example
      smtpd_recipient_restrictions = permit_sasl_authenticated, reject
      smtpd_relay_restrictions = permit_sasl_authenticated, reject
      """;

  private final Path folder;
  private final int port;

  private Postfix(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Starts it, or skips the test where it is not installed or may not be started. */
  public static Postfix start(Path folder) throws Exception {
    for (String program : List.of("/usr/sbin/postfix", "/usr/sbin/saslpasswd2")) {
      Assumptions.assumeTrue(
          Files.isExecutable(Path.of(program)), "needs " + program + ", which is not installed");
    }
    Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name")), "Postfix can be started by root only");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    Postfix postfix = new Postfix(folder, port);
    postfix.prepare();
    postfix.run("postfix", "-c", folder.resolve("conf").toString(), "start");
    postfix.await();
    return postfix;
  }

  private void prepare() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String name : List.of("conf/sasl", "queue", "data", "mail", "log")) {
      Files.createDirectories(folder.resolve(name));
    }
    String dir = folder.toString();
    Files.writeString(folder.resolve("conf/main.cf"), MAIN.replace("DIR", dir));
    Files.writeString(
        folder.resolve("conf/master.cf"), MASTER.replace("PORT", Integer.toString(port)));
    Files.writeString(
        folder.resolve("conf/sasl/smtpd.conf"),
        "pwcheck_method: auxprop\nauxprop_plugin: sasldb\nmech_list: PLAIN LOGIN\nsasldb_path: "
            + dir
            + "/conf/sasl/db\n");
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-keyout",
        dir + "/key.pem",
        "-out",
        dir + "/cert.pem",
        "-days",
        "2",
        "-subj",
        "/CN=mail.official.example",
        "-addext",
        "subjectAltName=DNS:localhost");
    Process password =
        new ProcessBuilder(
                "saslpasswd2",
                "-p",
                "-c",
                "-f",
                dir + "/conf/sasl/db",
                "-u",
                "official.example",
                "writer")
            .redirectErrorStream(true)
            .start();
    password.getOutputStream().write(PASSWORD.getBytes(UTF_8));
    password.getOutputStream().close();
    if (password.waitFor() != 0) {
      throw new IOException(new String(password.getInputStream().readAllBytes(), UTF_8));
    }
    run("chown", "postfix", dir + "/conf/sasl/db", dir + "/data");
    run("chown", "nobody", dir + "/mail");
  }

  private void run(String... command) throws Exception {
    Path output = folder.resolve("output.txt"); // a file: its daemons keep a pipe open
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(command[0] + " failed: " + Files.readString(output) + log());
    }
  }

  private void await() throws Exception {
    for (int i = 0; i < 200; i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IOException("Postfix does not listen: " + log());
  }

  /** Where to send to; its certificate is for {@code localhost}. */
  public String url() {
    return "smtp+starttls://" + USER + "@localhost:" + port;
  }

  /** Trust in its certificate and in no other. */
  public SSLContext trust() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(folder.resolve("cert.pem"))) {
      trusted.setCertificateEntry(
          "postfix", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  /** The messages in the official's mailbox, as soon as there are so many. */
  public List<Path> mailbox(int expected) throws Exception {
    Path box = folder.resolve("mail/box/new");
    List<Path> messages = List.of();
    for (int i = 0; i < 600 && messages.size() < expected; i++) {
      if (Files.isDirectory(box)) {
        try (Stream<Path> files = Files.list(box)) {
          messages = new ArrayList<>(files.sorted().toList());
        }
      }
      Thread.sleep(50);
    }
    if (messages.size() != expected) {
      throw new IOException(messages.size() + " messages have come: " + log());
    }
    return messages;
  }

  private String log() throws IOException {
    Path log = folder.resolve("log/mail.log");
    return Files.exists(log) ? Files.readString(log, ISO_8859_1) : "";
  }

  /** Ends it and its daemons. */
  public void stop() throws Exception {
    run("postfix", "-c", folder.resolve("conf").toString(), "stop");
  }
}
