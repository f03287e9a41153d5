/**
 * The program in a browser: pages, letters and downloads over HTTP, nothing kept of what is typed.
 */
@NullMarked
package org.urgentaction.web;

import org.jspecify.annotations.NullMarked;
