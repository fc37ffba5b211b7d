/** Single sign-on: what an OpenID provider says of a user, and which memberships follow from it. */
@NullMarked
package dev.muster.domain.account.signon;

import org.jspecify.annotations.NullMarked;
