package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.problem.InvalidInputException;

/** Signatures are judged by another implementation, dkimpy. */
class DkimSignerTest {
  @TempDir Path folder;
  private final MimeWriter writer = new MimeWriter();
  private Path key;
  private String publicKey;

  @BeforeEach
  void makeKeys() throws Exception {
    KeyPair pair = pair(2048);
    key = write(pair);
    publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  private static KeyPair pair(int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private Path write(KeyPair pair) throws IOException {
    return Files.writeString(
        folder.resolve("dkim.pem"),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
  }

  private byte[] signed(OutgoingMessage message) {
    DkimSigner signer = DkimSigner.read(key, "section.example", "ua");
    return writer.write(message.with(message.extras().signedBy(signer)));
  }

  /** What dkimpy says to each message, in order: {@code pass} or {@code fail}. */
  private List<String> judged(List<byte[]> messages) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("/usr/bin/python3", "src/test/python/verify_dkim.py", publicKey));
    for (byte[] message : messages) {
      command.add(Files.write(Files.createTempFile(folder, "m", ".eml"), message).toString());
    }
    Process python;
    try {
      python = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      Assumptions.abort("needs python3 with dkimpy, which is not installed here");
      return List.of();
    }
    String output = new String(python.getInputStream().readAllBytes(), UTF_8);
    Assumptions.assumeFalse(
        python.waitFor() != 0 && output.contains("No module named 'dkim'"),
        "needs dkimpy (python3-dkim), which is not installed here");
    assertEquals(0, python.exitValue(), output);
    return output.lines().toList();
  }

  @Test
  void anotherImplementationFindsEverySignatureGood() throws Exception {
    List<byte[]> messages = new ArrayList<>();
    for (OutgoingMessage message : Messages.ofEveryKind()) {
      messages.add(signed(message));
    }
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      messages.add(signed(Messages.ofEveryKind().get(0)));
    } finally {
      Locale.setDefault(before);
    }
    assertEquals(messages.stream().map(message -> "pass").toList(), judged(messages));
  }

  @Test
  void whatIsChangedOrAddedOnTheWayBreaksIt() throws Exception {
    String good = new String(signed(Messages.ofEveryKind().get(0)), US_ASCII);
    List<String> changed =
        List.of(
            good.replace("Release", "Convict"),
            good.replaceFirst("\r\n\r\n", "\r\n\r\nNot "),
            good.replaceFirst("\r\nSubject:", "\r\nSubject: Convict\r\nSubject:"),
            good.replaceFirst("\r\nTo:", "\r\nReply-To: evil@example.com\r\nTo:"),
            good.replaceFirst("\r\nFrom:", "\r\nFrom: evil@example.com\r\nFrom:"));
    assertEquals(
        changed.stream().map(message -> "fail").toList(),
        judged(changed.stream().map(message -> message.getBytes(US_ASCII)).toList()));
  }

  @Test
  void theSameMessageGetsTheSameSignatureInLinesThatServersTake() throws Exception {
    KeyPair longest = pair(4096);
    key = write(longest);
    OutgoingMessage message = Messages.ofEveryKind().get(0);
    byte[] signed = signed(message);
    assertArrayEquals(signed, signed(message));
    String text = new String(signed, US_ASCII);
    assertTrue(text.startsWith("DKIM-Signature: "), text);
    text.lines().forEach(line -> assertTrue(line.length() < 300, line));
    assertArrayEquals(
        writer.write(message), text.substring(text.indexOf("\r\nDate:") + 2).getBytes(US_ASCII));
  }

  @Test
  void whatIsNoKeyIsRefusedAndNotRepeated() throws Exception {
    Path file = Files.writeString(folder.resolve("x.pem"), "-----BEGIN RSA hunter2");
    assertRefused(file, "section.example", "ua", "openssl genpkey");
    assertRefused(folder.resolve("none.pem"), "section.example", "ua", "no such DKIM key");
    assertRefused(key, "section.example; l=0", "ua", "no domain name");
    assertRefused(key, "section.example", "u a", "no domain name");
    assertRefused(write(pair(512)), "section.example", "ua", "too short");
  }

  private static void assertRefused(Path key, String domain, String selector, String words) {
    String message =
        assertThrows(
                InvalidInputException.class, () -> DkimSigner.read(key, domain, selector), words)
            .getMessage();
    assertTrue(message.contains(words), message);
    assertFalse(message.contains("hunter2"), message);
  }
}
