/** What happens when a server starts: its logs, and in a new database the first administrator or the demonstration. */
@NullMarked
package dev.muster.ejb.start;

import org.jspecify.annotations.NullMarked;
