package org.urgentaction.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's own code for this machine, put into a folder once: the driver otherwise looks the
 * machine over and unpacks it at every start.
 */
public final class NativeSqlite {
  private NativeSqlite() {}

  /** Puts the library into a folder, which {@code org.sqlite.lib.path} may then name. */
  public static void unpack(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = "/" + LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library =
        SQLiteJDBCLoader.class.getResourceAsStream(resource.replaceFirst("^//", "/"))) {
      if (library != null) {
        Files.createDirectories(folder);
        Files.copy(library, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
