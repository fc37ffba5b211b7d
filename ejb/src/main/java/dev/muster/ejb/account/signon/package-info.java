/** Single sign-on: logins at the OpenID provider of the platform. */
@NullMarked
package dev.muster.ejb.account.signon;

import org.jspecify.annotations.NullMarked;
