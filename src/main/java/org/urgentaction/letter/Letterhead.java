package org.urgentaction.letter;

import java.nio.file.Path;

/**
 * A picture file that a profile keeps for the top of letters.
 *
 * @param alternative words that stand for it; empty where it only decorates
 */
public record Letterhead(Path picture, String alternative) {}
