package org.urgentaction.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.urgentaction.problem.InvalidInputException;

class LogAddressTest {
  private static final Path KEY = Path.of("log.key");

  private static LogPlace.OnServer read(
      boolean secrets, Map<String, String> environment, String url) {
    return assertInstanceOf(
        LogPlace.OnServer.class, new LogAddress("--log", secrets, environment).read(url, KEY));
  }

  private static void refused(String url, String words) {
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> read(false, Map.of(), url));
    assertTrue(e.getMessage().contains(words), e.getMessage());
    assertFalse(e.getMessage().contains("s3cret"), e.getMessage());
  }

  @Test
  void overANetworkTheServersNameIsCheckedUnasked() {
    LogPlace.OnServer place =
        read(false, Map.of(), "jdbc:postgresql://db.example.org/ua?user=ann%20b");
    assertEquals("verify-full", place.settings().get("sslmode"));
    assertEquals("ann b", place.settings().get("user"));
    assertEquals("jdbc:postgresql://db.example.org/ua", place.toString());
    assertNull(place.password());
  }

  @Test
  void onThisMachineNothingIsAsked() {
    for (String url :
        new String[] {
          "jdbc:postgresql:ua",
          "jdbc:postgresql://localhost/ua",
          "jdbc:postgresql://127.0.0.1:5433/ua",
          "jdbc:postgresql://[::1]:5433,localhost/ua",
          "jdbc:postgresql:///ua"
        }) {
      assertNull(read(false, Map.of(), url).settings().get("sslmode"), url);
    }
    for (String url :
        new String[] {
          "jdbc:postgresql://localhost.example.org/ua",
          "jdbc:postgresql://127.0.0.1.example.org/ua",
          "jdbc:postgresql://localhost,db.example.org/ua"
        }) {
      assertEquals("verify-full", read(false, Map.of(), url).settings().get("sslmode"), url);
    }
  }

  @Test
  void aPasswordIsNotTakenFromTheCommandLine() {
    refused("jdbc:postgresql://localhost/ua?password=s3cret", "UA_LOG_PASSWORD");
    refused("jdbc:postgresql://ann:s3cret@localhost/ua", "UA_LOG_PASSWORD");
  }

  @Test
  void aPasswordComesFromTheEnvironmentAndIsNotShown() {
    String url = "jdbc:postgresql://localhost/ua?password=s3cret";
    LogPlace.OnServer place = read(true, Map.of("PGPASSWORD", "other", "PGUSER", "ann"), url);
    assertEquals("s3cret", place.password());
    assertEquals("ann", place.settings().get("user"));
    assertFalse(place.toString().contains("s3cret"));
    assertEquals("own", read(true, Map.of("UA_LOG_PASSWORD", "own"), url).password());
    assertEquals("pg", read(false, Map.of("PGPASSWORD", "pg"), "jdbc:postgresql:ua").password());
  }

  @Test
  void whatWouldWeakenTheConnectionOrLoadClassesIsRefused() {
    refused("jdbc:postgresql://db.example.org/ua?sslmode=require", "verify-full");
    refused("jdbc:postgresql://db.example.org/ua?sslmode=disable", "verify-full");
    refused(
        "jdbc:postgresql://db.example.org/ua?sslfactory=org.postgresql.ssl.NonValidatingFactory",
        "sslfactory");
    refused("jdbc:postgresql://localhost/ua?socketFactory=x&socketFactoryArg=s3cret", "setting");
    refused("jdbc:postgresql://localhost/ua?user=%zz", "%25");
    refused("jdbc:mysql://localhost/ua", "PostgreSQL");
  }
}
