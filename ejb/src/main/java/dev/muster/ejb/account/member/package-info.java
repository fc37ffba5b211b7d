/** The users of a tenant, and the invitation of a further one within another act. */
@NullMarked
package dev.muster.ejb.account.member;

import org.jspecify.annotations.NullMarked;
