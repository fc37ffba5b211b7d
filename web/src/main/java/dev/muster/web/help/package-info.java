/** The pages of {@code src/docs} that users read, shown in the portal. */
package dev.muster.web.help;
