/** The steps of a login, and what users do with their own second factors. */
@NullMarked
package dev.muster.ejb.account.login;

import org.jspecify.annotations.NullMarked;
