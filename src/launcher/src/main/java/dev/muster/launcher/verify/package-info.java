/** Verifies exports, checkpoints and receipts of the transparency log, without a server and without its database. */
@NullMarked
package dev.muster.launcher.verify;

import org.jspecify.annotations.NullMarked;
