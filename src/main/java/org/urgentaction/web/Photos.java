package org.urgentaction.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.Photo;
import org.urgentaction.document.Picture;
import org.urgentaction.document.PictureFile;
import org.urgentaction.problem.InvalidInputException;

/**
 * Campaigns' photos as a page shows them: pixels only, no larger than a screen needs, made once for
 * as long as the file stays as it is.
 */
final class Photos {
  private static final int WIDEST = 1200;
  private static final int KEPT = 40;

  private final Map<Key, Shown> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** A file as it was when it was read. */
  private record Key(Path file, FileTime changed, long size) {}

  /** A photo as it is served (JPEG). */
  static final class Shown {
    private final byte[] bytes;
    private final int width;
    private final int height;

    private Shown(byte[] bytes, int width, int height) {
      this.bytes = bytes;
      this.width = width;
      this.height = height;
    }

    byte[] bytes() {
      return bytes.clone();
    }

    int width() {
      return width;
    }

    int height() {
      return height;
    }
  }

  /** The photo of a campaign; empty where it has none that lies beside its file and can be read. */
  synchronized Optional<Shown> of(CampaignFile campaign) {
    try {
      Path file = file(campaign);
      if (file == null) {
        return Optional.empty();
      }
      Key key = key(file);
      Shown known = kept.get(key);
      Shown shown = known != null ? known : made(file);
      kept.put(key, shown);
      if (kept.size() > KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
      return Optional.of(shown);
    } catch (IOException | InvalidInputException e) {
      return Optional.empty(); // 'ua check' says what is wrong with it; the page goes without
    }
  }

  /** Tells one state of a campaign's photo from another; empty where it has none to be read. */
  String version(CampaignFile campaign) {
    try {
      Path file = file(campaign);
      return file == null ? "" : key(file).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static Key key(Path file) throws IOException {
    return new Key(file, Files.getLastModifiedTime(file), Files.size(file));
  }

  /** The same for a document, in full; null as {@link #of} is empty. */
  @Nullable Picture picture(CampaignFile campaign) {
    try {
      Path file = file(campaign);
      return file == null ? null : PictureFile.read(file);
    } catch (IOException | InvalidInputException e) {
      return null;
    }
  }

  /** Beside the campaign's file or below; nothing else is a photo of its. */
  private static @Nullable Path file(CampaignFile campaign) throws IOException {
    Photo photo = campaign.campaign().photo();
    if (photo == null) {
      return null;
    }
    Path folder = campaign.path().toRealPath().resolveSibling("");
    Path file = folder.resolve(photo.file()).toRealPath();
    return file.startsWith(folder) ? file : null;
  }

  private static Shown made(Path file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(PictureFile.read(file).bytes()));
    double factor = Math.min(1.0, (double) WIDEST / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
    BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = plain.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
    pen.dispose();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(plain, "jpeg", jpeg);
    return new Shown(jpeg.toByteArray(), width, height);
  }
}
