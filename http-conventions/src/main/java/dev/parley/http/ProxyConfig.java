package dev.parley.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Who may speak for a client. */
@ConfigMapping(prefix = "parley.http")
interface ProxyConfig {

  /**
   * Addresses or networks ({@code 10.0.0.0/8}) of proxies whose {@code X-Forwarded-For} is
   * believed; by default those of this machine and of private networks, where an edge is.
   */
  @WithDefault(
      "127.0.0.0/8,::1/128,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,169.254.0.0/16,fc00::/7,fe80::/10")
  List<String> trustedProxies();
}
