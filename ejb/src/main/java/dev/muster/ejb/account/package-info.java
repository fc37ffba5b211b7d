/** Logs users in, and keeps their passwords and API tokens. */
package dev.muster.ejb.account;
