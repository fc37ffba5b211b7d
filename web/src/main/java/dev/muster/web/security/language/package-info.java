/** Which language a request gets, and how a browser chooses one before a login. */
package dev.muster.web.security.language;
