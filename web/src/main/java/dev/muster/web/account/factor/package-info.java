/** What users see of their second factors. */
package dev.muster.web.account.factor;
