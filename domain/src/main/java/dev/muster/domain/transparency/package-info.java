/** The log of acts that nobody can change unseen: its hashes, proofs, tiles, checkpoints and keys. */
@NullMarked
package dev.muster.domain.transparency;

import org.jspecify.annotations.NullMarked;
