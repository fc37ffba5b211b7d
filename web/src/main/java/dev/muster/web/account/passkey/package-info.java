/** Passkeys: the page of a user's passkeys, and what its script and that of the login page exchange with the server. */
package dev.muster.web.account.passkey;
