/** The pages about users and API tokens. */
package dev.muster.web.account;
