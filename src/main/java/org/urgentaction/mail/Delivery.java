package org.urgentaction.mail;

/** What became of one message that was offered to a server. */
public sealed interface Delivery {
  /** How far the dialogue had come; what goes wrong early is seldom the recipient's fault. */
  enum Stage {
    CONNECTING,
    MAIL,
    RCPT,
    DATA,
    HANDED_OVER
  }

  /** The server took it (2yz after the final dot). */
  record Accepted(String reply) implements Delivery {}

  /** The server will never take it (5yz). */
  record Rejected(Stage stage, int code, String reply) implements Delivery {}

  /**
   * The server did not take it now (4yz), or the connection was lost before the final dot: it may
   * be tried again.
   *
   * @param connectionLost whether another message needs another connection
   */
  record Deferred(Stage stage, String reply, boolean connectionLost) implements Delivery {}

  /** The final dot went out and no answer came: it may have been accepted. */
  record Unknown(String what) implements Delivery {}

  /** No message can be sent to this server as things are: TLS, sign-in or the network. */
  record ServerUnusable(String reason) implements Delivery {}
}
