package org.urgentaction.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who has the virtual machine go through a SOCKS proxy may do so not to be seen by the server. */
@Timeout(60)
class SocksProxyTest {
  private static final OutgoingMessage MESSAGE = Messages.to("official@official.example");

  private final List<Integer> asked = new CopyOnWriteArrayList<>();

  @AfterEach
  void asBefore() {
    List.of("socksProxyHost", "socksProxyPort", "socksNonProxyHosts")
        .forEach(System::clearProperty);
  }

  @Test
  void aMessageGoesThroughTheProxyThatTheVirtualMachineWasGiven() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null);
        ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      Thread relaying = new Thread(() -> serve(proxy));
      relaying.setDaemon(true);
      relaying.start();
      Map.of(
              "socksProxyHost", "127.0.0.1",
              "socksProxyPort", Integer.toString(proxy.getLocalPort()),
              "socksNonProxyHosts", "")
          .forEach(System::setProperty);
      try (SmtpConnection connection =
          new SmtpConnection(server.address(), () -> new char[0], SmtpTimeouts.usual())) {
        WrittenMessage message = new MimeWriter().written(MESSAGE);
        assertInstanceOf(Delivery.Accepted.class, connection.send(message, () -> {}));
        assertInstanceOf(Delivery.Accepted.class, connection.send(message, () -> {}));
      }
      assertEquals(List.of(server.address().port()), asked);
    }
  }

  /** SOCKS 5 (RFC 1928): no sign-in, one CONNECT to an IPv4 address. */
  private void serve(ServerSocket proxy) {
    try (Socket client = proxy.accept()) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      in.readByte();
      in.readNBytes(in.readUnsignedByte());
      out.write(new byte[] {5, 0});
      in.readNBytes(4);
      InetAddress address = InetAddress.getByAddress(in.readNBytes(4));
      int port = in.readUnsignedShort();
      asked.add(port);
      out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
      try (Socket server = new Socket(Proxy.NO_PROXY)) {
        server.connect(new InetSocketAddress(address, port));
        Thread back = new Thread(() -> copy(server, client));
        back.start();
        copy(client, server);
        back.join();
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      return; // the other side is gone
    }
  }
}
