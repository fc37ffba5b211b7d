/** The pages of a login, step by step. */
package dev.muster.web.security.login;
