/**
 * How the web page is served. The page itself is under {@code src/main/resources/web}; its headers
 * (caching, content security policy) are configured in {@code application.properties}.
 */
package dev.parley.gateway.page;
