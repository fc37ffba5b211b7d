/** The e-mail addresses of users: their confirmation, and the mails about passwords. */
@NullMarked
package dev.muster.ejb.account.email;

import org.jspecify.annotations.NullMarked;
