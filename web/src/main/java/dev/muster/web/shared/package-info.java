/** What all pages use: messages, formats, downloads. */
package dev.muster.web.shared;
