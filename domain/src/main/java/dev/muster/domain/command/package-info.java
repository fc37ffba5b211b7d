/** What an organization sends to its devices. */
@NullMarked
package dev.muster.domain.command;

import org.jspecify.annotations.NullMarked;
