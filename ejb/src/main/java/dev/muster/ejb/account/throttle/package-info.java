/** The delay after wrong logins, which all servers share. */
@NullMarked
package dev.muster.ejb.account.throttle;

import org.jspecify.annotations.NullMarked;
