package org.urgentaction.letter;

import org.urgentaction.document.Document;

/**
 * One writer's letter to one official in one language.
 *
 * @param subject of the letter, and of the mail that carries it
 */
public record Letter(LetterOrder order, String subject, Document document) {}
