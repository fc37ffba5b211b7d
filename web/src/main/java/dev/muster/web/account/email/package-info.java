/** The pages about the e-mail address of a user: the profile, its confirmation, and a forgotten password. */
package dev.muster.web.account.email;
