/** Single sign-on in the portal: the way to the OpenID provider and back. */
package dev.muster.web.account.signon;
