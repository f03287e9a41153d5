package org.urgentaction.typeset;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import org.jspecify.annotations.Nullable;

/** The ICC profiles by which a file says what its greys and colours are; each made when needed. */
final class ColourProfiles {
  private final byte[] grey = Flate.compress(ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData());
  private byte @Nullable [] colours;

  /** Compressed. */
  byte[] grey() {
    return grey;
  }

  /** Compressed. */
  synchronized byte[] colours() {
    if (colours == null) {
      colours = Flate.compress(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    }
    return colours;
  }
}
