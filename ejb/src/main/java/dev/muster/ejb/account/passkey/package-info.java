/** Passkeys: users add them, and log in with them. */
@NullMarked
package dev.muster.ejb.account.passkey;

import org.jspecify.annotations.NullMarked;
