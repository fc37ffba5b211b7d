/** Users of the portal: login, passwords and API tokens. */
@NullMarked
package dev.muster.ejb.account;

import org.jspecify.annotations.NullMarked;
