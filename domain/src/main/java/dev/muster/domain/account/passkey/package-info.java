/** Passkeys: the keys with which users log in without a password, and the challenges that they answer. */
@NullMarked
package dev.muster.domain.account.passkey;

import org.jspecify.annotations.NullMarked;
