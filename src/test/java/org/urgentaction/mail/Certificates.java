package org.urgentaction.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates made for the occasion, which this process trusts until told otherwise. */
public final class Certificates {
  private Certificates() {}

  /** A certificate for that name, which this process trusts from now on. */
  public static SSLContext certified(Path folder, String name) throws Exception {
    Path store = folder.resolve(name.replace(':', '-') + ".p12");
    keytool(
        store.toString(),
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=server",
        "-ext",
        "san=" + name);
    return trusting(store, "server");
  }

  /** The identity in this store, and trust in the certificate of that alias. */
  static SSLContext trusting(Path store, String alias) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, "changeit".toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("trusted", keys.getCertificate(alias));
    TrustManagerFactory others =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    others.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    SSLContext.setDefault(context);
    return context;
  }

  static void keytool(String store, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool") + ""));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store, "-storetype", "PKCS12", "-storepass", "changeit"));
    if (!command.contains("-alias")) {
      command.addAll(List.of("-alias", "server"));
    }
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, keytool.waitFor(), command.toString());
  }
}
