/** API tokens, with which programs act for a user. */
@NullMarked
package dev.muster.ejb.account.token;

import org.jspecify.annotations.NullMarked;
