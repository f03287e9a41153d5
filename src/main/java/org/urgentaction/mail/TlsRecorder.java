package org.urgentaction.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Puts TLS on sockets as the platform does, and remembers the last one to tell of it. */
final class TlsRecorder extends SSLSocketFactory {
  private final SSLSocketFactory platform = (SSLSocketFactory) SSLSocketFactory.getDefault();
  private @Nullable SSLSocket latest;

  /** TLS version and certificate, where a handshake was completed; or null. */
  ServerReport.@Nullable Tls seen() {
    if (latest == null) {
      return null;
    }
    SSLSession session = latest.getSession();
    try {
      if (session.getPeerCertificates()[0] instanceof X509Certificate certificate) {
        return new ServerReport.Tls(
            session.getProtocol(),
            certificate.getSubjectX500Principal().getName(),
            certificate.getNotAfter().toInstant());
      }
      return null;
    } catch (SSLPeerUnverifiedException e) {
      return null; // no handshake was completed
    }
  }

  @Override
  public Socket createSocket(Socket under, String host, int port, boolean autoClose)
      throws IOException {
    latest = (SSLSocket) platform.createSocket(under, host, port, autoClose);
    return latest;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return platform.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return platform.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return platform.createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return platform.createSocket(host, port, from, fromPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return platform.createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return platform.createSocket(host, port, from, fromPort);
  }
}
