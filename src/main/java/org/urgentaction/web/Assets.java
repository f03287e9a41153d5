package org.urgentaction.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The style, the script and the icon of the pages, each under a name that tells its content. */
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "style.css", "text/css; charset=utf-8",
          "page.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, Asset> assets = new HashMap<>();

  /** A file as it is served. */
  static final class Asset {
    private final byte[] bytes;
    private final String type;

    private Asset(byte[] bytes, String type) {
      this.bytes = bytes;
      this.type = type;
    }

    byte[] bytes() {
      return bytes.clone();
    }

    String type() {
      return type;
    }
  }

  Assets() {
    for (String name : List.of("style.css", "page.js", "icon.svg")) {
      byte[] bytes = read(name);
      int dot = name.lastIndexOf('.');
      String file = name.substring(0, dot) + "-" + digest(bytes) + name.substring(dot);
      paths.put(name, "/assets/" + file);
      assets.put(file, new Asset(bytes, String.valueOf(TYPES.get(name))));
    }
  }

  /** Where a file is served; the path changes with its content, so that it may be kept for good. */
  String path(String name) {
    return String.valueOf(paths.get(name));
  }

  Optional<Asset> find(String file) {
    return Optional.ofNullable(assets.get(file));
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/web/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
