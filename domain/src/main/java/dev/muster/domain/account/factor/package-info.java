/** What a user proves beside the password: codes of an authenticator app, and recovery codes. */
@NullMarked
package dev.muster.domain.account.factor;

import org.jspecify.annotations.NullMarked;
