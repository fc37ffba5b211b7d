/** The part of the profile with the language and the time zone. */
package dev.muster.web.account.preference;
