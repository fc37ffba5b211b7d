/** Second factors of users in the database, and logins that wait for one. */
@NullMarked
package dev.muster.ejb.account.factor;

import org.jspecify.annotations.NullMarked;
