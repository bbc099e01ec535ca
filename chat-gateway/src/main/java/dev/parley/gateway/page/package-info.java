/**
 * How the web page is served. The page itself is the module {@code web-page}; its headers (caching,
 * content security policy) are configured in {@code application.properties}.
 */
package dev.parley.gateway.page;
